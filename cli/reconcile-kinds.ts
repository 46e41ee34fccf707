/** Kinds of entity as an operator types them, and how they are called. */
import { ConfigurationError } from '../core/errors.ts';
import type { Say, Wording } from '../core/language.ts';
import { ENTITY_KINDS, type EntityKind } from '../schemas/identity.ts';

export const KIND_WORDS: Readonly<Record<EntityKind, Wording>> = {
  expert: { zh: '专家', en: 'experts' },
  enterprise: { zh: '企业', en: 'enterprises' },
  matter: { zh: '交易事项', en: 'matters' },
};

/** `expert` and `experts` are the same. */
export function chooseKind(name: string, say: Say): EntityKind {
  const kind = ENTITY_KINDS.find((candidate) => name === candidate || name === `${candidate}s`);
  if (kind) return kind;
  throw new ConfigurationError(say(`没有 ${name} 这一类实体`, `there is no kind ${name}`), {
    next: say(`可用：${ENTITY_KINDS.join('、')}。`, `Valid: ${ENTITY_KINDS.join(', ')}.`),
  });
}

/** Kinds that a trained model matches. */
export function chooseMatchedKind(name: string, say: Say): Exclude<EntityKind, 'matter'> {
  const kind = chooseKind(name, say);
  if (kind !== 'matter') return kind;
  throw new ConfigurationError(
    say('交易事项按规则归并，没有可训练的模型', 'matters are linked by rules, not by a model'),
  );
}

export function chooseKinds(name: string | undefined, say: Say): readonly EntityKind[] {
  return name === undefined ? ENTITY_KINDS : [chooseKind(name, say)];
}
