/**
 * The contract between the spine and every kind of system. A connector knows how to read one kind of system and
 * nothing about what its records mean. `test/contract/connector.ts` proves each clause for every kind.
 *
 * 1. Empty settings are refused with the names of what is missing.
 * 2. `check` writes nothing, anywhere, and reports everything it finds, not only the first fault.
 * 3. Values are exact text in the order of `request.columns`; no value is rounded, trimmed or re-typed.
 * 4. Two reads of the same delivery give the same records in the same order.
 * 5. Reading again from any emitted cursor gives exactly the records behind it.
 * 6. Abort stops within one chunk and frees every handle.
 * 7. A column that is not declared is reported by `describe`; a declared one that is missing is a SourceError in `read`.
 * 8. A record that cannot be read (bytes, shape) is delivered with a problem, never dropped and never thrown.
 * 9. Faults name system, stream and position. No setting that is a secret appears in any message.
 * 10. Ranges, where a kind offers them: read one by one, in any order or at once, they give the records of the whole
 *    reading, with the same row numbers; each holds the rows it declares; a cursor leads on within its range, whichever
 *    reading emitted it. Equal fingerprints say that the records of a range are equal. Ranges that were planned before
 *    stay as they are, but for those that have outgrown their share.
 */
import type { z } from 'zod';
import type { StreamContract } from './stream.ts';

/** A fact about a record that only the reader can know. `rule` is a defect kind. */
export interface RecordProblem {
  readonly rule: string;
  /** Column it concerns; absent when it is the whole record. */
  readonly column?: string;
  readonly severity: 'blocking' | 'warning' | 'info';
  readonly detail?: string;
}

export interface RawRecord {
  /** Exact text per requested column; null where the source has no value. */
  readonly values: readonly (string | null)[];
  /** Line of the file, row of the sheet, or number of the record in the order of reading; counted from 1. */
  readonly row: number;
  /** The form of delivery says that the record is deleted (a struck-through row, a delete message). */
  readonly deleted?: true;
  /** Not a record: counted, not loaded. `text` names it (小计, 合计, 注). */
  readonly skip?: { readonly rule: string; readonly text: string };
  readonly problems?: readonly RecordProblem[];
}

export interface RawChunk {
  /** File, file and sheet (`2019.xlsx!成交结果`), or table, in which the rows are counted. */
  readonly origin: string;
  /** Between origin and row in a position: `:` for lines, `@` for sheet rows. */
  readonly mark: ':' | '@';
  /** Sheet column letter per requested column (spreadsheets only). */
  readonly letters?: readonly (string | null)[];
  readonly records: readonly RawRecord[];
  /** Reading again from here gives the records after this chunk. Opaque text. */
  readonly cursor: string;
}

export interface Finding {
  readonly level: 'error' | 'warning' | 'info';
  /** Stable id: `missing_table`, `new_column`, `manifest_rows_mismatch`, `file_truncated` … */
  readonly rule: string;
  readonly stream?: string;
  readonly position?: string;
  /** Chinese and English. */
  readonly message: { readonly zh: string; readonly en: string };
  readonly next?: { readonly zh: string; readonly en: string };
  /** Set where a column is not what the stream declares. */
  readonly drift?: ColumnDrift;
}

export interface ColumnDrift {
  readonly column: string;
  readonly kind: 'new' | 'missing' | 'type' | 'charset';
  /** Types, or character sets; null where there is none, or a file does not say. */
  readonly declared: string | null;
  readonly found: string | null;
}

/** What lies ready for a stream, looked at before reading. */
export interface StreamDelivery {
  /** Rows the delivery itself declares (manifest), null when it says nothing. */
  readonly declaredRows: number | null;
  /** Column names as delivered. */
  readonly columns: readonly string[];
  readonly bytes: number;
  /** Equal when and only when the delivered content is equal (hash of the content). */
  readonly fingerprint: string;
  readonly findings: readonly Finding[];
  /** What the columns are, where the source knows: a database does, a file of texts does not. */
  readonly shape?: readonly ColumnShape[];
  /** Records left out because they changed behind `frozenAt`; absent where nothing was frozen. */
  readonly later?: number;
  /** Parts of it that may be read by themselves, in the order of the records; absent where there are none. */
  readonly ranges?: readonly DeliveryRange[];
}

/** A range as it was when it was planned. */
export interface PlannedRange {
  /** Its bounds, as opaque text. */
  readonly id: string;
  readonly rows: number;
}

export interface DeliveryRange extends PlannedRange {
  /** Records of the delivery before it. */
  readonly before: number;
  /** Equal when and only when its records are, wherever they stand (hash of the content). */
  readonly fingerprint: string;
  /** Where the key is one whole number: its records are those behind `above` and up to `upTo`; null is no bound. */
  readonly numbers?: { readonly column: string; readonly above: string | null; readonly upTo: string | null };
}

/** A column as the source has it. */
export interface ColumnShape {
  readonly name: string;
  readonly type: string;
  /** Character set and collation of a text; null where it is none. */
  readonly encoding: string | null;
}

export interface ReadRequest {
  readonly stream: StreamContract;
  /** What to deliver, in this order. Columns that are not asked for never leave the connector. */
  readonly columns: readonly string[];
  /** A cursor this connector emitted; from the beginning when absent. */
  readonly after?: string;
  /**
   * Only records whose modification cursor is at or behind this value, or empty; text as this connector delivers it. Rows
   * are counted among these, and cursors hold for the same value only. For kinds that are `incremental`, and streams
   * whose `cursor.kind` is not `business`.
   */
  readonly changedSince?: string;
  /** One of the ranges of the delivery: its records alone. */
  readonly range?: DeliveryRange;
  /** Records per chunk at the most. */
  readonly chunkSize: number;
  readonly signal?: AbortSignal;
}

export interface Connector {
  /** Reachable, complete, readable? `streams` is everything the system is declared to deliver. */
  check(streams: readonly StreamContract[]): Promise<Finding[]>;
  /** @param planned ranges of an earlier delivery of the stream, in order. */
  describe(stream: StreamContract, planned?: readonly PlannedRange[]): Promise<StreamDelivery>;
  /** What a stream's columns are, without a look at its records; null where nothing else tells. */
  describeColumns?(stream: StreamContract): Promise<StreamDelivery | null>;
  read(request: ReadRequest): AsyncGenerator<RawChunk, void, undefined>;
  close(): Promise<void>;
}

export interface ConnectorContext {
  readonly system: string;
  /** Relative paths in settings are relative to this directory (where ggzy.yaml lies). */
  readonly baseDirectory: string;
  /** Readings at once at the most; one when absent. */
  readonly readers?: number;
}

/** What was handed over for one day, where the days lie beside each other. */
export interface DayDelivery {
  /** Business day, `2020-12-01`. */
  readonly day: string;
  /** Settings of the same kind that read this day alone. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Differs where anything of it was touched: names, sizes, times of change. No content is read for it. */
  readonly stamp: string;
}

/** One kind of system; registered in `connectors/registry.ts`. */
export interface ConnectorKind<Settings = unknown> {
  readonly kind: string;
  /** One line for `ggzy init`, Chinese and English. */
  readonly label: { readonly zh: string; readonly en: string };
  readonly settings: z.ZodType<Settings>;
  /** Can deliver changed records alone (`ReadRequest.changedSince`). */
  readonly incremental?: true;
  /** The days that lie ready, oldest first; null where these settings name one delivery, whatever the day. */
  listDays?(settings: Settings, context: ConnectorContext): Promise<readonly DayDelivery[] | null>;
  open(settings: Settings, context: ConnectorContext): Promise<Connector>;
}
