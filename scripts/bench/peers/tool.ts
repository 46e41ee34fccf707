/** What every tool of the comparison is to the benchmark. One file per tool in `tools/`. */
import type { Landed, Route } from './parity.ts';
import type { Command } from './process-tree.ts';
import type { Sources } from './sources.ts';
import type { BenchTable } from './tables.ts';

/** One table to move from one source into an empty database. */
export interface Job {
  readonly route: Route;
  readonly table: BenchTable;
  readonly sources: Sources;
  /** Address of the empty database. */
  readonly target: string;
  /** Empty, for what the tool leaves behind. */
  readonly directory: string;
}

export interface Workshop {
  /** Kept from one benchmark to the next: tools are installed here. */
  readonly directory: string;
  readonly mayInstall: boolean;
}

/** `version` as the tool gives it, or why it takes no part. */
export type Prepared = { readonly version: string } | { readonly missing: string };

export interface Tool {
  readonly name: string;
  readonly routes: readonly Route[];
  /** Finds the tool, installs it where that is allowed. */
  prepare(workshop: Workshop): Promise<Prepared>;
  /** What has to stand in the target before the measured command. */
  arrange?(job: Job): Promise<void>;
  command(job: Job, workshop: Workshop): Promise<Command>;
  landed(job: Job): Landed;
  /** What a reader has to know to compare it. */
  readonly remark?: string;
}
