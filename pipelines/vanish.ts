/**
 * The vanish guard of systems whose streams are one delivery: half a workbook looks like many deletions in every sheet,
 * and in none of them may they be too many. Counted before the first stream is run.
 */
import type { Connector, RawRecord, StreamDelivery } from '../connectors/connector.ts';
import { recordMassVanish, type MassVanish } from '../database/load/mass-vanish.ts';
import { countVanished } from '../database/read/vanished.ts';
import type { Database } from '../database/connection.ts';
import type { Mapping } from '../mappings/mapping.ts';
import type { SystemDeclaration } from './system.ts';

const READ_ROWS = 1000;

interface VanishOptions {
  readonly database: Database;
  readonly connector: Connector;
  readonly declaration: SystemDeclaration;
  readonly complete: boolean;
  readonly day: string;
  readonly signal: AbortSignal;
}

function keyOf({ values }: RawRecord): string {
  return values.map((value) => value?.trim() ?? '').join('|');
}

async function readKeys({ connector, signal }: VanishOptions, { stream }: Mapping): Promise<string[]> {
  const keys: string[] = [];
  for await (const { records } of connector.read({ stream, columns: stream.key, chunkSize: READ_ROWS, signal })) {
    for (const record of records) if (!record.skip) keys.push(keyOf(record));
  }
  return keys;
}

interface Ready {
  readonly ready: readonly {
    readonly mapping: Mapping;
    readonly delivery: StreamDelivery | null;
    readonly fault: unknown;
  }[];
  readonly runId: string;
}

/** @param ready streams whose delivery was looked at: of those that cannot be read nothing is known to have vanished. */
async function countAll(options: VanishOptions, { ready }: Ready): Promise<MassVanish> {
  const { database, declaration } = options;
  const sum = { live: 0, vanished: 0 };
  for (const { mapping, fault } of ready) {
    if (fault !== null || !mapping.stream.deletion.some(({ by }) => by === 'absence')) continue;
    const place = { system: declaration.system, stream: mapping.stream.name };
    const { live, vanished } = await countVanished(database, place, await readKeys(options, mapping));
    sum.live += live;
    sum.vanished += vanished;
  }
  return sum;
}

/**
 * The share of vanished keys above which a stream of the run is held: all are where all together lack too much, and none
 * is on its own account.
 */
export async function findVanishLimit(options: VanishOptions, streams: Ready): Promise<number> {
  const { database, declaration, complete, day } = options;
  const { system, vanishScope, vanishLimit } = declaration;
  if (vanishScope !== 'system' || !complete) return vanishLimit;
  const { live, vanished } = await countAll(options, streams);
  const isMass = vanished > live * vanishLimit;
  await recordMassVanish(database, { runId: streams.runId, system, day }, isMass ? { live, vanished } : null);
  return isMass ? 0 : 1;
}
