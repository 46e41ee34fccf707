/** What a review sheet shows of a pair, gathered before anyone knows that it becomes a spreadsheet. */
import type { Wording } from '../../core/language.ts';
import type { SheetVerdict } from './verdicts.ts';

/** A canonical record of the pair. */
export interface ReviewRecord {
  /** Canonical id (uuid). */
  readonly id: string;
  readonly system: Wording;
  readonly stream: string;
  readonly sourceKey: string;
  /** Day on which the source last changed it, yyyy-MM-dd; null where it does not say. */
  readonly changedOn: string | null;
  readonly deleted: boolean;
  /** What a judgement will rest on: opaque text, compared when the sheet comes back. */
  readonly version: string;
}

/** What the check digit says of an identifier; null where none applies. */
export type CheckVerdict = 'valid' | 'invalid' | null;

export interface ReviewValue {
  readonly text: string | null;
  readonly check: CheckVerdict;
}

export interface ReviewField {
  readonly name: string;
  readonly label: Wording;
  /** Class of `core/mask.ts`. */
  readonly personal: string;
  readonly left: ReviewValue;
  readonly right: ReviewValue;
}

/** One line of the waterfall: what was compared, what came of it, what it weighs (log2). */
export interface ReviewStep {
  readonly label: Wording;
  readonly level: Wording;
  readonly weight: number;
}

export interface ReviewPair {
  readonly left: ReviewRecord;
  readonly right: ReviewRecord;
  readonly fields: readonly ReviewField[];
  readonly steps: readonly ReviewStep[];
  /** Match weight, log2 of the odds. */
  readonly weight: number;
  /** Two valid identifiers contradict each other: joining them needs a second person. */
  readonly conflict: boolean;
  /** Records that would hang together if everything undecided were the same. */
  readonly groupSize: number;
  /** Names that group in the sheet; equal for pairs of one group. */
  readonly group: string;
  /** A judgement that has to be looked at again: a compared field has changed, or a second person has to confirm it. */
  readonly judged: {
    readonly verdict: SheetVerdict;
    readonly by: string;
    /** yyyy-MM-dd */
    readonly on: string;
    readonly state: 'stale' | 'waits';
  } | null;
}

/** What makes a sheet recognisable when it comes back. */
export interface ReviewStamp {
  readonly exportId: string;
  readonly entity: 'expert' | 'enterprise' | 'matter';
  readonly modelVersion: string;
  /** When it was written, ISO 8601. */
  readonly writtenAt: string;
  readonly writtenBy: string;
  readonly masked: boolean;
}
