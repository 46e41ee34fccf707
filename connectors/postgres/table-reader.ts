/** The records of one table, a chunk at a time. */
import { throwIfCancelled } from '../cancellation.ts';
import type { RawChunk } from '../connector.ts';
import { parseCursor, type Cursor } from '../database/cursor.ts';
import type { Reading } from '../database/live-connector.ts';
import { boundsOfRange, type Bounds } from '../database/range-id.ts';
import { RecordTaker } from '../database/record-taker.ts';
import { StoredTextDecoder, type StoredEncoding } from '../database/stored-text.ts';
import type { PostgresTable } from './catalog.ts';
import { readCopyOut } from './copy-out.ts';
import { CopySplitter } from './copy-text.ts';
import { orderOf, selectSql, type Order } from './order.ts';
import type { Snapshot } from './snapshot.ts';

export interface CopyReading extends Reading<PostgresTable> {
  readonly snapshot: Snapshot;
  /** What the bytes are, where the server cannot be trusted to say. */
  readonly stored: StoredEncoding | undefined;
  readonly silenceSeconds: number;
}

export class CopyReader {
  private readonly reading: CopyReading;
  private readonly order: Order;
  private readonly after: Cursor | undefined;
  private readonly bounds: Bounds | undefined;
  private readonly taker: RecordTaker;

  constructor(reading: CopyReading) {
    const { request, table, stored } = reading;
    const { columns, after, range } = request;
    this.reading = reading;
    this.order = orderOf(request.stream, table);
    this.after = after === undefined ? undefined : parseCursor(after, this.order, table.table);
    this.bounds = range && boundsOfRange(range, this.order, table.table);
    const encodings = columns.map(() => stored);
    const decoder = stored && new StoredTextDecoder(columns, encodings);
    this.taker = new RecordTaker({ request, table: table.table, order: this.order, after: this.after, decoder });
  }

  get position(): string {
    return this.taker.position;
  }

  async *read(): AsyncGenerator<RawChunk, void, undefined> {
    const { taker } = this;
    const { snapshot, silenceSeconds, request, expectedRows, stored } = this.reading;
    const { signal, stream } = request;
    const splitter = new CopySplitter(stored ? 'latin1' : 'utf8');
    const source = readCopyOut({ snapshot, sql: this.sql(), silenceSeconds, stream: stream.name, signal });
    for await (const bytes of source) {
      for (const fields of splitter.add(bytes)) {
        taker.add(fields);
        if (!taker.full) continue;
        throwIfCancelled(signal, stream.name);
        yield taker.take();
      }
    }
    taker.refuseChanged(expectedRows);
    if (taker.waiting > 0) yield taker.take();
  }

  private sql(): string {
    const { table, request, snapshot, stored } = this.reading;
    const storedAs = stored && snapshot.encoding;
    const select = selectSql({ table, order: this.order, request, after: this.after, bounds: this.bounds, storedAs });
    // Unconverted where we decode ourselves: one text that cannot be converted would end the whole COPY.
    return `copy (${select}) to stdout with (format text, encoding '${stored ? 'SQL_ASCII' : 'UTF8'}')`;
  }
}
