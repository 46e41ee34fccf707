/** How records stand to each other: what they refer to, on what they depend, beside what their amounts stand. */
import type { Wording } from '../core/language.ts';

/** A reference to another stream of the same system, followed by the set rules. */
export interface StreamReference {
  readonly stream: string;
  readonly entity: string;
  /**
   * `parent`: the record is part of it; `party`: the record names it; `related`: it may be one of several streams, and
   * a reference that meets nothing is dropped without an issue.
   */
  readonly kind: 'parent' | 'party' | 'related';
  /**
   * Column of that stream which holds what the reference says: a code of the trade, not the key. Absent: the key. Where
   * several records of the stream hold it, the first of those that are live is meant.
   */
  readonly by?: string;
  /** Role of the part that is meant; absent: the record itself. */
  readonly role?: string;
}

export interface Condition<C extends string> {
  readonly column: C;
  /** A second column the condition looks at. */
  readonly beside?: C;
  /** Whether it holds for a record with this text in the column (null: no value), and that in the second one. */
  readonly when: (text: string | null, beside: string | null) => boolean;
  /** The condition in words. */
  readonly wording: Wording;
}

/** Two amounts of related records that must be of one magnitude. */
export interface AmountNeighbour {
  /** Entity of this stream's record; that of its first part when absent. */
  readonly entity?: string;
  /** Field of this stream's entity. */
  readonly field: string;
  /** Field that references the parent, and the parent's amount. */
  readonly parentField: string;
  readonly parentEntity: string;
  readonly parentAmount: string;
  /**
   * Set where the other record is a sibling: its field that refers to what `parentField` refers to (a result and an
   * announcement share their mining right). Absent: `parentField` refers to the record itself.
   */
  readonly sharing?: string;
  /** The usual amount as a share of the parent's (a deposit is about 2 % of the budget); 1 when absent. */
  readonly share?: number;
  /** How far from the usual share an amount may lie and still be of its magnitude; a tenth to tenfold when absent. */
  readonly low?: number;
  readonly high?: number;
}
