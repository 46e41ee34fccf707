/** What clustering takes and gives. Everything is by record number. */
import type { Bands } from '../contract.ts';
import type { PairTable } from './pair-table.ts';

export interface JudgedEdge {
  readonly judgement: string;
  readonly left: number;
  readonly right: number;
}

export interface ClusterRules {
  readonly bands: Bands;
  /** A bridge is weak where its weight is less than this above the merge band, in bits. */
  readonly bridgeMargin: number;
  /**
   * A record without identifier that fits two people (or firms) with different ones belongs to the better only if it fits
   * it by this many bits better than the other.
   */
  readonly contestMargin: number;
}

/** Sixteen to one. */
export const DEFAULT_MARGINS = { bridgeMargin: 4, contestMargin: 4 } as const;

export interface ClusterInput {
  readonly records: number;
  /** Pairs at or above the review floor, in any order; each pair once. */
  readonly pairs: PairTable;
  readonly rules: ClusterRules;
  /** Per kind of identifier: number of the valid identifier of each record, 0 where it has none. */
  readonly identifiers: readonly Int32Array[];
  /** Judgements in force. */
  readonly same: readonly JudgedEdge[];
  readonly different: readonly JudgedEdge[];
  /** Stream of each record (1–31) where the stream declares that it holds each entity once, else 0. */
  readonly onePerStream?: Uint8Array;
}

/** What became of a pair, by its number. `joined`: both in one cluster; the others say what keeps the two apart. */
export const PAIR_STATUSES = [
  'joined',
  'review',
  'weak_bridge',
  'must_not_link',
  'identifier',
  'same_system',
  'contested',
] as const;
export type PairStatus = (typeof PAIR_STATUSES)[number];

export const STATUS = {
  joined: 0,
  review: 1,
  weakBridge: 2,
  mustNotLink: 3,
  identifier: 4,
  sameSystem: 5,
  contested: 6,
};

export interface ClusterOutput {
  /** Smallest record of the cluster, for every record. */
  readonly labels: Int32Array;
  /** Place in `PAIR_STATUSES`, per pair. */
  readonly statuses: Uint8Array;
  /** Judgements that contradict each other: none of the group is in force but `different`. */
  readonly contradictory: readonly (readonly string[])[];
}
