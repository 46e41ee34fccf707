/**
 * What a stream of a legacy system promises to deliver. Declared in `mappings/<system>/streams.ts` from the interface
 * document; read by connectors (what to project), by the raw layer (what to keep) and by mappings (what may be taken).
 */
import type { Wording } from '../core/language.ts';

/** Why a column is not taken by a mapping. `credential` and `sensitive` columns never leave the connector. */
export type IgnoreReason = 'credential' | 'sensitive' | 'spare' | 'duplicate' | 'technical' | 'deletion';

export interface ColumnContract {
  /** Type in the source, as the interface document writes it. */
  readonly type: string;
  readonly label: string;
  /** Set when the mapping leaves the column aside; withheld columns are read past, never kept. */
  readonly ignore?: IgnoreReason;
  /** Says more about `ignore`: the column it duplicates, what it holds. */
  readonly note?: Wording;
  /** The unit a spreadsheet header may repeat in brackets behind the name. */
  readonly unit?: string;
  /** A spreadsheet's blank cell means "same as above". */
  readonly fillDown?: true;
  /** Spreadsheet cells that are numbers are day serials. */
  readonly date?: true;
}

export type Deletion<C extends string = string> =
  /**
   * The row says so itself. `mayBeBare`: a deleted record may carry its key alone; what was delivered of it before keeps
   * its values then. It is bare where no column that a mapping may take has a value, but for key, flag, cursor and those
   * `beside`.
   */
  | {
      readonly by: 'flag';
      readonly column: C;
      readonly values: readonly string[];
      readonly mayBeBare?: true;
      readonly beside?: readonly C[];
    }
  /** The whole row is struck through. */
  | { readonly by: 'strike' }
  /** No flag: a key that a complete delivery no longer holds is deleted. */
  | { readonly by: 'absence' };

export interface StreamContract<C extends string = string> {
  readonly name: string;
  /** Chinese name in the interface document. */
  readonly label: string;
  readonly columns: Readonly<Record<C, ColumnContract>>;
  readonly key: readonly NoInfer<C>[];
  /**
   * `modification` is a time and `sequence` a number that moves with every change; `business` is the time of the event:
   * later corrections do not move it.
   */
  readonly cursor?: { readonly column: NoInfer<C>; readonly kind: 'modification' | 'sequence' | 'business' };
  readonly deletion: readonly Deletion<NoInfer<C>>[];
  /**
   * A delivery may hold several states of a record, and one of a key counts: the others are superseded, good or not.
   * `last`: in the order of reading. `latest`: by the cursor, and no later delivery puts an earlier state back; two of the
   * same moment are judged as if the key stood twice. Absent: a key stands once; an exact repetition is skipped, a
   * contradicting one is quarantined.
   */
  readonly repeated?: 'last' | 'latest';
  /** Version of this declaration, counted up when columns change. */
  readonly version: number;
  /**
   * Set for one run that is frozen: a database leaves out the records whose `modification` cursor is behind this moment
   * (`2020-11-30 18:00:00`, Beijing time). Records without the time stay, and so do streams without such a cursor.
   */
  readonly frozenAt?: string;
}

export const WITHHELD: ReadonlySet<IgnoreReason> = new Set(['credential', 'sensitive']);

/** Keeps the column names as a literal union, so that a mapping cannot name a column that is not declared. */
export function defineStream<const C extends string>(contract: StreamContract<C>): StreamContract<C> {
  return contract;
}

/** Columns that are carried into the raw layer, in declared order: all but the withheld ones. */
export function carriedColumns<C extends string>(stream: StreamContract<C>): C[] {
  const names = Object.keys(stream.columns) as C[];
  return names.filter((name) => !WITHHELD.has(stream.columns[name].ignore ?? 'technical'));
}
