/**
 * What the matters room takes and gives. A matter is everything that belongs to one undertaking; its members are joined
 * by links, each of which says why, and are never merged into each other.
 */
import type { Wording } from '../../core/language.ts';
import type { Band, RecordReader } from '../contract.ts';

/** What a record is to its matter. */
export type MatterRole =
  | 'investment'
  | 'approval'
  | 'tender'
  | 'purchase'
  | 'parcel'
  | 'right'
  | 'listing'
  | 'lot'
  | 'section'
  | 'notice'
  | 'result'
  | 'contract'
  | 'complaint';

/** A judgement in force on two records, by canonical ids. */
export interface JudgedPair {
  readonly left: string;
  readonly right: string;
  readonly verdict: 'same' | 'different';
}

export interface MatterInput {
  /** @param entity canonical entity (`tender_project`). Records deleted at the source are read as well. */
  readonly reader: (entity: string) => RecordReader;
  readonly judged?: readonly JudgedPair[];
}

/**
 * `joined`: both in one matter; `review`: waits for a steward; `identifier`: numbers of the two matters contradict each
 * other; `must_not_link`: a steward said different.
 */
export type LinkStatus = 'joined' | 'review' | 'identifier' | 'must_not_link';

/** Two records that belong together, surely or perhaps. Records are numbered as `MatterResult.ids` has them. */
export interface MatterLink {
  readonly left: number;
  readonly right: number;
  /** Id of the rule that brought the two together; `LINK_RULES` words it. */
  readonly rule: string;
  readonly weight: number;
  readonly band: Exclude<Band, 'apart'>;
  readonly status: LinkStatus;
  /** 1 where their numbers contradict each other. */
  readonly conflict: boolean;
}

export interface MatterResult {
  /** Canonical id of record n; the records of one entity stand together, in the order of reading. */
  readonly ids: readonly string[];
  /** Canonical entity of record n. */
  readonly entities: readonly string[];
  readonly roles: readonly MatterRole[];
  /** Matter of record n: the number of its first record. */
  readonly matters: Int32Array;
  /** left < right; one link per pair of records. */
  readonly links: readonly MatterLink[];
  /** What was looked at and left alone. */
  readonly skipped: readonly { readonly rule: string; readonly key: string; readonly records: number }[];
}

export interface LinkRule {
  readonly id: string;
  readonly label: Wording;
}
