/** Runs a mapping on one raw record: canonical values plus issues, nothing read or written elsewhere. */
import { carriedColumns } from '../connectors/stream.ts';
import type { RawRecord } from '../connectors/connector.ts';
import { canonicalId, hashText } from '../core/ids.ts';
import { rowText } from '../core/row-text.ts';
import type { FieldValue } from '../schemas/field.ts';
import { isRuleId } from '../schemas/rules.ts';
import { compilePart, type CompiledPart } from './compiled-part.ts';
import { ExistenceReader } from './deletion.ts';
import { IssueList } from './issues.ts';
import { compareMagnitudes } from './magnitude.ts';
import type { Mapping, Part, RawValues } from './mapping.ts';
import { splitValues } from './split.ts';

/** Characters of a key column. Keys are indexed, and what is longer (a text slipped into the column) fits no index. */
const LONGEST_KEY = 200;

export interface CanonicalRow {
  readonly part: number;
  readonly ordinal: number;
  readonly id: string;
  readonly rowHash: string;
  /** In the order of the entity's fields. */
  readonly values: readonly FieldValue[];
  /** The same as one line, as it is hashed and written. */
  readonly text: string;
}

/** Which record it is and whether its content is the same as before, without a look at what it means. */
export interface IdentifiedRecord {
  readonly sourceKey: string;
  readonly rawHash: string;
  /** Raw values as one line, as they are hashed and written. */
  readonly text: string;
  readonly deleted: boolean;
  /** A deletion that carries nothing but the key: rows that are there keep their values. */
  readonly bare: boolean;
  readonly issues: IssueList;
}

export interface MappedRecord extends IdentifiedRecord {
  readonly rows: readonly CanonicalRow[];
}

export class MappingRunner {
  readonly columns: readonly string[];
  readonly #mapping: Mapping;
  readonly #parts: readonly CompiledPart[];
  readonly #keyIndexes: readonly number[];
  readonly #existence: ExistenceReader;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
    this.columns = carriedColumns(mapping.stream);
    const indexOf = (column: string): number => {
      const index = this.columns.indexOf(column);
      if (index < 0) throw new Error(`${mapping.system}.${mapping.stream.name} carries no column ${column}`);
      return index;
    };
    this.#parts = mapping.parts.map((part) => compilePart(mapping, part, indexOf));
    this.#keyIndexes = mapping.stream.key.map(indexOf);
    this.#existence = new ExistenceReader(mapping.stream, indexOf);
  }

  /** @param position where the record stands, used as its key when it has none. */
  map(record: RawRecord, position: string): MappedRecord {
    return this.mapIdentified(record, this.identify(record, position));
  }

  /** @param position where the record stands, used as its key when it has none. */
  identify(record: RawRecord, position: string): IdentifiedRecord {
    const issues = new IssueList();
    const sourceKey = this.#readKey(record.values, position, issues);
    const existence = this.#existence.read(record);
    const deleted = existence !== 'live';
    const bare = existence === 'bare';
    for (const { rule, column = '', severity, detail } of record.problems ?? []) {
      if (!isRuleId(rule)) throw new Error(`the connector reports an unknown rule ${rule}`);
      issues.add(rule, column, null, { severity, ...(detail === undefined ? {} : { detail }) });
    }
    const text = rowText(record.values);
    const rawHash = hashText(record.deleted ? `${text}\tt` : text);
    return { sourceKey, rawHash, text, deleted, bare, issues };
  }

  mapIdentified(record: RawRecord, identified: IdentifiedRecord): MappedRecord {
    const { sourceKey, deleted, bare, issues } = identified;
    const rows: CanonicalRow[] = [];
    // A bare deletion is the record and nothing it mentions, and what it lacks is no fault.
    const parts = issues.blocking ? [] : bare ? this.#parts.slice(0, 1) : this.#parts;
    const found = bare ? new IssueList() : issues;
    for (const [index, compiled] of parts.entries()) {
      const { split, part, applies } = compiled;
      if (!bare && applies?.(record.values) === false) continue;
      for (const [item, values] of (split ? splitValues(record.values, split, found) : [record.values]).entries()) {
        const place = { part: index, ordinal: part.ordinal + item };
        const row = this.#mapPart(compiled, place, values, { sourceKey, deleted }, found);
        if (row) rows.push(row);
      }
    }
    return { ...identified, rows };
  }

  #readKey(values: RawValues, position: string, issues: IssueList): string {
    let key = '';
    for (const [place, index] of this.#keyIndexes.entries()) {
      const value = values[index]?.trim() ?? '';
      const fault = value === '' ? 'key_missing' : value.length > LONGEST_KEY ? 'key_overlong' : null;
      if (fault !== null) issues.add(fault, this.#mapping.stream.key[place] ?? '', null);
      key += place === 0 ? value : `|${value}`;
    }
    return issues.blocking ? position : key;
  }

  #mapPart(
    compiled: CompiledPart,
    place: { readonly part: number; readonly ordinal: number },
    raw: RawValues,
    { sourceKey, deleted }: { readonly sourceKey: string; readonly deleted: boolean },
    issues: IssueList,
  ): CanonicalRow | null {
    const { entity, evaluate, onlyWith, part } = compiled;
    const values: FieldValue[] = [];
    const record: Record<string, FieldValue> = {};
    for (const [column, rule] of evaluate.entries()) {
      const value = rule === null ? null : rule(raw, issues);
      values.push(value);
      record[entity.fieldNames[column] ?? ''] = value;
    }
    if (onlyWith.length > 0 && onlyWith.every((column) => values[column] === null)) return null;
    if (part.role === '') this.#compareMagnitudes(part, record, issues);
    if (!this.#validate(compiled, record, issues)) return null;
    const { system, stream, version } = this.#mapping;
    const id = canonicalId(entity.name, system, stream.name, sourceKey, part.role, place.ordinal);
    const text = rowText(values);
    return { ...place, id, rowHash: hashText(`${text}\t${deleted}\t${version}`), values, text };
  }

  #compareMagnitudes(part: Part, record: Readonly<Record<string, FieldValue>>, issues: IssueList): void {
    for (const [first, second] of this.#mapping.sameMagnitude) {
      const amount = (name: string) => ({ value: record[name] ?? null, column: part.fields[name]?.columns[0] ?? '' });
      compareMagnitudes(amount(first), amount(second), issues);
    }
  }

  #validate({ entity, part }: CompiledPart, record: Record<string, FieldValue>, issues: IssueList): boolean {
    const result = entity.schema.safeParse(record);
    if (result.success) return true;
    for (const { path, code } of result.error.issues) {
      const field = String(path[0] ?? '');
      const column = part.fields[field]?.columns[0] ?? '';
      // A value that is refused on its own account needs no second opinion.
      if (issues.all.some((issue) => issue.column === column && issue.severity === 'blocking')) continue;
      issues.add('schema_violation', column, null, { detail: `${entity.name}.${field}: ${code}` });
    }
    return false;
  }
}
