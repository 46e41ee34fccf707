/** The records of one table, a chunk at a time, each chunk with the cursor that leads on from it. */
import { SourceError } from '../../core/errors.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { RawChunk, RawRecord, ReadRequest } from '../connector.ts';
import type { TableFacts } from './catalog.ts';
import { readCopyOut } from './copy-out.ts';
import { CopySplitter, type CopyFields } from './copy-text.ts';
import { parseCursor, type Cursor } from './cursor.ts';
import { extraKeyColumns, orderOf, selectSql, type Order } from './order.ts';
import type { Snapshot } from './snapshot.ts';
import { StoredTextDecoder, type StoredEncoding } from './stored-text.ts';

export interface TableReading {
  readonly request: ReadRequest;
  readonly table: TableFacts;
  readonly snapshot: Snapshot;
  /** What the bytes are, where the server cannot be trusted to say. */
  readonly stored: StoredEncoding | undefined;
  readonly silenceSeconds: number;
  /** Rows that were counted in the same snapshot, where they were. */
  readonly expectedRows: number | undefined;
}

export class TableReader {
  private readonly reading: TableReading;
  private readonly order: Order;
  private readonly after: Cursor | undefined;
  private readonly decoder: StoredTextDecoder | undefined;
  private readonly keyPlaces: readonly number[];
  /** Place of the content hash in the result; -1 where the order does without. */
  private readonly contentPlace: number;
  private last: Cursor;
  private records: RawRecord[] = [];

  constructor(reading: TableReading) {
    const { request, table, stored } = reading;
    this.reading = reading;
    this.order = orderOf(request.stream, table);
    this.after = request.after === undefined ? undefined : parseCursor(request.after, this.order, table.table);
    this.decoder = stored && new StoredTextDecoder(stored);
    const names = [...request.columns, ...extraKeyColumns(this.order, request.columns)];
    this.keyPlaces = this.order.key.map(({ name }) => names.indexOf(name));
    this.contentPlace = this.order.unique ? -1 : names.length;
    this.last = this.after ?? { rows: 0, key: [] };
  }

  /** Table and number of the last record that was read. */
  get position(): string {
    return `${this.reading.table.table}:${this.last.rows}`;
  }

  async *read(): AsyncGenerator<RawChunk, void, undefined> {
    const { snapshot, silenceSeconds, request } = this.reading;
    const { signal, chunkSize, stream } = request;
    const splitter = new CopySplitter(this.decoder ? 'latin1' : 'utf8');
    let repeated = this.after?.same ?? 0;
    const source = readCopyOut({ snapshot, sql: this.sql(), silenceSeconds, stream: stream.name, signal });
    for await (const bytes of source) {
      for (const fields of splitter.add(bytes)) {
        if (repeated > 0) {
          repeated -= 1;
          continue;
        }
        this.add(fields);
        if (this.records.length < chunkSize) continue;
        throwIfCancelled(signal, stream.name);
        yield this.takeChunk();
      }
    }
    this.refuseChanged();
    if (this.records.length > 0) yield this.takeChunk();
  }

  private sql(): string {
    const { table, request, snapshot } = this.reading;
    const storedAs = this.decoder && snapshot.encoding;
    const select = selectSql({ table, order: this.order, request, after: this.after, storedAs });
    // Unconverted where we decode ourselves: one text that cannot be converted would end the whole COPY.
    return `copy (${select}) to stdout with (format text, encoding '${this.decoder ? 'SQL_ASCII' : 'UTF8'}')`;
  }

  private add(fields: CopyFields): void {
    const { columns } = this.reading.request;
    const row = this.last.rows + 1;
    this.last = this.cursorAt(fields, row);
    fields.length = columns.length;
    const problems = this.decoder?.decode(fields, columns) ?? [];
    this.records.push(problems.length > 0 ? { values: fields, row, problems } : { values: fields, row });
  }

  private cursorAt(fields: CopyFields, rows: number): Cursor {
    const key = this.keyPlaces.map((place) => fields[place] ?? null);
    if (this.order.unique) return { rows, key };
    const content = fields[this.contentPlace] ?? '';
    const { last } = this;
    const again = last.content === content && key.every((value, index) => value === last.key[index]);
    return { rows, key, content, same: again ? (last.same ?? 0) + 1 : 1 };
  }

  private takeChunk(): RawChunk {
    const { records } = this;
    this.records = [];
    return { origin: this.reading.table.table, mark: ':', records, cursor: JSON.stringify(this.last) };
  }

  /** A table that was emptied or rewritten behind our back shows itself empty to a snapshot from before. */
  private refuseChanged(): void {
    const { expectedRows, request, table } = this.reading;
    if (expectedRows === undefined || request.changedSince !== undefined || expectedRows === this.last.rows) return;
    throw new SourceError(`${table.table}：读取过程中表被清空或重建，应有${expectedRows}行，实有${this.last.rows}行`, {
      position: this.position,
      next: '确认对方的清理或迁移操作已结束后重新运行。',
    });
  }
}
