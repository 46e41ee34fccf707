/** Reads nothing but the amounts of a record: what the balance of money needs of one whose meaning is known already. */
import { carriedColumns } from '../connectors/stream.ts';
import type { FieldValue } from '../schemas/field.ts';
import { compilePart } from './compiled-part.ts';
import { IssueList } from './issues.ts';
import type { Evaluate, Mapping, RawValues } from './mapping.ts';

export class AmountReader {
  /** By field of the record's own entity; null for fields that hold no money. */
  readonly #evaluate: readonly (Evaluate | null)[];
  readonly #issues = new IssueList();

  constructor(mapping: Mapping) {
    const [main] = mapping.parts;
    const columns = carriedColumns(mapping.stream);
    if (!main || !readsAmountsAlone(mapping)) throw new Error(`${mapping.stream.name}: amounts need the whole record`);
    const { entity, evaluate } = compilePart(mapping, main, (column) => columns.indexOf(column));
    this.#evaluate = entity.fieldNames.map((name, place) =>
      entity.fields[name]?.meta.kind === 'money' ? (evaluate[place] ?? null) : null,
    );
  }

  /** @returns amounts in the order of the entity's fields, null where a field holds none. */
  read(values: RawValues): FieldValue[] {
    this.#issues.clear();
    return this.#evaluate.map((rule) => (rule === null ? null : rule(values, this.#issues)));
  }
}

/** Where the record's own entity always is one row, its amounts do not depend on its other fields. */
export function readsAmountsAlone({ parts }: Mapping): boolean {
  const [main, ...alternatives] = parts.filter(({ role }) => role === '');
  return (
    main !== undefined &&
    alternatives.length === 0 &&
    main.onlyWith === undefined &&
    main.each === undefined &&
    !main.when
  );
}
