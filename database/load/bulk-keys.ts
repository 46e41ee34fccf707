/**
 * The keys of tables that a first load fills. Kept up row by row they cost twice what the rows cost, for ids come in no
 * order; built once afterwards they cost a third of the rows. Nothing is guarded by them meanwhile: ids and raw versions
 * are unique because the set rules let one record of a key through. Every run looks whether they are there, so that a
 * load that was killed leaves no table without them for longer than until the next.
 */
import PQueue from 'p-queue';
import type { Client, Database } from '../connection.ts';
import { canonicalIndexes, rawIndexes, type TableIndexes } from '../ddl.ts';
import { canonicalTable, quoteName, quoteText, rawTable } from '../names.ts';
import type { StageTables } from './stage-tables.ts';
import { plannedEntities, type StreamPlan } from './plan.ts';

/** Below it the statements cost more than they save. */
const LEAST_ROWS = 20_000;
/** Bytes of a table's own rows beside those that come: what is there has to be indexed anew as well. */
const MOST_OLD_SHARE = 0.5;
/** Somebody reads the table: then the keys stay. */
const LOCK_TIMEOUT = '2s';
/** Tables whose keys are built at the same time. */
const BUILT_AT_ONCE = 2;
const LOCK_NOT_AVAILABLE = '55P03';

interface Target {
  readonly name: string;
  /** Staging table its rows come from. */
  readonly stage: string;
  readonly indexes: TableIndexes;
}

function targetsOf(plan: StreamPlan, tables: StageTables): Target[] {
  const canonical = plannedEntities(plan).map((entity) => ({
    name: canonicalTable(entity),
    stage: tables.canonical(entity),
    indexes: canonicalIndexes(entity),
  }));
  return [{ name: rawTable(plan.system, plan.stream), stage: tables.raw, indexes: rawIndexes() }, ...canonical];
}

interface Present {
  /** Name of the primary key; null where there is none. */
  readonly primary: string | null;
  /** Names of the secondary indexes. */
  readonly names: ReadonlySet<string>;
}

async function findPresent(client: Pick<Database, 'query'>, table: string): Promise<Present> {
  const rows = await client.query(`select c.relname as name, i.indisprimary as is_primary
    from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = ${quoteText(table)}::regclass`);
  const primary = rows.find((row) => row['is_primary'] === 't')?.['name'] ?? null;
  return { primary, names: new Set(rows.map(({ name }) => name ?? '')) };
}

function onClient(client: Client): Pick<Database, 'query'> {
  return { query: async (sql) => (await client.query<Record<string, string | null>>(sql)).rows };
}

async function dropKeys(client: Client, { name, stage, indexes }: Target): Promise<void> {
  const { rows } = await client.query<{ worth: string }>(
    `select pg_relation_size($1::regclass) <= ${MOST_OLD_SHARE} * pg_relation_size($2::regclass) as worth`,
    [name, stage],
  );
  if (rows[0]?.worth !== 't') return;
  const present = await findPresent(onClient(client), name);
  if (present.primary !== null) await client.query(`alter table ${name} drop constraint ${quoteName(present.primary)}`);
  for (const index of indexes.secondary) {
    if (present.names.has(index.name)) await client.query(`drop index canonical.${quoteName(index.name)}`);
  }
}

/** Before the first record of a stream is merged into tables that hold next to nothing. @param total staged records. */
export async function setKeysAside(
  database: Database,
  { plan, tables, total }: { readonly plan: StreamPlan; readonly tables: StageTables; readonly total: number },
): Promise<void> {
  if (total < LEAST_ROWS) return;
  for (const target of targetsOf(plan, tables)) {
    try {
      await database.transaction(async (client) => {
        await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
        await dropKeys(client, target);
      });
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === LOCK_NOT_AVAILABLE)) throw thrown;
    }
  }
}

function missingStatements({ name, indexes }: Target, present: Present): string[] {
  return [
    ...(present.primary === null ? [`alter table ${name} add primary key (${indexes.primary})`] : []),
    ...indexes.secondary.filter((index) => !present.names.has(index.name)).map(({ create }) => create),
  ];
}

async function buildMissing(database: Database, target: Target): Promise<void> {
  if (missingStatements(target, await findPresent(database, target.name)).length === 0) return;
  await database.transaction(async (client) => {
    await client.query(`lock table ${target.name} in share row exclusive mode`);
    await client.query(`set local maintenance_work_mem = '256MB'`);
    // Another run may have been faster.
    for (const sql of missingStatements(target, await findPresent(onClient(client), target.name))) {
      await client.query(sql);
    }
  });
}

/** Builds the keys that are missing on the tables of a stream; without any it costs a look at the catalog. */
export async function restoreKeys(database: Database, plan: StreamPlan, tables: StageTables): Promise<void> {
  const queue = new PQueue({ concurrency: BUILT_AT_ONCE });
  await queue.addAll(targetsOf(plan, tables).map((target) => () => buildMissing(database, target)));
}
