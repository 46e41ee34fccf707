/** Canonical records as identity knows them: numbers of their own, and what has changed since the run before. */
import type { EntityKind } from '../../schemas/identity.ts';
import { avoidLoops, type Client } from '../connection.ts';
import { columnList } from '../names.ts';
import { recordsSql, type RecordSource } from './sources.ts';

/** Temporary tables of a run; they go with its transaction. */
const SEEN = 'ggzy_seen';
/** Records whose content is another one than in the run before: `record_no`, `change`. */
export const TOUCHED = 'ggzy_touched';

/** `new`, `changed`, `back`: to be scored anew; `gone`: no longer there. */
export type RecordChange = 'new' | 'changed' | 'back' | 'gone';

export interface TouchedRecord {
  readonly recordNo: number;
  readonly change: RecordChange;
}

const PLACE = ['system', 'stream', 'sourceKey', 'role', 'ordinal', 'rowHash', 'deletedAt'];

const seenSql = (sources: readonly RecordSource[]): string =>
  `select id as record_id, entity, system, stream, "sourceKey" as source_key, role, ordinal::integer, "rowHash"::uuid as row_hash,
     "deletedAt" is not null as deleted from (${recordsSql(sources, PLACE)}) s`;

async function insertNew(client: Client, kind: EntityKind, runId: string): Promise<void> {
  const columns = ['record_id', 'entity', 'system', 'stream', 'source_key', 'role', 'ordinal', 'row_hash', 'deleted'];
  await client.query(
    `with fresh as (
       insert into identity.records (kind, ${columnList(columns)}, first_run)
       select $1, ${columnList(columns, 's.')}, $2 from ${SEEN} s
       where not exists (select from identity.records r where r.kind = $1 and r.record_id = s.record_id)
       order by s.record_id returning record_no)
     insert into ${TOUCHED} select record_no, 'new' from fresh`,
    [kind, runId],
  );
}

async function updateChanged(client: Client, kind: EntityKind): Promise<void> {
  await client.query(
    `with changed as (
       select r.record_no, s.row_hash, s.deleted, r.gone_run is not null as was_gone
       from identity.records r join ${SEEN} s on s.record_id = r.record_id
       where r.kind = $1 and (r.row_hash <> s.row_hash or r.gone_run is not null)),
     written as (
       update identity.records r set row_hash = c.row_hash, deleted = c.deleted, gone_run = null
       from changed c where r.record_no = c.record_no)
     insert into ${TOUCHED} select record_no, case when was_gone then 'back' else 'changed' end from changed`,
    [kind],
  );
}

async function markGone(client: Client, kind: EntityKind, runId: string): Promise<void> {
  await client.query(
    `with gone as (
       update identity.records r set gone_run = $2 where r.kind = $1 and r.gone_run is null
         and not exists (select from ${SEEN} s where s.record_id = r.record_id) returning record_no)
     insert into ${TOUCHED} select record_no, 'gone' from gone`,
    [kind, runId],
  );
}

/** Brings `identity.records` up to what is canonical now. @returns what was touched, by record number. */
export async function syncRecords(
  client: Client,
  {
    kind,
    runId,
    sources,
  }: { readonly kind: EntityKind; readonly runId: string; readonly sources: readonly RecordSource[] },
): Promise<TouchedRecord[]> {
  await avoidLoops(client);
  await client.query(`create temp table ${SEEN} on commit drop as ${seenSql(sources)}`);
  await client.query(`analyze ${SEEN}`);
  await client.query(
    `create temp table ${TOUCHED} (record_no integer primary key, change text not null) on commit drop`,
  );
  await insertNew(client, kind, runId);
  await updateChanged(client, kind);
  await markGone(client, kind, runId);
  await client.query(`drop table ${SEEN}`);
  const { rows } = await client.query<{ record_no: string; change: RecordChange }>(
    `select record_no, change from ${TOUCHED} order by record_no`,
  );
  return rows.map(({ record_no, change }) => ({ recordNo: Number(record_no), change }));
}

/** Numbers by canonical id, of records that are gone as well. */
export async function readRecordNumbers(
  client: Client,
  kind: EntityKind,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await client.query<{ record_id: string; record_no: string }>(
    'select record_id, record_no from identity.records where kind = $1 and record_id = any($2::uuid[])',
    [kind, ids],
  );
  return new Map(rows.map(({ record_id, record_no }) => [record_id, Number(record_no)]));
}
