/** Reconciliation in tests: with the numbers a model declares itself, so that a dozen records are enough. */
import type { Database } from '../../database/connection.ts';
import { adoptModel } from '../../database/identity/models.ts';
import { reconcile } from '../../pipelines/reconcile.ts';
import { keepModel, MATCHINGS, type MatchedKind } from '../../pipelines/reconcile/models.ts';
import type { ReconcileOptions, ReconcileResult } from '../../pipelines/reconcile/options.ts';
import { untrained } from '../../reconcile/model/trained.ts';
import { upgradeIdNumber } from '../../schemas/identifiers/id-number.ts';
import type { CanonicalRow } from './canonical.ts';

export async function adoptDeclared(database: Database, kind: MatchedKind): Promise<void> {
  const { model } = MATCHINGS[kind];
  await database.transaction(async (client) => {
    const { stored } = await keepModel(client, { kind, model, madeBy: 'tester' }, untrained(model));
    await adoptModel(client, { id: stored.id, kind });
  });
}

export function runReconcile(
  database: Database,
  options: Pick<ReconcileOptions, 'kind'> & Partial<ReconcileOptions>,
): Promise<ReconcileResult> {
  return reconcile({
    database,
    mode: 'incremental',
    operator: 'tester',
    now: new Date(),
    signal: new AbortController().signal,
    onStep: () => undefined,
    memoryMb: 300,
    effect: 'apply',
    ...options,
  });
}

/** Valid ID numbers, one per n. */
export const idNumber = (n: number): string =>
  upgradeIdNumber(`5401028001${String(10 + (n % 18))}${String(100 + n)}`) ?? '';

/** One person as two systems show them; n makes the person. */
export function personRows(n: number): CanonicalRow[] {
  const values = {
    name: ['扎西', '卓玛', '次仁', '央金', '边巴'][n % 5] + ['顿珠', '拉姆', '多吉', '平措'][n % 4]!,
    idNumber: idNumber(n),
    birthDate: `1980-01-${10 + (n % 18)}`,
    mobile: `1391234${String(1000 + n)}`,
    employer: `西藏第${n}设计院`,
  };
  return [
    { system: 'onestop', key: `O${n}`, values: { ...values, modifiedAt: '2019-01-01 00:00:00' } },
    { system: 'procurement', key: `P${n}`, values: { ...values, mobile: null } },
  ];
}

/** Entities as sets of source keys: `O1 P1`. */
export async function readEntities(database: Database, kind: string): Promise<string[]> {
  const rows = await database.query(
    `select string_agg(r.source_key, ' ' order by r.source_key) as keys from identity.members m
     join identity.records r using (record_no) where r.kind = $1 and r.gone_run is null group by m.entity_id order by 1`,
    [kind],
  );
  return rows.map(({ keys }) => keys ?? '');
}

/** Entity of each source key. */
export async function readIds(database: Database, kind: string): Promise<Record<string, string>> {
  const rows = await database.query(
    `select r.source_key, m.entity_id from identity.members m join identity.records r using (record_no)
     where r.kind = $1 order by r.source_key`,
    [kind],
  );
  return Object.fromEntries(rows.map((row) => [row['source_key'] ?? '', row['entity_id'] ?? '']));
}

const TABLES = [
  'mentions',
  'record_keys',
  'records',
  'entities',
  'members',
  'history',
  'pairs',
  'relations',
  'conflicts',
  'judgement_states',
];

/** Everything identity and golden hold, but for the list of runs. */
export async function readEverything(database: Database): Promise<Record<string, string>> {
  const names = [
    ...TABLES.map((name) => `identity.${name}`),
    'golden.experts',
    'golden.enterprises',
    'golden.matters',
    'golden.names',
  ];
  const found: Record<string, string> = {};
  for (const name of names) {
    const [row] = await database.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') as sum from ${name} t`,
    );
    found[name] = row?.['sum'] ?? '';
  }
  return found;
}
