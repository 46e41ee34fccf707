/** Several states of a record in one delivery, where the last one counts. */
import { beforeEach, describe, expect, it } from 'vitest';
import { readAmountBalances, readStreamBalances } from '../../../database/read/balances.ts';
import { isBalanced } from '../../../reports/balance.ts';
import { useCentre, type Centre } from '../../setup/centre.ts';
import { changes } from '../../setup/last-counts.ts';
import type { Cells } from '../../setup/memory-connector.ts';
import { takeSnapshot } from '../../setup/snapshot.ts';

let centre: Centre;
const openCentre = useCentre(changes);

beforeEach(() => {
  centre = openCentre();
});

const project = (XMMC: string, more: Cells = {}): Cells => ({ XMID: '1', XMBH: 'P1', XMMC, YSJE: '10', ...more });
const BAD = { YSJE: '-1' };
const names = async () => (await centre.rows('purchase_projects', 'name')).map(({ name }) => name);
const rawStates = async (): Promise<string[]> => {
  const rows = await centre.database.query(
    `select concat_ws(' ', _source_key, "XMMC", _state, case when _last_run is null then 'now' end) as line
     from raw.procurement_cg_xm order by 1`,
  );
  return rows.map(({ line }) => line ?? '');
};

interface Case {
  readonly title: string;
  readonly rows: readonly Cells[];
  readonly counts: Readonly<Record<string, string>>;
  readonly loaded: readonly string[];
  readonly issues?: readonly string[];
  readonly raw: readonly string[];
}

const CASES: readonly Case[] = [
  {
    title: 'the last of three counts',
    rows: [project('甲'), project('乙'), project('丙')],
    counts: { read: '3', inserted: '1', superseded: '2' },
    loaded: ['丙'],
    raw: ['1 丙 live now', '1 乙 past', '1 甲 past'],
  },
  {
    title: 'an exact repetition is superseded too',
    rows: [project('甲'), project('甲'), project('甲')],
    counts: { read: '3', inserted: '1', superseded: '2' },
    loaded: ['甲'],
    raw: ['1 甲 live now'],
  },
  {
    title: 'a state that comes back is the one that counts',
    rows: [project('甲'), project('乙'), project('乙'), project('甲')],
    counts: { read: '4', inserted: '1', superseded: '3' },
    loaded: ['甲'],
    raw: ['1 乙 past', '1 甲 live now'],
  },
  {
    title: 'a bad state before a good one is over, with everything that was wrong with it',
    rows: [project('甲', BAD), project('乙')],
    counts: { read: '2', inserted: '1', superseded: '1' },
    loaded: ['乙'],
    raw: ['1 乙 live now', '1 甲 past'],
  },
  {
    title: 'a bad state behind a good one waits, and nothing is loaded',
    rows: [project('甲'), project('乙', BAD)],
    counts: { read: '2', superseded: '1', quarantined: '1' },
    loaded: [],
    issues: ['CG_XM 1 YSJE money_negative'],
    raw: ['1 乙 quarantined now', '1 甲 past'],
  },
  {
    title: 'other keys are not concerned',
    rows: [project('甲'), { ...project('丁'), XMID: '2' }, project('乙')],
    counts: { read: '3', inserted: '2', superseded: '1' },
    loaded: ['乙', '丁'],
    raw: ['1 乙 live now', '1 甲 past', '2 丁 live now'],
  },
  {
    title: 'records without a key stand for themselves',
    rows: [project('甲', { XMID: null }), project('乙', { XMID: null })],
    counts: { read: '2', quarantined: '2' },
    loaded: [],
    issues: ['CG_XM CG_XM:1 XMID key_missing', 'CG_XM CG_XM:2 XMID key_missing'],
    raw: ['CG_XM:1 甲 quarantined now', 'CG_XM:2 乙 quarantined now'],
  },
];

describe('where the last record of a key counts', () => {
  it.each(CASES)('$title', async ({ rows, counts, loaded, issues = [], raw }) => {
    const { status } = await centre.run({ CG_XM: rows });
    expect(status).toBe('green');
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', ...counts });
    expect(await names()).toEqual(loaded);
    expect(await centre.issues()).toEqual(issues);
    expect(await rawStates()).toEqual(raw);
  });

  it.each(CASES)(
    'into tables without keys, as a first load of many has them: $title',
    async ({ rows, loaded, raw }) => {
      await centre.database.query('alter table raw.procurement_cg_xm drop constraint procurement_cg_xm_pkey');
      expect(await centre.run({ CG_XM: rows }, { chunkSize: 1 })).toMatchObject({ status: 'green' });
      expect(await names()).toEqual(loaded);
      expect(await rawStates()).toEqual(raw);
      const [keys] = await centre.database.query(`select count(*) as n from pg_index
      where indrelid = 'raw.procurement_cg_xm'::regclass and indisprimary`);
      expect(keys).toEqual({ n: '1' });
    },
  );

  it.each(CASES)('twice, in chunks of one: $title', async ({ rows, counts, loaded }) => {
    await centre.run({ CG_XM: rows });
    const before = await takeSnapshot(centre.database, 'all');
    await centre.run({ CG_XM: rows }, { chunkSize: 1 });
    expect(await takeSnapshot(centre.database, 'all')).toEqual(before);
    const { inserted, ...rest } = counts;
    expect(await centre.counts('CG_XM')).toEqual({
      status: 'green',
      ...rest,
      ...(inserted ? { unchanged: inserted } : {}),
    });
    expect(await names()).toEqual(loaded);
  });

  it('keys that could not be read stand for themselves, and repeat exactly at most', async () => {
    const cut = (XMMC: string) => project(XMMC, { XMID: '1\uFFFD' });
    const marks = () => ({
      problems: [{ rule: 'invalid_bytes', column: 'XMID', severity: 'blocking' as const }],
    });
    await centre.run({ CG_XM: [cut('甲'), cut('乙'), cut('甲')] }, { delivery: { marks } });
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '3', skipped: '1', quarantined: '2' });
  });

  it('the version before stays live and is stale while the last one waits', async () => {
    const state = () => centre.rows('purchase_projects', 'name, stale');
    await centre.run({ CG_XM: [project('甲')] });
    await centre.run({ CG_XM: [project('甲'), project('乙'), project('丙', BAD)] });
    expect(await state()).toEqual([{ name: '甲', stale: 't' }]);
    expect(await rawStates()).toEqual(['1 丙 quarantined now', '1 乙 past', '1 甲 live now']);
    await centre.run({ CG_XM: [project('甲'), project('丙', BAD), project('丁')] });
    expect(await state()).toEqual([{ name: '丁', stale: 'f' }]);
    expect(await centre.quarantine()).toEqual(['CG_XM 1 closed loaded']);
    expect(await rawStates()).toEqual(['1 丁 live now', '1 丙 past', '1 乙 past', '1 甲 past']);
    expect(await centre.issues()).toEqual([]);
  });

  it('the version before gives way though it is delivered once more before the last one', async () => {
    await centre.run({ CG_XM: [project('甲')] });
    await centre.run({ CG_XM: [project('甲'), project('乙')] });
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '2', updated: '1', superseded: '1' });
    await centre.run({ CG_XM: [project('乙'), project('甲')] });
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '2', updated: '1', superseded: '1' });
    expect(await names()).toEqual(['甲']);
    expect(await rawStates()).toEqual(['1 乙 past', '1 甲 live now']);
  });

  it('both balances hold: superseded amounts are set aside', async () => {
    await centre.run({ CG_XM: [project('甲'), project('乙', { YSJE: '7' }), { ...project('丙', BAD), XMID: '2' }] });
    const [records] = await readStreamBalances(centre.database, { systems: [] });
    expect(records && [records.superseded, isBalanced(records)]).toEqual([1, true]);
    const amounts = await readAmountBalances(centre.database, { systems: [] });
    const budget = amounts.find(({ field }) => field === 'budget');
    expect(budget).toMatchObject({ source: '16', loaded: '7', skipped: '10', quarantined: '-1', target: '7' });
    expect(amounts.every(({ balances }) => balances)).toBe(true);
  });

  it('children of a superseded state find their parent', async () => {
    await centre.run({ CG_XM: [project('甲'), project('乙', BAD)], CG_FB: [{ FBID: '1', XMID: '1' }] });
    expect(await centre.issues('orphan', 'parent_not_live')).toEqual(['CG_FB 1 XMID parent_not_live']);
  });
});
