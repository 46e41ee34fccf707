/** Appends chunks to the staging tables: rows, ledger entry and sums in one transaction. */
import type { FieldValue } from '../../schemas/field.ts';
import { RULES } from '../../schemas/rules.ts';
import type { Client, Database } from '../connection.ts';
import { businessColumns } from '../ddl.ts';
import { CopyBuffer, copyInto } from './copy.ts';
import { plannedEntities, type StreamPlan } from './plan.ts';
import { STAGE_ISSUE_COLUMNS, STAGE_RAW_COLUMNS, STAGE_ROW_COLUMNS, type StageTables } from './stage-tables.ts';

export interface StagedRecord {
  readonly ord: number;
  readonly sourceKey: string;
  readonly hash: string;
  readonly deleted: boolean;
  readonly position: string;
  readonly verdict: 'ok' | 'skipped' | 'quarantined';
  readonly values: readonly (string | null)[];
}

export interface StagedRow {
  /** Index of the planned part. */
  readonly part: number;
  readonly id: string;
  readonly rowHash: string;
  readonly values: readonly FieldValue[];
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

export interface StagedChunk {
  readonly chunkNo: number;
  readonly from: number;
  readonly to: number;
  readonly cursor: string;
  readonly inputs: readonly StagedInput[];
  readonly amounts: readonly { readonly entity: string; readonly field: string; readonly amount: string }[];
}

interface EncodedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly buffer: CopyBuffer;
}

/** Writes chunks of one stream into its staging tables. */
export class StageWriter {
  readonly #plan: StreamPlan;
  readonly #raw: EncodedTable;
  readonly #issues: EncodedTable;
  readonly #rows: readonly EncodedTable[];
  readonly #rowsOfPart: readonly (EncodedTable | undefined)[];

  constructor(tables: StageTables, plan: StreamPlan) {
    this.#plan = plan;
    const table = (name: string, columns: readonly string[]) => ({ name, columns, buffer: new CopyBuffer() });
    const entities = plannedEntities(plan);
    this.#raw = table(tables.raw, [...STAGE_RAW_COLUMNS, ...plan.columns]);
    this.#issues = table(tables.issues, STAGE_ISSUE_COLUMNS);
    this.#rows = entities.map((entity) =>
      table(tables.canonical(entity), [...STAGE_ROW_COLUMNS, ...businessColumns(entity).map(({ name }) => name)]),
    );
    this.#rowsOfPart = plan.parts.map(({ entity }) => this.#rows[entities.indexOf(entity)]);
  }

  #encode({ record, rows, issues }: StagedInput): void {
    const { ord, sourceKey, hash, deleted, position, verdict, values } = record;
    this.#raw.buffer.add([ord, sourceKey, hash, deleted, position, verdict, ...values]);
    for (const row of rows) {
      const part = this.#plan.parts[row.part];
      if (part)
        this.#rowsOfPart[row.part]?.buffer.add([ord, row.id, part.role, part.ordinal, row.rowHash, ...row.values]);
    }
    for (const issue of issues) {
      const { field, rule, severity, disposition, loaded, personal, detail, position: place } = issue;
      const text = typeof loaded === 'boolean' ? (loaded ? '1' : '0') : loaded;
      this.#issues.buffer.add([ord, field, rule, severity, disposition, text, personal, detail, place]);
    }
  }

  /** Copies the inputs; a record the database refuses is found by halving and waits in quarantine. */
  async write(client: Client, inputs: readonly StagedInput[]): Promise<void> {
    for (const input of inputs) this.#encode(input);
    const tables = [this.#raw, ...this.#rows, this.#issues].map(({ name, columns, buffer }) => ({
      name,
      columns,
      pieces: buffer.take(),
    }));
    await client.query('savepoint chunk');
    try {
      for (const { name, columns, pieces } of tables) await copyInto(client, name, columns, pieces);
    } catch (thrown) {
      if (!isDataError(thrown)) throw thrown;
      await client.query('rollback to savepoint chunk');
      const [only, second] = inputs;
      if (only && !second) {
        if (only.record.verdict === 'quarantined' && only.rows.length === 0) throw thrown;
        await this.write(client, [rejected(only, thrown)]);
        return;
      }
      const middle = inputs.length >> 1;
      await this.write(client, inputs.slice(0, middle));
      await this.write(client, inputs.slice(middle));
    }
  }
}

/** Data exceptions and integrity violations: classes 22 and 23 of the SQLSTATE table. */
function isDataError(thrown: unknown): thrown is Error & { code: string } {
  return thrown instanceof Error && 'code' in thrown && /^2[23]/.test(String(thrown.code));
}

function rejected({ record, issues }: StagedInput, reason: Error): StagedInput {
  const { severity, disposition } = RULES.record_rejected;
  const issue: StagedIssue = {
    field: '',
    rule: 'record_rejected',
    severity,
    disposition,
    loaded: null,
    personal: 'none',
    detail: reason.message,
    position: record.position,
  };
  return { record: { ...record, verdict: 'quarantined' }, rows: [], issues: [...issues, issue] };
}

async function writeLedger(client: Client, runId: string, stream: string, chunk: StagedChunk): Promise<void> {
  const canonical = chunk.inputs.reduce((sum, { rows }) => sum + rows.length, 0);
  await client.query(
    `insert into ops.chunks (run_id, stream, phase, chunk_no, ord_from, ord_to, cursor, read, canonical)
     values ($1, $2, 'stage', $3, $4, $5, $6, $7, $8)`,
    [runId, stream, chunk.chunkNo, chunk.from, chunk.to, chunk.cursor, chunk.inputs.length, canonical],
  );
  for (const { entity, field, amount } of chunk.amounts) {
    await client.query('insert into ops.chunk_amounts values ($1, $2, $3, $4, $5, $6)', [
      runId,
      stream,
      chunk.chunkNo,
      entity,
      field,
      amount,
    ]);
  }
  await client.query('update ops.stream_runs set read = read + $3 where run_id = $1 and stream = $2', [
    runId,
    stream,
    chunk.inputs.length,
  ]);
}

export async function stageChunk(
  database: Database,
  runId: string,
  stream: string,
  writer: StageWriter,
  chunk: StagedChunk,
  beforeCommit: () => void = () => undefined,
): Promise<void> {
  await database.transaction(async (client) => {
    // A server crash empties unlogged tables anyway: waiting for the disk after each chunk would buy nothing.
    await client.query('set local synchronous_commit = off');
    await writer.write(client, chunk.inputs);
    await writeLedger(client, runId, stream, chunk);
    beforeCommit();
  });
}
