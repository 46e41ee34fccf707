/** Runs a declared system on tiny deliveries, each run like one evening's delivery. */
import { beforeAll, beforeEach } from 'vitest';
import type { Connector } from '../../connectors/connector.ts';
import type { Database, Row } from '../../database/connection.ts';
import type { ProgressEvent } from '../../pipelines/progress.ts';
import { migrateSystem, type RunOptions, type RunResult } from '../../pipelines/run.ts';
import type { SystemDeclaration } from '../../pipelines/system.ts';
import { procurement } from '../../pipelines/systems/procurement.ts';
import { emptyDatabase, useDatabases } from './database.ts';
import { MemoryConnector, type MemoryOptions, type Tables } from './memory-connector.ts';

export const NOW = new Date('2020-11-30T18:30:00Z');

export interface CentreRun extends RunResult {
  readonly events: readonly ProgressEvent[];
}

export type CentreOptions = Partial<Omit<RunOptions, 'database' | 'connector' | 'declaration'>>;

export async function runConnector(
  database: Database,
  connector: Connector,
  declaration: SystemDeclaration,
  options: CentreOptions = {},
): Promise<CentreRun> {
  const events: ProgressEvent[] = [];
  const result = await migrateSystem({
    chunkSize: 1000,
    operator: 'tester',
    now: NOW,
    day: '',
    signal: new AbortController().signal,
    complete: true,
    progress: (event) => events.push(event),
    ...options,
    database,
    connector,
    declaration,
  });
  return { ...result, events };
}

export class Centre {
  readonly database: Database;
  readonly declaration: SystemDeclaration;

  constructor(database: Database, declaration: SystemDeclaration = procurement) {
    this.database = database;
    this.declaration = declaration;
  }

  /** Runs the streams that are named, in their declared order. */
  run(tables: Tables, options: CentreOptions & { delivery?: MemoryOptions } = {}): Promise<CentreRun> {
    const { delivery, ...rest } = options;
    const only = new Set([...Object.keys(tables), ...(delivery?.unreadable ?? [])]);
    return runConnector(this.database, new MemoryConnector(tables, delivery), this.declaration, { only, ...rest });
  }

  /** Columns of a canonical table by source key; amounts without trailing zeros. */
  async rows(table: string, columns: string, where = "role = ''"): Promise<Row[]> {
    return this.database.query(`select ${columns} from canonical.${table} where ${where} order by source_key`);
  }

  /** Open issues as `stream key field rule`, those of the given rules only. */
  async issues(...rules: string[]): Promise<string[]> {
    const rows = await this.database.query(
      `select concat_ws(' ', stream, source_key, nullif(field, ''), rule) as line from ops.issues
       where closed_run is null and (cardinality($1::text[]) = 0 or rule = any($1)) order by 1`,
      [rules],
    );
    return rows.map(({ line }) => line ?? '');
  }

  async quarantine(): Promise<string[]> {
    const rows = await this.database.query(
      `select concat_ws(' ', stream, source_key, state, closed_reason) as line from ops.quarantine order by 1`,
    );
    return rows.map(({ line }) => line ?? '');
  }

  /** What became of the records of a stream in its last run: only the counts that are not zero. */
  async counts(stream: string): Promise<Readonly<Record<string, string>>> {
    const [row = {}] = await this.database.query(
      `select t.status, t.read, t.inserted, t.updated, t.unchanged, t.superseded, t.deleted, t.skipped, t.quarantined, t.vanished
       from ops.stream_runs t join ops.runs r using (run_id) where stream = $1 order by r.seq desc limit 1`,
      [stream],
    );
    return Object.fromEntries(
      Object.entries(row).flatMap(([name, value]) => (value && value !== '0' ? [[name, value]] : [])),
    );
  }
}

/** One centre for the tests of a file, with an empty database before each of them. */
export function useCentre(declaration: SystemDeclaration = procurement): () => Centre {
  const openFresh = useDatabases();
  let centre: Centre;
  beforeAll(async () => {
    centre = new Centre((await openFresh()).database, declaration);
  });
  beforeEach(() => emptyDatabase(centre.database));
  return () => centre;
}
