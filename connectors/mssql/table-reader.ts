/**
 * The records of one table, a chunk at a time. Where all that is read is one state, or a sort stands before the first row
 * anyway, one query streams the whole table. Elsewhere each chunk is a query of its own, taken whole before anybody works
 * with it: a reading that waits for its consumer would keep locks that writers wait for.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { CancelledError, SourceError } from '../../core/errors.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { RawChunk } from '../connector.ts';
import { parseCursor } from '../database/cursor.ts';
import type { Reading } from '../database/live-connector.ts';
import { RecordTaker } from '../database/record-taker.ts';
import { nameSql, type MssqlTable } from './catalog.ts';
import type { MssqlColumn } from './column.ts';
import type { DatabaseState } from './database-state.ts';
import { textOfValue } from './exact-text.ts';
import type { Pass } from './lane.ts';
import { orderOf, selectedColumns, selectQuery, type Order } from './order.ts';
import { readRows, type RowValues } from './rows.ts';

export interface QueryReading extends Reading<MssqlTable> {
  readonly state: DatabaseState;
  readonly silenceSeconds: number;
}

const PAUSE_MILLISECONDS = 200;

export class QueryReader {
  private readonly reading: QueryReading;
  private readonly order: Order;
  private readonly columns: readonly MssqlColumn[];
  private readonly taker: RecordTaker;
  /** Rows of the query at hand. */
  private sent = 0;
  private tries = 0;

  constructor(reading: QueryReading) {
    const { request, table, state } = reading;
    this.reading = reading;
    this.order = orderOf({ stream: request.stream, table, server: state.server });
    this.columns = selectedColumns({ table, order: this.order, request });
    const after = request.after === undefined ? undefined : parseCursor(request.after, this.order, table.table);
    this.taker = new RecordTaker({ request, table: table.table, order: this.order, after, decoder: undefined });
  }

  get position(): string {
    return this.taker.position;
  }

  async *read(): AsyncGenerator<RawChunk, void, undefined> {
    const { state } = this.reading;
    if (state.isOneState || !this.order.unique) yield* this.readStreaming();
    else yield* this.readPages();
    this.refuseChanged();
    if (this.taker.waiting > 0) yield this.taker.take();
  }

  private async *readStreaming(): AsyncGenerator<RawChunk, void, undefined> {
    for (let whole = false; !whole;) {
      const pass = await this.enter();
      try {
        whole = yield* this.readTurn(pass);
      } catch (thrown) {
        await this.pauseOrThrow(thrown);
      } finally {
        pass.leave();
      }
    }
  }

  /** @returns false where somebody else was let go first, and the rest is still to be read. */
  private async *readTurn(pass: Pass): AsyncGenerator<RawChunk, boolean, undefined> {
    const { taker } = this;
    const rows = await this.query(undefined);
    for await (const some of rows) {
      for (const row of some) {
        this.add(row);
        if (!taker.full) continue;
        throwIfCancelled(this.reading.request.signal, this.reading.request.stream.name);
        pass.rest(() => rows.return());
        yield taker.take();
        if (!(await pass.resume())) return false;
      }
    }
    return true;
  }

  private async *readPages(): AsyncGenerator<RawChunk, void, undefined> {
    const { chunkSize } = this.reading.request;
    for (let more = true; more;) {
      const limit = chunkSize - this.taker.waiting;
      const pass = await this.enter();
      try {
        for await (const some of await this.query(limit)) for (const row of some) this.add(row);
        more = this.sent === limit;
      } catch (thrown) {
        await this.pauseOrThrow(thrown);
      } finally {
        pass.leave();
      }
      if (this.taker.full) yield this.taker.take();
    }
  }

  private async enter(): Promise<Pass> {
    const { state, request } = this.reading;
    try {
      return await state.lane.enter(request.signal);
    } catch (thrown) {
      if (!request.signal?.aborted) throw thrown;
      throw new CancelledError(`${request.stream.name}：读取已取消`, { stream: request.stream.name, cause: thrown });
    }
  }

  /** From the last record that was taken on. */
  private async query(limit: number | undefined): Promise<AsyncGenerator<RowValues[], void, undefined>> {
    const { state, request, table, silenceSeconds } = this.reading;
    const query = selectQuery({ table, order: this.order, request, after: this.taker.cursor, limit });
    this.taker.goOn();
    this.sent = 0;
    const { stream, signal } = request;
    return readRows({ session: await state.session(), query, silenceSeconds, stream: stream.name, signal });
  }

  private add(row: RowValues): void {
    const fields = this.columns.map((column, place) => textOfValue(column, row[place]));
    if (!this.order.unique) fields.push((row[this.columns.length] as Buffer).toString('hex'));
    this.sent += 1;
    this.tries = 0;
    this.taker.add(fields);
  }

  /** What was lost in a deadlock is asked again, from the last record on. */
  private async pauseOrThrow(thrown: unknown): Promise<void> {
    this.tries += 1;
    if (!this.reading.state.mayTryAgain(thrown, this.tries)) throw thrown;
    await sleep(PAUSE_MILLISECONDS * this.tries);
  }

  private refuseChanged(): void {
    const { state, expectedRows, request, table } = this.reading;
    if (state.isOneState) return this.taker.refuseChanged(expectedRows);
    const read = Number(this.position.slice(table.table.length + 1));
    if (expectedRows === undefined || request.changedSince !== undefined || expectedRows === read) return;
    const sql = `ALTER DATABASE ${nameSql(state.server.database)} SET ALLOW_SNAPSHOT_ISOLATION ON;`;
    throw new SourceError(`${table.table}：读取期间有写入，应有${expectedRows}行，实有${read}行`, {
      position: this.position,
      next: `避开业务时间重新运行，或请管理员执行：${sql}`,
    });
  }
}
