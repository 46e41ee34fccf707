/** Entities and fields as an operator types them. */
import { ConfigurationError } from '../core/errors.ts';
import type { Say } from '../core/language.ts';
import type { Entity } from '../schemas/entity.ts';
import { ENTITIES } from '../schemas/registry.ts';

/** Case and underscores do not count: `purchaserName`, `purchaser_name`. */
function bare(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

export function chooseEntity(name: string, say: Say): Entity {
  const entity = ENTITIES.find((candidate) => bare(candidate.name) === bare(name) || candidate.table === name);
  if (entity) return entity;
  const known = ENTITIES.map((candidate) => candidate.name);
  throw new ConfigurationError(say(`没有名为 ${name} 的实体`, `no entity is named ${name}`), {
    next: say(`可用：${known.join('、')}。`, `Valid: ${known.join(', ')}.`),
  });
}

export function chooseField(entity: Entity, name: string, say: Say): string {
  const field = entity.fieldNames.find((candidate) => bare(candidate) === bare(name));
  if (field !== undefined) return field;
  throw new ConfigurationError(say(`${entity.name} 没有字段 ${name}`, `${entity.name} has no field ${name}`), {
    next: say(`可用：${entity.fieldNames.join('、')}。`, `Valid: ${entity.fieldNames.join(', ')}.`),
  });
}
