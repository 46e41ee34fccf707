/** What people decide is applied by every run, and what becomes of it when records change. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../database/connection.ts';
import { readJudgementList } from '../../../database/identity/judgement-list.ts';
import { judge } from '../../../pipelines/judge.ts';
import { Expert } from '../../../schemas/entities/expert.ts';
import type { Verdict } from '../../../schemas/identity.ts';
import { putRows, removeRow, uuidOf } from '../../setup/canonical.ts';
import { useDatabases } from '../../setup/database.ts';
import { adoptDeclared, idNumber, personRows, readEntities, runReconcile } from '../../setup/reconcile.ts';

const openFresh = useDatabases();
let database: Database;

const KIND = { kind: 'expert' } as const;
const SYSTEM_OF: Readonly<Record<string, string>> = { O: 'onestop', P: 'procurement', C: 'construction' };
const place = (key: string) => ({ system: SYSTEM_OF[key.charAt(0)] ?? '', key });
const idOf = (key: string): string => uuidOf(Expert, place(key));
const entities = () => readEntities(database, 'expert');

/** `O1 = P2`. */
async function decide(text: string, by = '卓玛'): Promise<string> {
  const [left = '', sign = '', right = ''] = text.split(' ');
  const verdict: Verdict = sign === '=' ? 'same' : sign === '≠' ? 'different' : 'unsure';
  const request = { left: idOf(left), right: idOf(right), verdict, reason: '电话核实' };
  const { outcomes } = await judge(database, { ...KIND, by, mode: 'apply' }, [request]);
  return outcomes[0]?.rule ?? outcomes[0]?.outcome ?? '';
}

async function states(): Promise<string[]> {
  const list = await readJudgementList(database, ['expert']);
  return list.map(({ state, changed }) => `${state} ${changed}`.trim());
}

async function openConflicts(): Promise<string[]> {
  const rows = await database.query('select rule from identity.conflicts where closed_run is null order by rule');
  return rows.map(({ rule }) => rule ?? '');
}

beforeEach(async () => {
  ({ database } = await openFresh());
  await adoptDeclared(database, 'expert');
  const unknown = { name: '洛桑', idNumber: null, birthDate: null, mobile: null, employer: null };
  await putRows(database, Expert, [...personRows(1), ...personRows(2), { ...place('C9'), values: unknown }]);
  await runReconcile(database, KIND);
}, 60_000);

describe('a judgement', { timeout: 120_000 }, () => {
  it('parts what weights join, and joins what they leave apart, in increments and full runs alike', async () => {
    expect(await entities()).toEqual(['C9', 'O1 P1', 'O2 P2']);
    await decide('O1 ≠ P1');
    await decide('C9 = O2');
    const { scope } = await runReconcile(database, KIND);
    expect(await entities()).toEqual(['C9 O2 P2', 'O1', 'P1']);
    expect(scope).toBe(5);
    const full = await runReconcile(database, { ...KIND, mode: 'full' });
    expect([full.changes, await entities()]).toEqual([[], ['C9 O2 P2', 'O1', 'P1']]);
    const [pair] = await database.query(`select status from identity.pairs where status = 'must_not_link'`);
    expect(pair).toEqual({ status: 'must_not_link' });
  });

  it('that is taken back no longer counts', async () => {
    await decide('C9 = O2');
    await runReconcile(database, KIND);
    await decide('C9 ? O2');
    await runReconcile(database, KIND);
    expect(await entities()).toEqual(['C9', 'O1 P1', 'O2 P2']);
  });

  it('is stale when a compared field changes, and stays in force', async () => {
    await decide('O1 ≠ P1');
    const [register] = personRows(1);
    await putRows(database, Expert, [
      { ...place('O1'), values: { ...register?.values, title: '工程师', status: '2' } },
    ]);
    await runReconcile(database, KIND);
    expect([await states(), await entities()]).toEqual([['stale title'], ['C9', 'O1', 'O2 P2', 'P1']]);
    expect(await decide('O1 ≠ P1', '次仁')).toBe('appended');
    await runReconcile(database, KIND);
    expect(await states()).toEqual(['current']);
  });

  it('sleeps while one of its records is gone, and wakes with it', async () => {
    await decide('O1 ≠ P1');
    await removeRow(database, Expert, idOf('P1'));
    await runReconcile(database, KIND);
    expect(await states()).toEqual(['asleep']);
    await putRows(database, Expert, personRows(1).slice(1));
    await runReconcile(database, KIND);
    expect([await states(), await entities()]).toEqual([['current'], ['C9', 'O1', 'O2 P2', 'P1']]);
  });

  it('is lifted when two valid identifiers come to contradict it, and that is a conflict', async () => {
    await decide('C9 = O2');
    const values = { name: '洛桑', idNumber: idNumber(9), birthDate: null, mobile: null, employer: null };
    await putRows(database, Expert, [{ ...place('C9'), values }]);
    await runReconcile(database, KIND);
    expect([await states(), await entities()]).toEqual([['lifted idNumber'], ['C9', 'O1 P1', 'O2 P2']]);
    expect(await openConflicts()).toEqual(['judgement_lifted']);
    await decide('C9 ≠ O2');
    await runReconcile(database, KIND);
    expect([await states(), await openConflicts()]).toEqual([['current'], []]);
  });

  it('joins two valid identifiers once two people say so', async () => {
    expect(await decide('O1 = O2')).toBe('waits');
    await runReconcile(database, KIND);
    expect(await entities()).toEqual(['C9', 'O1 P1', 'O2 P2']);
    expect(await decide('O1 = O2', '次仁')).toBe('confirmed');
    await runReconcile(database, KIND);
    expect(await entities()).toEqual(['C9', 'O1 O2 P1 P2']);
  });
});

describe('judgements that contradict each other', { timeout: 120_000 }, () => {
  it('are refused where they are made', async () => {
    await decide('C9 = O2');
    await decide('O2 = P2');
    expect(await decide('C9 ≠ P2')).toBe('contradiction');
  });

  it('are a conflict where they came about another way: nothing of them is joined', async () => {
    await decide('C9 = O2');
    await decide('C9 = P2');
    const version = '{}';
    await database.query(
      `insert into identity.judgements (kind, left_id, right_id, verdict, reason, judged_by, os_user, left_version,
         right_version) values ('expert', least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), 'different', 'x', 'y', 'z',
         $3, $3)`,
      [idOf('O2'), idOf('P2'), version],
    );
    await runReconcile(database, KIND);
    expect(await openConflicts()).toEqual(['contradictory_judgements', 'shared_identifier']);
    expect(await entities()).toEqual(['C9', 'O1 P1', 'O2', 'P2']);
  });
});
