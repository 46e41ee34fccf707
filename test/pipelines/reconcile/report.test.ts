/** What the reconciliation report finds in the database. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../database/connection.ts';
import { gatherReconcileReport } from '../../../pipelines/reconcile/report.ts';
import type { KindReport } from '../../../reports/reconcile/report.ts';
import { Expert } from '../../../schemas/entities/expert.ts';
import { TenderProject } from '../../../schemas/entities/tender-project.ts';
import { upgradeIdNumber } from '../../../schemas/identifiers/id-number.ts';
import { ENTITY_KINDS } from '../../../schemas/identity.ts';
import { useDatabases } from '../../setup/database.ts';
import { putPair, putReconciled } from '../../setup/reconciled.ts';

const [FIRST = '', SECOND = '', THIRD = ''] = ['540102800101001', '540102800101003', '540102800101005'].map(
  (short) => upgradeIdNumber(short) ?? '',
);
/** Fails its check digit: no identity. */
const WRONG = `${FIRST.slice(0, 17)}${FIRST.endsWith('0') ? '1' : '0'}`;
const MASKED = `${FIRST.slice(0, 6)}********${FIRST.slice(14)}`;

const openFresh = useDatabases();
let database: Database;

function gather(masked = true) {
  const now = new Date('2020-11-30T16:30:00Z');
  return gatherReconcileReport({
    database,
    kinds: ENTITY_KINDS,
    masked,
    operator: 'tester',
    productVersion: '9.9.9',
    now,
  });
}

async function experts(masked = true): Promise<KindReport> {
  const { kinds } = await gather(masked);
  const [kind] = kinds;
  if (kind === undefined) throw new Error('no report of experts');
  return kind;
}

const row = (system: string, key: string, group: string, values: Record<string, string | null>) => ({
  system,
  key,
  group,
  values: { name: '次仁旺堆', ...values },
});

beforeAll(async () => {
  ({ database } = await openFresh());
  const numbers = await putReconciled(database, {
    kind: 'expert',
    entity: Expert,
    counts: { pairs: 30, review: 2, apart: 20, conflicts: 1 },
    rows: [
      row('onestop', 'A1', 'a', { idNumber: FIRST }),
      row('procurement', 'A2', 'a', { idNumber: FIRST, mobile: '13900000001' }),
      row('procurement', 'A3', 'a', { idNumber: WRONG }),
      // The same number once more, with somebody else.
      row('transport', 'B1', 'b', { idNumber: FIRST, name: '格桑' }),
      // Two valid numbers in one entity.
      row('onestop', 'C1', 'c', { idNumber: SECOND, name: '卓玛' }),
      row('construction', 'C2', 'c', { idNumber: THIRD, name: '卓玛' }),
      // Nothing but a name: alone, and beside another.
      row('transport', 'D1', 'd', { name: '多吉' }),
      row('transport', 'E1', 'e', { name: '扎西', employer: '措那县教育局' }),
      row('transport', 'A4', 'a', { name: '次仁旺堆' }),
    ],
  });
  const no = (key: string): number | undefined => numbers.get(key);
  await putPair(database, 'expert', { left: no('A1'), right: no('A2'), weight: 21.4, status: 'joined' });
  await putPair(database, 'expert', { left: no('A1'), right: no('B1'), weight: 9.9, status: 'identifier' });
  await putPair(database, 'expert', { left: no('C1'), right: no('C2'), weight: -0.5, status: 'review' });
  await database.query(
    `insert into identity.conflicts (kind, rule, subject, records, detail, opened_run)
     values ('expert', 'contradictory_judgements', 'x', $1, '', 'r'), ('expert', 'closed', 'y', $1, '', 'r')`,
    [[no('A1'), no('B1')]],
  );
  await database.query(
    `insert into identity.conflicts (kind, rule, subject, records, detail, opened_run)
     values ('expert', 'shared_identifier', 'z', $1, 'idNumber', 'r')`,
    [[no('A1'), no('A2'), no('B1')]],
  );
  await database.query(`update identity.conflicts set closed_run = 'r' where rule = 'closed'`);
  await putReconciled(database, {
    kind: 'matter',
    entity: TenderProject,
    rows: [
      { system: 'transport', key: 'T1', group: 't', values: { name: '岗嘎镇防洪堤工程', selfCode: 'JTZB-2019-1' } },
    ],
  });
});

describe('the report', () => {
  it('holds the kinds that were reconciled, and how systems are called', async () => {
    const report = await gather();
    expect(report.kinds.map(({ kind }) => kind)).toEqual(['expert', 'matter']);
    expect(report.systems['egov']).toMatchObject({ zh: expect.stringContaining('电子政务') as string });
    expect(report).toMatchObject({
      madeAt: '2020-12-01 00:30',
      madeBy: 'tester',
      masked: true,
      productVersion: '9.9.9',
    });
  });

  it('says what the last run came to', async () => {
    const { run, bands } = await experts();
    expect(run).toEqual({
      runId: 'run-expert',
      mode: 'full',
      finishedAt: '2020-11-30 18:00',
      seconds: 2.5,
      operator: 'tester',
      modelVersion: '1',
      records: 9,
      entities: 5,
      pairs: 30,
      review: 2,
      apart: 20,
      conflicts: 1,
    });
    expect(bands).toEqual({ merge: 8, review: 0 });
  });

  it('counts pairs by weight and by what became of them', async () => {
    const { histogram } = await experts();
    const filled = histogram.filter(({ joined, waiting, keptApart }) => joined + waiting + keptApart > 0);
    expect(filled.map(({ from, joined, waiting, keptApart }) => [from, joined, waiting, keptApart])).toEqual([
      [-1, 0, 1, 0],
      [9, 0, 0, 1],
      [21, 1, 0, 0],
    ]);
  });

  it('counts systems: repetitions inside each and what they share', async () => {
    const { systems, overlap, sizes } = await experts();
    expect(systems).toEqual([
      { system: 'transport', records: 4, entities: 4, shared: 1 },
      { system: 'onestop', records: 2, entities: 2, shared: 2 },
      { system: 'procurement', records: 2, entities: 1, shared: 1 },
      { system: 'construction', records: 1, entities: 1, shared: 1 },
    ]);
    expect(overlap).toEqual([
      { left: 'construction', right: 'onestop', entities: 1 },
      { left: 'onestop', right: 'procurement', entities: 1 },
      { left: 'onestop', right: 'transport', entities: 1 },
      { left: 'procurement', right: 'transport', entities: 1 },
    ]);
    expect(sizes).toEqual([
      { records: 1, entities: 3 },
      { records: 2, entities: 1 },
      { records: 4, entities: 1 },
    ]);
  });

  it('shows the largest entities, masked', async () => {
    const { largest } = await experts();
    expect(largest.map(({ name, records, systems }) => [name, records, systems])).toEqual([
      ['次仁**', 4, ['onestop', 'procurement', 'transport']],
      ['卓*', 2, ['onestop', 'construction']],
    ]);
    expect(largest[0]?.entityId).toMatch(/^X\d{8}$/);
    expect(largest[0]?.members.map(({ sourceKey }) => sourceKey)).toEqual(['A1', 'A2', 'A3', 'A4']);
  });

  it('shows one number with two people once, as the run found it, and one entity with two numbers', async () => {
    const { conflicts } = await experts();
    const [several, judged, shared] = conflicts;
    expect(conflicts.map(({ rule, total }) => [rule, total])).toEqual([
      ['many_numbers', 1],
      ['contradictory_judgements', 1],
      ['shared_identifier', 1],
    ]);
    expect(shared?.examples).toMatchObject([{ subject: MASKED }]);
    expect(shared?.examples[0]?.records.map(({ sourceKey, name }) => [sourceKey, name])).toEqual([
      ['A1', '次仁**'],
      ['A2', '次仁**'],
      ['B1', '格*'],
    ]);
    expect(several?.examples[0]?.records.map(({ sourceKey }) => sourceKey)).toEqual(['C1', 'C2']);
    expect(judged?.examples[0]?.subject).toBe('次仁** / 格*');
  });

  it('counts what can never be linked: nothing but a name, and alone', async () => {
    const { unlinkable } = await experts();
    expect(unlinkable).toEqual({
      total: 1,
      bySystem: [{ system: 'transport', records: 1 }],
      examples: [{ system: 'transport', stream: 'S', sourceKey: 'D1', name: '多*' }],
    });
  });

  it('shows names and numbers when asked', async () => {
    const { largest, conflicts } = await experts(false);
    expect(largest[0]?.name).toBe('次仁旺堆');
    expect(conflicts[2]?.examples[0]?.subject).toBe(FIRST);
  });

  it('leaves the names of undertakings as they are, which are public', async () => {
    const { kinds } = await gather();
    expect(kinds[1]).toMatchObject({ kind: 'matter', bands: { merge: 16 }, unlinkable: { total: 0 } });
    expect(kinds[1]?.systems).toEqual([{ system: 'transport', records: 1, entities: 1, shared: 0 }]);
  });

  it('of one kind leaves the others out', async () => {
    const { kinds } = await gatherReconcileReport({
      database,
      kinds: ['enterprise'],
      masked: true,
      operator: 'tester',
      productVersion: '9.9.9',
      now: new Date(),
    });
    expect(kinds).toEqual([]);
  });
});
