/** Scored pairs at or above the review floor. Left < right by record number. */
import type { EntityKind } from '../../schemas/identity.ts';
import type { Client } from '../connection.ts';
import { copyRows } from './columns.ts';
import { TOUCHED } from './records.ts';

/** Pairs of this run, before they are compared with those of the run before. */
const FRESH = 'ggzy_pairs';
const COLUMNS = ['left_no', 'right_no', 'weight', 'conflict', 'band', 'status'] as const;

export interface StoredPair {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
  readonly conflict: boolean;
  readonly band: string;
  readonly status: string;
}

export interface PairRows {
  readonly length: number;
  readonly at: (pair: number) => StoredPair;
}

export interface PairOrigin {
  readonly kind: EntityKind;
  readonly modelId: string;
  readonly runId: string;
}

export const pairsTable = (kind: EntityKind): string => `identity.pairs_${kind}`;

async function stagePairs(client: Client, pairs: PairRows): Promise<void> {
  await client.query(
    `create temp table ${FRESH} (left_no integer, right_no integer, weight real, conflict boolean, band text, status text)
     on commit drop`,
  );
  const row = (pair: number) => {
    const { left, right, weight, conflict, band, status } = pairs.at(pair);
    return [left, right, weight, conflict, band, status];
  };
  await copyRows(client, { table: FRESH, columns: COLUMNS, rows: pairs.length, row });
  await client.query(`analyze ${FRESH}`);
}

/** Rows that are as they were are not written: `run_id` is the run that last changed a pair. */
async function mergePairs(client: Client, { kind, modelId, runId }: PairOrigin): Promise<void> {
  const table = pairsTable(kind);
  await client.query(
    `update ${table} p set weight = f.weight, conflict = f.conflict, band = f.band, status = f.status, model_id = $1,
       run_id = $2
     from ${FRESH} f where p.left_no = f.left_no and p.right_no = f.right_no
       and (p.weight, p.conflict, p.band, p.status, p.model_id)
         is distinct from (f.weight, f.conflict, f.band, f.status, $1::bigint)`,
    [modelId, runId],
  );
  await client.query(
    `insert into ${table} (kind, left_no, right_no, weight, conflict, band, status, model_id, run_id)
     select $1, left_no, right_no, weight, conflict, band, status, $2, $3 from ${FRESH} f
     where not exists (select from ${table} p where p.left_no = f.left_no and p.right_no = f.right_no)
     order by left_no, right_no`,
    [kind, modelId, runId],
  );
  await client.query(`drop table ${FRESH}`);
}

/** The pairs of a full run: what is not among them is no pair any more. */
export async function writeAllPairs(client: Client, origin: PairOrigin, pairs: PairRows): Promise<void> {
  const table = pairsTable(origin.kind);
  await stagePairs(client, pairs);
  await client.query(
    `delete from ${table} p where not exists (
       select from ${FRESH} f where f.left_no = p.left_no and f.right_no = p.right_no)`,
  );
  await mergePairs(client, origin);
}

/** Pairs of touched records are replaced; the others keep their weights and may change their status. */
export async function writeTouchedPairs(client: Client, origin: PairOrigin, pairs: PairRows): Promise<void> {
  const table = pairsTable(origin.kind);
  await stagePairs(client, pairs);
  await client.query(
    `delete from ${table} p using ${TOUCHED} t where t.record_no in (p.left_no, p.right_no)
       and not exists (select from ${FRESH} f where f.left_no = p.left_no and f.right_no = p.right_no)`,
  );
  await mergePairs(client, origin);
}

/** Stored pairs with both ends among the records, but for those that touch a changed one. */
export async function readPairsAmong(
  client: Client,
  kind: EntityKind,
  scope: Int32Array,
): Promise<{ left: number; right: number; weight: number; conflict: number }[]> {
  const { rows } = await client.query<Record<string, string>>(
    `select p.left_no, p.right_no, p.weight, p.conflict::int as conflict from ${pairsTable(kind)} p
     where p.left_no = any($1::integer[]) and p.right_no = any($1::integer[])
       and not exists (select from ${TOUCHED} t where t.record_no in (p.left_no, p.right_no))
     order by p.left_no, p.right_no`,
    [[...scope]],
  );
  return rows.map((row) => ({
    left: Number(row['left_no']),
    right: Number(row['right_no']),
    weight: Number(row['weight']),
    conflict: Number(row['conflict']),
  }));
}

/**
 * The neighbourhood of some records: all that hang together with them through pairs of the merge band, old ones of changed
 * records included, through judgements and through the entities they are in. What lies outside ends in the same clusters whatever is decided inside.
 */
export async function findNeighbourhood(
  client: Client,
  kind: EntityKind,
  seeds: Int32Array,
  links: readonly (readonly [number, number])[],
): Promise<Int32Array> {
  const table = pairsTable(kind);
  await client.query('create temp table ggzy_scope (record_no integer primary key, round integer) on commit drop');
  await client.query('create temp table ggzy_links (left_no integer, right_no integer) on commit drop');
  await client.query('insert into ggzy_scope select distinct n, 0 from unnest($1::integer[]) as n', [[...seeds]]);
  await client.query('insert into ggzy_links select * from unnest($1::integer[], $2::integer[])', [
    links.map(([left]) => left),
    links.map(([, right]) => right),
  ]);
  for (let round = 0; ; round += 1) {
    const { rowCount } = await client.query(
      `with ends as (
         select p.right_no as n from ggzy_scope s join ${table} p on p.left_no = s.record_no
         where s.round = $1 and p.band = 'merge'
         union select p.left_no from ggzy_scope s join ${table} p on p.right_no = s.record_no
         where s.round = $1 and p.band = 'merge'
         union select l.right_no from ggzy_scope s join ggzy_links l on l.left_no = s.record_no where s.round = $1
         union select l.left_no from ggzy_scope s join ggzy_links l on l.right_no = s.record_no where s.round = $1
         union select o.record_no from ggzy_scope s join identity.members m on m.record_no = s.record_no
         join identity.members o on o.entity_id = m.entity_id where s.round = $1)
       insert into ggzy_scope select n, $1 + 1 from ends on conflict do nothing`,
      [round],
    );
    if (rowCount === 0) break;
  }
  const { rows } = await client.query<{ record_no: string }>('select record_no from ggzy_scope');
  await client.query('drop table ggzy_scope, ggzy_links');
  return Int32Array.from(rows, ({ record_no }) => Number(record_no)).sort();
}
