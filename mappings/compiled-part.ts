/** A part of a mapping made ready: the rule of each field bound to the places of the raw values. */
import type { Entity } from '../schemas/entity.ts';
import type { Evaluate, Mapping, Part, RawValues } from './mapping.ts';
import type { Split } from './split.ts';

export interface CompiledPart {
  readonly part: Part;
  readonly entity: Entity;
  readonly evaluate: readonly (Evaluate | null)[];
  readonly onlyWith: readonly number[];
  /** Whether a record has the part; null where all have it. */
  readonly applies: ((values: RawValues) => boolean) | null;
  readonly split: Split | null;
}

export function compilePart(mapping: Mapping, part: Part, indexOf: (column: string) => number): CompiledPart {
  const { entity } = part;
  const evaluate = entity.fieldNames.map((name) => {
    const maxLength = entity.fields[name]?.meta.maxLength ?? null;
    const hasNeighbour =
      part.role === '' &&
      (mapping.neighbours.some(({ field }) => field === name) ||
        mapping.sameMagnitude.some((pair) => pair.includes(name)));
    const context = { system: mapping.system, stream: mapping.stream.name, indexOf, maxLength, hasNeighbour };
    return part.fields[name]?.compile(context) ?? null;
  });
  const onlyWith = (part.onlyWith ?? []).map((name) => entity.fieldNames.indexOf(name));
  const columns =
    part.each?.columns.map((name) => {
      const whole = part.each?.whole?.[name];
      return { name, index: indexOf(name), ...(whole ? { whole } : {}) };
    }) ?? [];
  const split = part.each ? { columns, separator: part.each.separator } : null;
  return { part, entity, evaluate, onlyWith, split, applies: compileCondition(part, indexOf) };
}

function compileCondition({ when: condition }: Part, indexOf: (column: string) => number): CompiledPart['applies'] {
  if (!condition) return null;
  const { column, beside, when } = condition;
  const index = indexOf(column);
  const besideIndex = beside === undefined ? -1 : indexOf(beside);
  return (values) => when(values[index] ?? null, values[besideIndex] ?? null);
}
