/** Records behind the figures of the reconciliation report: the largest entities, conflicts, what cannot be linked. */
import type { EntityKind } from '../../schemas/identity.ts';
import type { Database, Row } from '../connection.ts';
import { quoteName } from '../names.ts';
import { recordsSql, type RecordSource } from './sources.ts';

export interface HeldRecord {
  readonly recordNo: number;
  readonly entity: string;
  readonly system: string;
  readonly stream: string;
  readonly sourceKey: string;
  /** As the record has it: personal. */
  readonly name: string | null;
  /** Canonical entity of the record. */
  readonly of: string;
}

export interface Naming {
  readonly kind: EntityKind;
  readonly sources: readonly RecordSource[];
  /** Fields that name a record, the better first. */
  readonly names: readonly string[];
}

function toRecord(row: Row): HeldRecord {
  return {
    recordNo: Number(row['record_no']),
    entity: row['entity_id'] ?? '',
    system: row['system'] ?? '',
    stream: row['stream'] ?? '',
    sourceKey: row['source_key'] ?? '',
    name: row['name'] ?? null,
    of: row['of'] ?? '',
  };
}

/** @param chosen subquery that gives `record_no`; `$1` is the kind. */
async function readRecords(
  database: Database,
  { kind, sources, names }: Naming,
  chosen: string,
  values: readonly unknown[],
): Promise<HeldRecord[]> {
  const rows = await database.query(
    `with chosen as materialized (
       select r.*, m.entity_id from identity.records r join identity.members m using (record_no)
       where r.kind = $1 and r.gone_run is null and r.record_no in (${chosen}))
     select c.record_no, c.entity_id, c.system, c.stream, c.source_key, s.entity as of,
       coalesce(${names.map((name) => `s.${quoteName(name)}`).join(', ')}, null) as name
     from chosen c join (${recordsSql(sources, names, 'id in (select record_id from chosen)')}) s on s.id = c.record_id
     order by c.entity_id, c.record_no`,
    [kind, ...values],
  );
  return rows.map(toRecord);
}

/** Every record of the entities that hold the most. */
export async function readLargest(database: Database, naming: Naming, entities: number): Promise<HeldRecord[]> {
  const largest = `select entity_id from identity.members join identity.records using (record_no)
    where kind = $1 and gone_run is null group by 1 having count(*) > 1 order by count(*) desc, entity_id limit $2`;
  const chosen = `select record_no from identity.members where entity_id in (${largest})`;
  return readRecords(database, naming, chosen, [entities]);
}

export interface FoundConflict {
  readonly rule: string;
  readonly subject: string;
  readonly records: readonly number[];
}

export interface RuleCount {
  readonly rule: string;
  readonly total: number;
}

/** Open conflicts of a kind: how many of each rule, and the first of each. */
export async function readOpenConflicts(
  database: Database,
  kind: EntityKind,
  examples: number,
): Promise<{ readonly counts: readonly RuleCount[]; readonly first: readonly FoundConflict[] }> {
  const rows = await database.query(
    `select rule, subject, array_to_string(records, ' ') as records, total from (
       select *, row_number() over (partition by rule order by id) as place, count(*) over (partition by rule) as total
       from identity.conflicts where kind = $1 and closed_run is null) c
     where place <= $2 order by rule, place`,
    [kind, examples],
  );
  const totals = new Map(rows.map((row) => [row['rule'] ?? '', Number(row['total'])]));
  return {
    counts: [...totals].map(([rule, total]) => ({ rule, total })),
    first: rows.map((row) => ({
      rule: row['rule'] ?? '',
      subject: row['subject'] ?? '',
      records: (row['records'] ?? '').split(' ').filter(Boolean).map(Number),
    })),
  };
}

/** Values of a field that some records hold. */
export async function readHeldValues(
  database: Database,
  { kind, sources }: Naming,
  { field, records }: { readonly field: string; readonly records: readonly number[] },
): Promise<string[]> {
  const held = 'id in (select record_id from identity.records where kind = $1 and record_no = any($2::integer[]))';
  const rows = await database.query(
    `select distinct ${quoteName(field)} as value from (${recordsSql(sources, [field], held)}) s
     where ${quoteName(field)} is not null order by 1`,
    [kind, records],
  );
  return rows.map(({ value }) => value ?? '');
}

/** Entities whose records hold several values of a field, and those values. */
export async function readContradictingValues(
  database: Database,
  { kind, sources }: Naming,
  field: string,
): Promise<{ readonly entity: string; readonly values: readonly string[]; readonly records: readonly number[] }[]> {
  const rows = await database.query(
    `select m.entity_id, string_agg(distinct s.value, ' ') as held,
       string_agg(r.record_no::text, ' ' order by r.record_no) as records
     from (select id, ${quoteName(field)} as value from (${recordsSql(sources, [field])}) v) s
       join identity.records r on r.kind = $1 and r.record_id = s.id and r.gone_run is null
       join identity.members m using (record_no)
     where s.value is not null group by 1 having count(distinct s.value) > 1 order by 1`,
    [kind],
  );
  return rows.map((row) => ({
    entity: row['entity_id'] ?? '',
    values: (row['held'] ?? '').split(' '),
    records: (row['records'] ?? '').split(' ').map(Number),
  }));
}

export async function readRecordsByNumber(
  database: Database,
  naming: Naming,
  records: readonly number[],
): Promise<HeldRecord[]> {
  return readRecords(database, naming, 'select unnest($2::integer[])', [records]);
}

/** Records alone in their entity in which none of the fields has a value: how many per system, and the first. */
export async function readUnlinkable(
  database: Database,
  naming: Naming,
  { fields, examples }: { readonly fields: readonly string[]; readonly examples: number },
): Promise<{
  readonly counts: readonly { readonly system: string; readonly records: number }[];
  readonly first: readonly HeldRecord[];
}> {
  const empty = `select r.record_no, r.system
    from (${recordsSql(naming.sources, fields)}) s
      join identity.records r on r.kind = $1 and r.record_id = s.id and r.gone_run is null
      join identity.members m using (record_no)
      join (select entity_id from identity.members group by 1 having count(*) = 1) alone using (entity_id)
    where num_nonnulls(${fields.map((field) => `s.${quoteName(field)}`).join(', ')}) = 0`;
  const counts = await database.query(
    `select system, count(*) as records from (${empty}) e group by 1 order by 2 desc, 1`,
    [naming.kind],
  );
  const first = `select record_no from (${empty}) e order by record_no limit $2`;
  return {
    counts: counts.map((row) => ({ system: row['system'] ?? '', records: Number(row['records']) })),
    first: counts.length === 0 ? [] : await readRecords(database, naming, first, [examples]),
  };
}
