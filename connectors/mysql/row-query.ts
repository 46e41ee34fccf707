/** One query whose rows are taken as they come. While its consumer rests, others may have the connection. */
import { CancelledError } from '../../core/errors.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { Fields } from '../database/record-taker.ts';
import { withinSilence } from '../database/silence.ts';
import type { FieldReader } from './field-readers.ts';
import type { RowQuery } from './session.ts';
import type { Snapshot } from './snapshot.ts';

const BATCH_ROWS = 1000;

export interface RowRequest {
  readonly snapshot: Snapshot;
  readonly sql: string;
  readonly typeCast: FieldReader;
  /** Longest wait for the server; the time we take between two waits does not count. */
  readonly silenceSeconds: number;
  readonly stream: string;
  readonly signal?: AbortSignal | undefined;
}

export class RowReading {
  private readonly request: RowRequest;
  private readonly query: RowQuery;
  private readonly giveBack: () => void;
  private readonly batches: AsyncGenerator<Fields[], void, undefined>;
  private ended = false;
  private closing: Promise<void> | undefined;

  private constructor(request: RowRequest, query: RowQuery, giveBack: () => void) {
    this.request = request;
    this.query = query;
    this.giveBack = giveBack;
    void query.ended.then(() => (this.ended = true));
    const stop = (reason: Error): void => void query.rows.destroy(reason);
    this.batches = withinSilence(inBatches(query.rows), { seconds: request.silenceSeconds, stop });
    request.signal?.addEventListener('abort', this.abort, { once: true });
  }

  /** Waits for the connection. */
  static async open(request: RowRequest): Promise<RowReading> {
    const { snapshot, sql, typeCast, signal, stream } = request;
    const giveBack = await snapshot.turns.take();
    try {
      throwIfCancelled(signal, stream);
      return new RowReading(request, await snapshot.select(sql, typeCast), giveBack);
    } catch (thrown) {
      await snapshot.settle();
      giveBack();
      throw thrown;
    }
  }

  /** The next rows, undefined behind the last. */
  async next(): Promise<Fields[] | undefined> {
    const { value } = await this.batches.next();
    return value ?? undefined;
  }

  /** From here to `resume` nothing is read: whoever waits for the connection gets it, and the query ends for that. */
  rest(): void {
    this.request.snapshot.turns.rest(() => void this.close());
  }

  /** @returns false where the query ended meanwhile: it must be asked again from behind the last row. */
  async resume(): Promise<boolean> {
    this.request.snapshot.turns.resume();
    await this.closing;
    return this.closing === undefined;
  }

  /** Stops what the server still does for this query, and gives the connection back. */
  close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private async finish(): Promise<void> {
    const { snapshot, signal } = this.request;
    signal?.removeEventListener('abort', this.abort);
    snapshot.turns.resume();
    if (!this.ended) await snapshot.cancel(this.query);
    await snapshot.settle();
    this.giveBack();
  }

  private readonly abort = (): void => {
    const { stream } = this.request;
    this.query.rows.destroy(new CancelledError(`${stream}：读取已取消`, { stream }));
  };
}

async function* inBatches(rows: RowQuery['rows']): AsyncGenerator<Fields[], void, undefined> {
  let batch: Fields[] = [];
  for await (const row of rows as AsyncIterable<Fields>) {
    batch.push(row);
    if (rows.readableLength > 0 && batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
}
