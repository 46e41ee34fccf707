/** What evaluation and exports read: records with their places and entities. */
import type { EntityKind } from '../../schemas/identity.ts';
import type { Database, Row } from '../connection.ts';
import { streamRows } from '../read/rows.ts';
import { MENTIONED_SQL } from './mentions.ts';
import { pairsTable } from './pairs.ts';

export interface PlacedMember {
  readonly recordNo: number;
  readonly entity: string;
  readonly system: string;
  readonly stream: string;
  readonly sourceKey: string;
}

/** Records that are there, with their entities. A key that gives several records counts with the first. */
export async function readPlacedMembers(database: Database, kind: EntityKind): Promise<PlacedMember[]> {
  const rows = await database.query(
    `select distinct on (r.system, r.stream, r.source_key) r.record_no, m.entity_id, r.system, r.stream, r.source_key
     from identity.records r join identity.members m using (record_no) where r.kind = $1 and r.gone_run is null
     order by r.system, r.stream, r.source_key, r.role, r.ordinal`,
    [kind],
  );
  return rows.map((row) => ({
    recordNo: Number(row['record_no']),
    entity: row['entity_id'] ?? '',
    system: row['system'] ?? '',
    stream: row['stream'] ?? '',
    sourceKey: row['source_key'] ?? '',
  }));
}

/** Every kept pair, by record number. */
export async function readLivePairs(
  database: Database,
  kind: EntityKind,
): Promise<{ readonly left: number; readonly right: number; readonly weight: number }[]> {
  const rows = await database.query(`select left_no, right_no, weight from ${pairsTable(kind)}`);
  return rows.map((row) => ({
    left: Number(row['left_no']),
    right: Number(row['right_no']),
    weight: Number(row['weight']),
  }));
}

/**
 * Live and deleted records with their entity; records that are gone or in quarantine are in none. Of enterprises, also the
 * records that only mention one, with the role they give it.
 */
export function readCrosswalk(database: Database, kind: EntityKind): AsyncGenerator<Row[], void, undefined> {
  return streamRows(
    database,
    `select m.entity_id, r.system, r.stream, r.source_key, m.role
     from identity.records r join identity.members m using (record_no) where r.kind = $1 and r.gone_run is null
     ${kind === 'enterprise' ? `union all ${MENTIONED_SQL}` : ''}
     order by entity_id, system, stream, source_key, role`,
    [kind],
  );
}

/** Golden records in the order of their ids. @param columns quoted column list. */
export function readGoldenRows(
  database: Database,
  kind: EntityKind,
  columns: string,
): AsyncGenerator<Row[], void, undefined> {
  return streamRows(
    database,
    `select g.entity_id, g.records, ${columns},
       (select string_agg(n.name, ';' order by n.name) from golden.names n
        where n.entity_id = g.entity_id and not n.is_current) as former_names
     from golden.${kind}s g order by g.entity_id`,
  );
}

export interface JudgedPairRow {
  readonly verdict: 'same' | 'different';
  /** The weight alone lies in the merge band, and no identifiers contradict. */
  readonly wouldJoin: boolean;
  readonly kept: boolean;
  readonly left: PlacedMember;
  readonly right: PlacedMember;
}

/** Live judgements beside what the weights say of the same pair. */
export async function readJudgedPairs(database: Database, kind: EntityKind): Promise<JudgedPairRow[]> {
  const side = (name: string): string =>
    ['record_no', 'system', 'stream', 'source_key']
      .map((column) => `${name}.${column} as ${name}_${column}`)
      .join(', ');
  const rows = await database.query(
    `select j.verdict, p.band = 'merge' and not p.conflict as would_join, p.left_no is not null as kept,
       ${side('l')}, ${side('r')}
     from identity.judgements j
     join identity.records l on l.kind = j.kind and l.record_id = j.left_id
     join identity.records r on r.kind = j.kind and r.record_id = j.right_id
     left join ${pairsTable(kind)} p on p.left_no = least(l.record_no, r.record_no)
       and p.right_no = greatest(l.record_no, r.record_no)
     where j.kind = $1 and j.closed_at is null and j.verdict in ('same', 'different') order by j.judgement_id`,
    [kind],
  );
  const placed = (row: Row, name: string): PlacedMember => ({
    recordNo: Number(row[`${name}_record_no`]),
    entity: '',
    system: row[`${name}_system`] ?? '',
    stream: row[`${name}_stream`] ?? '',
    sourceKey: row[`${name}_source_key`] ?? '',
  });
  return rows.map((row) => ({
    verdict: row['verdict'] as 'same' | 'different',
    wouldJoin: row['would_join'] === 't',
    kept: row['kept'] === 't',
    left: placed(row, 'l'),
    right: placed(row, 'r'),
  }));
}
