/** Encodes records for the staging tables of one stream: lines of COPY, ready to be written. */
import { rowText } from '../../core/row-text.ts';
import type { FieldValue } from '../../schemas/field.ts';
import { businessColumns } from '../ddl.ts';
import { CopyBuffer, PiecePool } from './copy.ts';
import type { EncodedChunk } from './isolate.ts';
import { plannedEntities, type StreamPlan } from './plan.ts';
import {
  stagedName,
  STAGE_ISSUE_COLUMNS,
  STAGE_RAW_COLUMNS,
  STAGE_ROW_COLUMNS,
  type StageTables,
} from './stage-tables.ts';

export interface StagedRecord {
  readonly ord: number;
  readonly sourceKey: string;
  readonly hash: string;
  readonly deleted: boolean;
  /** A deletion that carries nothing but the key. */
  readonly bare: boolean;
  readonly position: string;
  readonly verdict: 'ok' | 'skipped' | 'quarantined';
  /** Raw values as `rowText` writes them. */
  readonly text: string;
}

export interface StagedRow {
  /** Index of the planned part. */
  readonly part: number;
  /** Place among the rows of the part's role. */
  readonly ordinal: number;
  readonly id: string;
  readonly rowHash: string;
  /** Canonical values as `rowText` writes them. */
  readonly text: string;
}

export interface StagedIssue {
  readonly field: string;
  readonly rule: string;
  readonly severity: string;
  readonly disposition: string;
  readonly loaded: FieldValue;
  readonly personal: string;
  readonly detail: string | null;
  readonly position: string;
}

export interface StagedInput {
  readonly record: StagedRecord;
  readonly rows: readonly StagedRow[];
  readonly issues: readonly StagedIssue[];
}

interface TableBuffer {
  readonly name: string;
  readonly columns: readonly string[];
  readonly buffer: CopyBuffer;
}

/** Encodes records for the staging tables of one stream as they come: only bytes wait to be written. */
export class StageEncoder {
  readonly #plan: StreamPlan;
  readonly #raw: TableBuffer;
  readonly #issues: TableBuffer;
  readonly #rows: readonly TableBuffer[];
  readonly #rowsOfPart: readonly (TableBuffer | undefined)[];
  readonly #pool = new PiecePool();
  #canonical = 0;

  constructor(tables: StageTables, plan: StreamPlan) {
    this.#plan = plan;
    const table = (name: string, columns: readonly string[]) => ({ name, columns, buffer: new CopyBuffer(this.#pool) });
    const entities = plannedEntities(plan);
    this.#raw = table(tables.raw, [...STAGE_RAW_COLUMNS, ...plan.columns.map(stagedName)]);
    this.#issues = table(tables.issues, STAGE_ISSUE_COLUMNS);
    this.#rows = entities.map((entity) =>
      table(tables.canonical(entity), [...STAGE_ROW_COLUMNS, ...businessColumns(entity).map(({ name }) => name)]),
    );
    this.#rowsOfPart = plan.parts.map(({ entity }) => this.#rows[entities.indexOf(entity)]);
  }

  add({ record, rows, issues }: StagedInput): void {
    const { ord, sourceKey, hash, deleted, bare, position, verdict, text } = record;
    this.#raw.buffer.add(`${rowText([ord, sourceKey, hash, deleted, bare, position, verdict])}\t${text}`);
    for (const row of rows) {
      const part = this.#plan.parts[row.part];
      if (!part) continue;
      this.#rowsOfPart[row.part]?.buffer.add(
        `${ord}\t${row.id}\t${part.role}\t${row.ordinal}\t${row.rowHash}\t${row.text}`,
      );
      this.#canonical += 1;
    }
    for (const issue of issues) {
      const { field, rule, severity, disposition, loaded, personal, detail, position: place } = issue;
      const value = typeof loaded === 'boolean' ? (loaded ? '1' : '0') : loaded;
      this.#issues.buffer.add(rowText([ord, field, rule, severity, disposition, value, personal, detail, place]));
    }
  }

  /** Hands over what came together and starts anew. */
  take(): { encoded: EncodedChunk; canonical: number } {
    const canonical = this.#canonical;
    this.#canonical = 0;
    const encoded = [this.#raw, ...this.#rows, this.#issues].map(({ name, columns, buffer }) => ({
      name,
      columns,
      pieces: buffer.take(),
    }));
    return { encoded, canonical };
  }

  /** Takes back what was handed over, once it is written. */
  reuse(encoded: EncodedChunk): void {
    for (const { pieces } of encoded) this.#pool.give(pieces);
  }
}
