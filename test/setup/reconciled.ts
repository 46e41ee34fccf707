/** An identity layer filled by hand, for tests that start behind the matching: canonical rows and who belongs to whom. */
import type { Database } from '../../database/connection.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import { putRows, type CanonicalRow } from './canonical.ts';
import type { Entity } from '../../schemas/entity.ts';

export interface GroupedRow extends CanonicalRow {
  /** Rows of one group are one entity. */
  readonly group: string;
}

export interface Reconciled {
  readonly kind: EntityKind;
  readonly entity: Entity;
  readonly rows: readonly GroupedRow[];
  readonly counts?: Readonly<Record<string, number>>;
  readonly bands?: { readonly merge: number; readonly review: number };
}

/** @returns record numbers by source key. */
export async function putReconciled(database: Database, of: Reconciled): Promise<ReadonlyMap<string, number>> {
  const { kind, entity, rows, counts = {}, bands = { merge: 8, review: 0 } } = of;
  const ids = await putRows(database, entity, rows);
  const [model] = await database.query(
    `insert into identity.models (kind, version, state, definition, parameters, fingerprint, made_by)
     values ($1, 1, 'current', '{}', $2, gen_random_uuid(), 'test') returning model_id`,
    [kind, JSON.stringify({ bands })],
  );
  const groups = [...new Set(rows.map(({ group }) => group))];
  await database.query(
    `insert into identity.runs (run_id, kind, mode, status, model_id, operator, started_at, finished_at, records,
       entities, pairs, review, apart, conflicts)
     values ($1, $2, 'full', 'done', $3, 'tester', '2020-11-30 10:00:00+00', '2020-11-30 10:00:02.5+00', $4, $5, $6, $7,
       $8, $9)`,
    [
      `run-${kind}`,
      kind,
      model?.['model_id'],
      rows.length,
      groups.length,
      counts['pairs'] ?? 0,
      counts['review'] ?? 0,
      counts['apart'] ?? null,
      counts['conflicts'] ?? 0,
    ],
  );
  const entities = await database.query(
    `insert into identity.entities (kind, first_run) select $1, 'r' from generate_series(1, $2::int) returning entity_id`,
    [kind, groups.length],
  );
  const numbers = new Map<string, number>();
  for (const [index, { system, stream = 'S', key, role = '', group }] of rows.entries()) {
    const [record] = await database.query(
      `insert into identity.records (kind, record_id, entity, system, stream, source_key, role, ordinal, row_hash, first_run)
       values ($1, $2, $3, $4, $5, $6, $7, 0, gen_random_uuid(), 'r') returning record_no`,
      [kind, ids[index], entity.name, system, stream, key, role],
    );
    const no = Number(record?.['record_no']);
    numbers.set(key, no);
    await database.query(`insert into identity.members values ($1, $2, $3, 'r')`, [
      no,
      entities[groups.indexOf(group)]?.['entity_id'],
      role,
    ]);
  }
  return numbers;
}

export async function putPair(
  database: Database,
  kind: EntityKind,
  pair: {
    readonly left: number | undefined;
    readonly right: number | undefined;
    readonly weight: number;
    readonly status: string;
  },
): Promise<void> {
  const { left, right, weight, status } = pair;
  const band = weight >= 8 ? 'merge' : 'review';
  await database.query(
    `insert into identity.pairs (kind, left_no, right_no, weight, conflict, band, status, model_id, run_id)
     values ($1, $2, $3, $4, false, $5, $6, 1, 'r')`,
    [kind, left, right, weight, band, status],
  );
}
