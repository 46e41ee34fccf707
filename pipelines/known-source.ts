/** A source with what the target knows of it: approvals, and how the last run found its columns. */
import type { Connector } from '../connectors/connector.ts';
import type { Database } from '../database/connection.ts';
import { readPlannedRanges } from '../database/load/ranges.ts';
import { readApprovals, readSourceColumns } from '../database/read/drift.ts';
import { beijingTime } from '../schemas/values/beijing.ts';
import { ApprovedSource } from './approved-source.ts';
import { NOTHING_KNOWN, type Known } from './drift.ts';

export interface KnownSourceOptions {
  readonly system: string;
  /** Undefined where there is no target yet: then nothing is known. */
  readonly database: Database | undefined;
  /** Freezes the source at this moment. */
  readonly asOf?: Date | undefined;
}

async function readKnown(database: Database, system: string): Promise<Known> {
  // A target that was not brought up to date yet has no place for it.
  const [row] = await database.query(`select to_regclass('ops.stream_ranges') as name`);
  if (!row?.['name']) return NOTHING_KNOWN;
  return {
    approvals: await readApprovals(database, system),
    columns: await readSourceColumns(database, system),
    ranges: await readPlannedRanges(database, system),
  };
}

export async function knownSource(connector: Connector, options: KnownSourceOptions): Promise<ApprovedSource> {
  const { system, database, asOf } = options;
  const known = database ? await readKnown(database, system) : NOTHING_KNOWN;
  return new ApprovedSource(connector, { system, known, frozenAt: asOf && beijingTime(asOf) });
}
