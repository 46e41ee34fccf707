/** One centre: its mappings and what is expected of it. How it is read stands in the settings. */
import type { Mapping } from '../mappings/mapping.ts';
import type { GuardLevels } from './guards/verdict.ts';

export interface SystemDeclaration {
  /** As the interface documents write it. */
  readonly system: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** Identifies the system in national uploads; empty where it sends nothing of its own. */
  readonly platformCode: string;
  /** Parents before children: streams run in this order. */
  readonly mappings: readonly Mapping[];
  /** Above this share of deleted or vanished records deletions are held until somebody answers for them. */
  readonly vanishLimit: number;
  /** What a sync expects of a night; learned from history where nothing is declared. */
  readonly guards?: GuardLevels;
  /** How often everything is compared; absent: every week, and streams without a time of modification every night. */
  readonly sweep?: 'nightly' | 'weekly';
  /** What `vanishLimit` is a share of: the records of a stream, or of all streams of the delivery together. */
  readonly vanishScope?: 'stream' | 'system';
  /** Of a system that hands over a day at a time: the first day is complete, and later ones hold changes alone. */
  readonly laterDeliveries?: 'changes';
  /** Of a source whose clock is not to be trusted: so much before the newest change is read again; ten minutes when absent. */
  readonly overlapSeconds?: number;
  /**
   * Streams that hold each person or firm once, so that two of their records are never one. None when absent: real
   * duplicates live inside the systems.
   */
  readonly onePerStream?: readonly string[];
  /** Suggested connector for `ggzy init`. */
  readonly suggested: { readonly connector: string; readonly settings: Readonly<Record<string, unknown>> };
}
