/** Golden records as they are written. */
import { hashValues } from '../../core/ids.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import type { Client } from '../connection.ts';
import { GOLDEN_TABLES } from '../golden-ddl.ts';
import { columnList, quoteName, snakeCase } from '../names.ts';
import { copyRows } from './columns.ts';

export interface GoldenRow {
  readonly entity: string;
  readonly values: Readonly<Record<string, string | null>>;
  readonly origins: unknown;
  readonly records: number;
  readonly names: readonly {
    readonly name: string;
    readonly isCurrent: boolean;
    readonly changedAt: string | null;
    readonly recordNo: number;
  }[];
}

/** Golden table of a kind: the canonical fields of experts and enterprises, a few of its own for matters. */
export interface GoldenShape {
  readonly table: string;
  /** Field → column. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns that are set once and then belong to others. */
  readonly states: Readonly<Record<string, string>>;
}

const MATTER_COLUMNS = { name: 'name', code: 'code', divisionCode: 'division_code', stages: 'stages' };

/** @param states values of the state columns where a row is new. */
export function goldenShape(kind: EntityKind, states: Readonly<Record<string, string>> = {}): GoldenShape {
  const table = GOLDEN_TABLES.find(({ name }) => name === `${kind}s`);
  if (!table) return { table: `golden.${kind}s`, columns: MATTER_COLUMNS, states };
  const columns = Object.fromEntries(table.entity.fieldNames.map((field) => [field, snakeCase(field)]));
  return { table: `golden.${table.name}`, columns, states };
}

async function mergeInto(client: Client, { table, states }: GoldenShape, columns: readonly string[]): Promise<void> {
  const changing = columns.filter((name) => name !== 'entity_id' && !Object.hasOwn(states, name));
  const sets = changing.map((name) => `${quoteName(name)} = f.${quoteName(name)}`).join(', ');
  await client.query(
    `update ${table} g set ${sets} from ggzy_golden f where g.entity_id = f.entity_id and g.row_hash <> f.row_hash`,
  );
  await client.query(
    `insert into ${table} (${columnList(columns)}) select ${columnList(columns, 'f.')} from ggzy_golden f
     where not exists (select from ${table} g where g.entity_id = f.entity_id)`,
  );
}

async function writeNames(client: Client, rows: readonly GoldenRow[]): Promise<void> {
  const names = rows.flatMap(({ entity, names: borne }) => borne.map((name) => ({ entity, ...name })));
  await client.query('create temp table ggzy_names (like golden.names) on commit drop');
  const row = (at: number) => {
    const { entity = '', name = '', isCurrent = false, changedAt = null, recordNo = 0 } = names[at] ?? {};
    return [entity, name, isCurrent, changedAt, recordNo];
  };
  const columns = ['entity_id', 'name', 'is_current', 'changed_at', 'record_no'];
  await copyRows(client, { table: 'ggzy_names', columns, rows: names.length, row });
  await client.query(
    `delete from golden.names n where n.entity_id = any($1::bigint[]) and not exists (
       select from ggzy_names f where f.entity_id = n.entity_id and f.name = n.name)`,
    [rows.map(({ entity }) => entity)],
  );
  await client.query(
    `insert into golden.names select * from ggzy_names
     on conflict (entity_id, name) do update
       set is_current = excluded.is_current, changed_at = excluded.changed_at, record_no = excluded.record_no
     where (names.is_current, names.changed_at, names.record_no)
       is distinct from (excluded.is_current, excluded.changed_at, excluded.record_no)`,
  );
  await client.query('drop table ggzy_names');
}

/** Writes some golden records; those that are as they were stay untouched. */
export async function writeGolden(
  client: Client,
  { shape, runId }: { readonly shape: GoldenShape; readonly runId: string },
  rows: readonly GoldenRow[],
): Promise<void> {
  const { table, states } = shape;
  const fields = Object.keys(shape.columns);
  const told = ['entity_id', 'row_hash', 'run_id', 'records', 'origins', ...Object.keys(states)];
  const columns = [...told, ...Object.values(shape.columns)];
  await client.query(`create temp table ggzy_golden (like ${table}) on commit drop`);
  const row = (at: number) => {
    const { entity = '', values = {}, origins = {}, records = 0 } = rows[at] ?? {};
    const kept = fields.map((field) => values[field] ?? null);
    const origin = JSON.stringify(origins);
    return [entity, hashValues([...kept, origin, records]), runId, records, origin, ...Object.values(states), ...kept];
  };
  await copyRows(client, { table: 'ggzy_golden', columns, rows: rows.length, row });
  await mergeInto(client, shape, columns);
  await client.query('drop table ggzy_golden');
  await writeNames(client, rows);
}

/** Entities that merged into others or have no record left have no golden record. */
export async function dropDeadGolden(client: Client, kind: EntityKind): Promise<void> {
  for (const table of [`golden.${kind}s`, 'golden.names']) {
    await client.query(
      `delete from ${table} g using identity.entities e
       where e.entity_id = g.entity_id and e.kind = $1 and e.state <> 'live'`,
      [kind],
    );
  }
}
