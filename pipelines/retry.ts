/**
 * Tries quarantined records again from the raw layer: after a mapping changed, or after the parent they waited for has
 * come. The raw layer plays the part of the connector; everything behind it is the ordinary spine.
 */
import type { Connector, RawChunk, ReadRequest, StreamDelivery } from '../connectors/connector.ts';
import type { StreamContract } from '../connectors/stream.ts';
import { hashText } from '../core/ids.ts';
import type { Database } from '../database/connection.ts';
import { countWaiting, readWaiting, type WaitingRecord } from '../database/load/waiting.ts';
import type { ProgressListener } from './progress.ts';
import { migrateSystem, type RunResult } from './run.ts';
import type { SystemDeclaration } from './system.ts';

export interface RetryOptions {
  readonly database: Database;
  readonly declaration: SystemDeclaration;
  readonly chunkSize: number;
  readonly operator: string;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
}

const POSITION = /^(.*)([:@])(\d+)$/s;

function toChunk(record: WaitingRecord, contract: StreamContract, cursor: string): RawChunk {
  const [, origin = record.position, mark = ':', row = '0'] = POSITION.exec(record.position) ?? [];
  const struck = record.deleted && contract.deletion.some(({ by }) => by === 'strike');
  const raw = { values: record.values, row: Number(row), ...(struck ? { deleted: true as const } : {}) };
  return { origin, mark: mark === '@' ? '@' : ':', records: [raw], cursor };
}

class QuarantineConnector implements Connector {
  readonly #database: Database;
  readonly #system: string;
  readonly #waiting: ReadonlyMap<string, number>;
  readonly #stamp: string;

  constructor(database: Database, system: string, waiting: ReadonlyMap<string, number>, now: Date) {
    this.#database = database;
    this.#system = system;
    this.#waiting = waiting;
    this.#stamp = now.toISOString();
  }

  check(): Promise<[]> {
    return Promise.resolve([]);
  }

  describe(stream: StreamContract): Promise<StreamDelivery> {
    return Promise.resolve({
      declaredRows: this.#waiting.get(stream.name) ?? 0,
      columns: Object.keys(stream.columns),
      bytes: 0,
      // Every retry is a run of its own.
      fingerprint: hashText(`${stream.name} ${this.#stamp}`),
      findings: [],
    });
  }

  async *read({ stream, columns, after, chunkSize }: ReadRequest): AsyncGenerator<RawChunk, void, undefined> {
    let cursor = after ?? '0';
    for (;;) {
      const page = await readWaiting(this.#database, this.#system, stream.name, columns, cursor, chunkSize);
      if (page.records.length === 0) return;
      for (const record of page.records) yield toChunk(record, stream, record.id);
      cursor = page.lastId;
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** @returns null where nothing waits that a second try could cure. */
export async function retryQuarantine(options: RetryOptions): Promise<RunResult | null> {
  const { database, declaration, now } = options;
  const waiting = await countWaiting(database, declaration.system);
  if (waiting.size === 0) return null;
  const connector = new QuarantineConnector(database, declaration.system, waiting, now);
  return migrateSystem({
    ...options,
    connector,
    day: '',
    complete: false,
    only: new Set(waiting.keys()),
  });
}
