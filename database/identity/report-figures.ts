/** Figures of the last run of a kind, for the reconciliation report. Counts only: no value of a record leaves here. */
import type { EntityKind } from '../../schemas/identity.ts';
import type { Database } from '../connection.ts';
import { pairsTable } from './pairs.ts';

export interface WeightCount {
  /** Whole number at or below the weights counted. */
  readonly weight: number;
  readonly status: string;
  readonly pairs: number;
}

/** Kept pairs by weight and status, ascending. */
export async function countWeights(database: Database, kind: EntityKind): Promise<WeightCount[]> {
  const rows = await database.query(
    `select floor(weight)::int as weight, status, count(*) as pairs from ${pairsTable(kind)}
     group by 1, 2 order by 1, 2`,
  );
  return rows.map((row) => ({
    weight: Number(row['weight']),
    status: row['status'] ?? '',
    pairs: Number(row['pairs']),
  }));
}

/** Records that are there, with their entity. */
const HELD = `select r.record_no, r.record_id, r.system, r.stream, r.source_key, m.entity_id
  from identity.records r join identity.members m using (record_no) where r.kind = $1 and r.gone_run is null`;
/** Once per entity and system. */
const SIDES = `with sides as (select entity_id, system, count(*) as records from (${HELD}) h group by 1, 2)`;

export interface SystemCount {
  readonly system: string;
  readonly records: number;
  readonly entities: number;
  /** Entities that another system holds too. */
  readonly shared: number;
}

/** Systems with the most records first. */
export async function countSystems(database: Database, kind: EntityKind): Promise<SystemCount[]> {
  const rows = await database.query(
    `${SIDES}, spread as (select entity_id, count(*) as systems from sides group by 1)
     select system, sum(records) as records, count(*) as entities, count(*) filter (where systems > 1) as shared
     from sides join spread using (entity_id) group by 1 order by 2 desc, 1`,
    [kind],
  );
  return rows.map((row) => ({
    system: row['system'] ?? '',
    records: Number(row['records']),
    entities: Number(row['entities']),
    shared: Number(row['shared']),
  }));
}

/** Entities that two systems both hold; left < right. */
export async function countOverlap(
  database: Database,
  kind: EntityKind,
): Promise<{ readonly left: string; readonly right: string; readonly entities: number }[]> {
  const rows = await database.query(
    `${SIDES} select l.system as left_system, r.system as right_system, count(*) as entities
     from sides l join sides r on r.entity_id = l.entity_id and l.system < r.system group by 1, 2 order by 1, 2`,
    [kind],
  );
  return rows.map((row) => ({
    left: row['left_system'] ?? '',
    right: row['right_system'] ?? '',
    entities: Number(row['entities']),
  }));
}

export async function countSizes(
  database: Database,
  kind: EntityKind,
): Promise<{ readonly records: number; readonly entities: number }[]> {
  const rows = await database.query(
    `select records, count(*) as entities
     from (select count(*) as records from (${HELD}) h group by entity_id) s group by 1 order by 1`,
    [kind],
  );
  return rows.map((row) => ({ records: Number(row['records']), entities: Number(row['entities']) }));
}

/** The model a run weighed with; null where it has none. `parameters` are plain JSON, as the model room wrote them. */
export async function findRunModel(
  database: Database,
  modelId: string,
): Promise<{ readonly version: number; readonly parameters: unknown } | null> {
  if (modelId === '') return null;
  const [row] = await database.query('select version, parameters from identity.models where model_id = $1', [modelId]);
  if (!row) return null;
  return { version: Number(row['version']), parameters: JSON.parse(row['parameters'] ?? 'null') as unknown };
}
