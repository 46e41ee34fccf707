/**
 * Set rules: checks that need a record's siblings or parents. They run once over the whole staged stream, in one
 * transaction, so that no verdict depends on chunk size or on the order of chunks.
 */
import type { Client } from '../connection.ts';
import type { StageTables } from '../load/stage-tables.ts';
import type { StreamPlan } from '../load/plan.ts';

export interface RuleContext {
  readonly plan: StreamPlan;
  readonly tables: StageTables;
  /** Streams of this system that were not delivered completely in this run: what they lack proves nothing. */
  readonly incompleteStreams: ReadonlySet<string>;
  readonly runId: string;
  /** Business day of the delivery. */
  readonly day: string;
  /** Above this share of the live records deletions are not believed. */
  readonly deletionLimit: number;
}

export interface SetRule {
  readonly id: string;
  run(client: Client, context: RuleContext): Promise<void>;
}

/** The key inside a referencing column, as the mapping reads it. */
export function keyOf(column: string): string {
  return `nullif(btrim(${column}, E' \\t\\r\\n\\u3000'), '')`;
}
