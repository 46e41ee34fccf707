/** What a catalog says about a table, whatever the kind of database. */
import type { DeliveryRange, Finding } from '../connector.ts';

export interface ColumnFacts {
  readonly name: string;
  /** As the server prints it. */
  readonly type: string;
  readonly notNull: boolean;
  /** The server can order by it, and tells two values apart by it that print differently. */
  readonly ordered: boolean;
  /** Character set and collation of a text, as the server names them; null where it is none. */
  readonly encoding: string | null;
}

export interface TableFacts<C extends ColumnFacts = ColumnFacts> {
  readonly table: string;
  readonly bytes: number;
  /** As the statistics of the server have it; null where they say nothing. */
  readonly estimatedRows: number | null;
  /** The account may change its rows. */
  readonly mayWrite: boolean;
  readonly columns: readonly C[];
  /** Column sets that a unique index of the whole table covers. */
  readonly uniqueKeys: readonly (readonly string[])[];
}

/** A look at one table, without reading it. */
export interface Survey<T extends TableFacts = TableFacts> {
  /** Undefined where there is no such table. */
  readonly table: T | undefined;
  readonly findings: readonly Finding[];
}

/** What a table holds of the carried columns. */
export interface Content {
  readonly rows: number;
  /** Records behind the moment the stream is frozen at, not among the rows; null where it is not frozen. */
  readonly later: number | null;
  /** Differs where the content or the order of reading does. */
  readonly fingerprint: string;
  /** Absent where the table is small, or no index has its order. */
  readonly ranges?: readonly DeliveryRange[];
}
