/** Rows of a query as they come: no faster than they are taken, and never waiting for ever. */
import { CancelledError } from '../../core/errors.ts';
import { throwIfCancelled } from '../cancellation.ts';
import { SilenceError } from '../database/silence.ts';
import type { Query } from './order.ts';
import type { Session, Value } from './session.ts';

/** Rows that may wait here before the server is held up. */
const MOST_WAITING = 512;
/** Texts this long are counted as several rows. */
const CHARACTERS_PER_ROW = 4_096;

export type RowValues = readonly Value[];

export interface RowsRequest {
  readonly session: Session;
  readonly query: Query;
  /** Longest wait for the server; the time we take between two waits does not count. */
  readonly silenceSeconds: number;
  readonly stream: string;
  readonly signal?: AbortSignal | undefined;
}

/** Leaving the loop, an abort and silence all tell the server to stop. What the server refuses is thrown as it comes. */
export async function* readRows(request: RowsRequest): AsyncGenerator<RowValues[], void, undefined> {
  const { signal, stream, session } = request;
  throwIfCancelled(signal, stream);
  const arrival = new Arrival(request);
  const abort = (): void => arrival.fail(new CancelledError(`${stream}：读取已取消`, { stream }));
  signal?.addEventListener('abort', abort, { once: true });
  try {
    for (let rows = await arrival.take(); rows.length > 0; rows = await arrival.take()) yield rows;
  } finally {
    signal?.removeEventListener('abort', abort);
    if (!arrival.ended) await session.stop(arrival.request, arrival.finished);
  }
}

class Arrival {
  readonly request: ReturnType<Session['request']>;
  readonly finished: Promise<unknown>;
  ended = false;
  private readonly seconds: number;
  private rows: RowValues[] = [];
  private weight = 0;
  private held = false;
  private fault: unknown;
  private wake: (() => void) | undefined;

  constructor({ session, query, silenceSeconds }: RowsRequest) {
    this.seconds = silenceSeconds;
    this.request = session.request(query.parameters);
    this.request.stream = true;
    this.request.arrayRowMode = true;
    this.request.on('row', (row: RowValues) => this.add(row));
    this.request.on('error', (thrown: unknown) => this.fail(thrown));
    this.finished = this.request.query(query.text);
    this.finished
      .catch((thrown: unknown) => this.fail(thrown))
      .finally(() => {
        this.ended = true;
        this.wake?.();
      });
  }

  /** What has arrived since; empty at the end. */
  async take(): Promise<RowValues[]> {
    while (this.rows.length === 0 && !this.ended && this.fault === undefined) await this.wait();
    const { rows } = this;
    // What arrived before a fault is delivered; the fault comes next.
    if (rows.length === 0 && this.fault !== undefined) throw this.fault;
    this.rows = [];
    this.weight = 0;
    if (this.held) this.request.resume();
    this.held = false;
    return rows;
  }

  /** The first fault counts; others follow from it. */
  fail(thrown: unknown): void {
    this.fault ??= thrown;
    this.wake?.();
  }

  private add(row: RowValues): void {
    this.rows.push(row);
    this.weight += 1;
    for (const value of row) {
      if (typeof value === 'string') this.weight += Math.floor(value.length / CHARACTERS_PER_ROW);
    }
    if (this.weight >= MOST_WAITING && !this.held) {
      this.held = true;
      this.request.pause();
    }
    this.wake?.();
  }

  private async wait(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.wake = resolve;
    const silent = new SilenceError(`silent for ${this.seconds} s`);
    const timer = setTimeout(() => this.fail(silent), this.seconds * 1000);
    await promise;
    clearTimeout(timer);
    this.wake = undefined;
  }
}
