/** The records of one table, a chunk at a time. */
import { throwIfCancelled } from '../cancellation.ts';
import type { RawChunk } from '../connector.ts';
import { parseCursor } from '../database/cursor.ts';
import type { Reading } from '../database/live-connector.ts';
import { boundsOfRange } from '../database/range-id.ts';
import { RecordTaker } from '../database/record-taker.ts';
import { StoredTextDecoder } from '../database/stored-text.ts';
import type { MysqlTable } from './catalog.ts';
import { fieldReader } from './field-readers.ts';
import { orderOf, resultColumns, selectSql, type Selection } from './order.ts';
import { RowReading } from './row-query.ts';
import type { Snapshot } from './snapshot.ts';
import type { Snapshots } from './snapshots.ts';

export interface MysqlReading extends Reading<MysqlTable> {
  readonly snapshots: Snapshots;
  readonly silenceSeconds: number;
}

export class MysqlReader {
  private readonly reading: MysqlReading;
  private readonly selection: Selection;
  private readonly taker: RecordTaker;

  constructor(reading: MysqlReading) {
    const { request, table } = reading;
    const order = orderOf(request.stream, table);
    this.reading = reading;
    const bounds = request.range && boundsOfRange(request.range, order, table.table);
    this.selection = { table, order, request, bounds };
    const after = request.after === undefined ? undefined : parseCursor(request.after, order, table.table);
    const columns = resultColumns(this.selection).slice(0, request.columns.length);
    const encodings = columns.map(({ stored }) => stored);
    const decoder = encodings.some(Boolean) ? new StoredTextDecoder(request.columns, encodings) : undefined;
    this.taker = new RecordTaker({ request, table: table.table, order, after, decoder });
  }

  get position(): string {
    return this.taker.position;
  }

  async *read(): AsyncGenerator<RawChunk, void, undefined> {
    const { snapshot, giveBack } = this.reading.snapshots.borrow();
    try {
      yield* this.readFrom(snapshot);
    } finally {
      giveBack();
    }
  }

  private async *readFrom(snapshot: Snapshot): AsyncGenerator<RawChunk, void, undefined> {
    const { signal, stream } = this.reading.request;
    let rows = await this.open(snapshot);
    try {
      for (let batch = await rows.next(); batch; batch = await rows.next()) {
        for (const fields of batch) {
          this.taker.add(fields);
          if (!this.taker.full) continue;
          throwIfCancelled(signal, stream.name);
          const chunk = this.taker.take();
          rows.rest();
          yield chunk;
          if (await rows.resume()) continue;
          // Somebody else had the connection: on from behind the last record.
          rows = await this.open(snapshot);
          break;
        }
      }
    } finally {
      await rows.close();
    }
    this.taker.refuseChanged(this.reading.expectedRows);
    if (this.taker.waiting > 0) yield this.taker.take();
  }

  private open(snapshot: Snapshot): Promise<RowReading> {
    const { silenceSeconds, request } = this.reading;
    this.taker.goOn();
    return RowReading.open({
      snapshot,
      sql: selectSql(this.selection, this.taker.cursor),
      typeCast: fieldReader(resultColumns(this.selection)),
      silenceSeconds,
      stream: request.stream.name,
      signal: request.signal,
    });
  }
}
