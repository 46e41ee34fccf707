/** Turns the fields a query sends into chunks of records, each with the cursor that leads on from it. */
import { SourceError } from '../../core/errors.ts';
import type { RawChunk, RawRecord, ReadRequest } from '../connector.ts';
import type { Cursor } from './cursor.ts';
import { extraKeyColumns, type KeyOrder } from './order.ts';
import type { StoredTextDecoder } from './stored-text.ts';

/** Of one record: the columns asked for, the key columns that were not, and the content hash where the order needs it. */
export type Fields = (string | null)[];

export interface Taking {
  readonly request: ReadRequest;
  readonly table: string;
  readonly order: KeyOrder;
  /** Where the reading begins. */
  readonly after: Cursor | undefined;
  readonly decoder: StoredTextDecoder | undefined;
}

export class RecordTaker {
  private readonly taking: Taking;
  private readonly keyPlaces: readonly number[];
  /** Place of the content hash; -1 where the order does without. */
  private readonly contentPlace: number;
  private readonly chunkSize: number;
  private last: Cursor;
  /** Records of the cursor's own key and content that are sent again. */
  private repeated: number;
  private records: RawRecord[] = [];

  constructor(taking: Taking) {
    const { request, order, after } = taking;
    this.taking = taking;
    const names = [...request.columns, ...extraKeyColumns(order, request.columns)];
    this.keyPlaces = order.key.map(({ name }) => names.indexOf(name));
    this.contentPlace = order.unique ? -1 : names.length;
    this.chunkSize = request.chunkSize;
    this.last = after ?? { rows: request.range?.before ?? 0, key: [] };
    this.repeated = after?.same ?? 0;
  }

  /** Table and number of the last record that was read. */
  get position(): string {
    return `${this.taking.table}:${this.last.rows}`;
  }

  /** Where a query that goes on begins; undefined at the beginning. */
  get cursor(): Cursor | undefined {
    return this.last.key.length === 0 ? undefined : this.last;
  }

  get waiting(): number {
    return this.records.length;
  }

  get full(): boolean {
    return this.records.length >= this.chunkSize;
  }

  /** A new query begins behind the cursor: the server sends records of its key and content again. */
  goOn(): void {
    this.repeated = this.last.same ?? 0;
  }

  add(fields: Fields): void {
    if (this.repeated > 0) {
      this.repeated -= 1;
      return;
    }
    const row = this.last.rows + 1;
    this.last = this.cursorAt(fields, row);
    fields.length = this.taking.request.columns.length;
    const problems = this.taking.decoder?.decode(fields) ?? [];
    this.records.push(problems.length > 0 ? { values: fields, row, problems } : { values: fields, row });
  }

  take(): RawChunk {
    const { records } = this;
    this.records = [];
    return { origin: this.taking.table, mark: ':', records, cursor: JSON.stringify(this.last) };
  }

  /**
   * A table that was emptied or rewritten behind our back shows itself empty to a snapshot from before.
   * @param expectedRows counted in the same snapshot, where they were.
   */
  refuseChanged(expectedRows: number | undefined): void {
    const { request, table } = this.taking;
    if (expectedRows === undefined || request.changedSince !== undefined || expectedRows === this.last.rows) return;
    throw new SourceError(`${table}：读取过程中表被清空或重建，应有${expectedRows}行，实有${this.last.rows}行`, {
      position: this.position,
      next: '确认对方的清理或迁移操作已结束后重新运行。',
    });
  }

  private cursorAt(fields: Fields, rows: number): Cursor {
    const key = this.keyPlaces.map((place) => fields[place] ?? null);
    if (this.contentPlace < 0) return { rows, key };
    const content = fields[this.contentPlace] ?? '';
    const { last } = this;
    const again = last.content === content && key.every((value, index) => value === last.key[index]);
    return { rows, key, content, same: again ? (last.same ?? 0) + 1 : 1 };
  }
}
