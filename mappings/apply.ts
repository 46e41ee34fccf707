/** Runs a mapping on one raw record: canonical values plus issues, nothing read or written elsewhere. */
import { carriedColumns } from '../connectors/stream.ts';
import type { RawRecord } from '../connectors/connector.ts';
import { canonicalId, hashText } from '../core/ids.ts';
import { rowText } from '../core/row-text.ts';
import type { Entity } from '../schemas/entity.ts';
import type { FieldValue } from '../schemas/field.ts';
import { isRuleId } from '../schemas/rules.ts';
import { IssueList } from './issues.ts';
import { compareMagnitudes } from './magnitude.ts';
import type { Evaluate, Mapping, Part, RawValues } from './mapping.ts';

export interface CanonicalRow {
  readonly part: number;
  readonly id: string;
  readonly rowHash: string;
  /** In the order of the entity's fields. */
  readonly values: readonly FieldValue[];
  /** The same as one line, as it is hashed and written. */
  readonly text: string;
}

export interface MappedRecord {
  readonly sourceKey: string;
  readonly rawHash: string;
  /** Raw values as one line, as they are hashed and written. */
  readonly text: string;
  readonly deleted: boolean;
  readonly rows: readonly CanonicalRow[];
  readonly issues: IssueList;
}

interface CompiledPart {
  readonly part: Part;
  readonly entity: Entity;
  readonly evaluate: readonly (Evaluate | null)[];
  readonly onlyWith: readonly number[];
}

function compilePart(mapping: Mapping, part: Part, indexOf: (column: string) => number): CompiledPart {
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
  return { part, entity, evaluate, onlyWith };
}

export class MappingRunner {
  readonly columns: readonly string[];
  readonly #mapping: Mapping;
  readonly #parts: readonly CompiledPart[];
  readonly #keyIndexes: readonly number[];
  readonly #flag: { index: number; values: ReadonlySet<string> } | null;

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
    const flag = mapping.stream.deletion.find((deletion) => deletion.by === 'flag');
    this.#flag = flag ? { index: indexOf(flag.column), values: new Set(flag.values) } : null;
  }

  /** @param position where the record stands, used as its key when it has none. */
  map(record: RawRecord, position: string): MappedRecord {
    const issues = new IssueList();
    const sourceKey = this.#readKey(record.values, position, issues);
    const deleted = record.deleted === true || this.#isFlagged(record.values);
    for (const { rule, column = '', severity, detail } of record.problems ?? []) {
      if (!isRuleId(rule)) throw new Error(`the connector reports an unknown rule ${rule}`);
      issues.add(rule, column, null, { severity, ...(detail === undefined ? {} : { detail }) });
    }
    const text = rowText(record.values);
    const rawHash = hashText(record.deleted ? `${text}\tt` : text);
    const rows: CanonicalRow[] = [];
    const unreadable = issues.blocking;
    for (const [index, compiled] of this.#parts.entries()) {
      if (unreadable) break;
      const row = this.#mapPart(compiled, index, record.values, sourceKey, deleted, issues);
      if (row) rows.push(row);
    }
    return { sourceKey, rawHash, text, deleted, rows, issues };
  }

  #readKey(values: RawValues, position: string, issues: IssueList): string {
    let key = '';
    for (const [place, index] of this.#keyIndexes.entries()) {
      const value = values[index]?.trim() ?? '';
      if (value === '') issues.add('key_missing', this.#mapping.stream.key[place] ?? '', null);
      key += place === 0 ? value : `|${value}`;
    }
    return issues.blocking ? position : key;
  }

  #isFlagged(values: RawValues): boolean {
    if (!this.#flag) return false;
    const value = values[this.#flag.index]?.trim();
    return value !== undefined && this.#flag.values.has(value);
  }

  #mapPart(
    compiled: CompiledPart,
    index: number,
    raw: RawValues,
    sourceKey: string,
    deleted: boolean,
    issues: IssueList,
  ): CanonicalRow | null {
    const { entity, evaluate, onlyWith, part } = compiled;
    const values: FieldValue[] = [];
    const record: Record<string, FieldValue> = {};
    for (const [place, rule] of evaluate.entries()) {
      const value = rule === null ? null : rule(raw, issues);
      values.push(value);
      record[entity.fieldNames[place] ?? ''] = value;
    }
    if (onlyWith.length > 0 && onlyWith.every((place) => values[place] === null)) return null;
    if (index === 0) this.#compareMagnitudes(part, record, issues);
    if (!this.#validate(compiled, record, issues)) return null;
    const { system, stream, version } = this.#mapping;
    const id = canonicalId(entity.name, system, stream.name, sourceKey, part.role, part.ordinal);
    const text = rowText(values);
    return { part: index, id, rowHash: hashText(`${text}\t${deleted}\t${version}`), values, text };
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
      issues.add('schema_violation', column, null, { detail: `${entity.name}.${field}: ${code}` });
    }
    return false;
  }
}
