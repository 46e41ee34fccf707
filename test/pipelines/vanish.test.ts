/** Streams that are one delivery: what has vanished is judged for all of them together. */
import { beforeEach, expect, it } from 'vitest';
import { decideHold } from '../../database/load/delivery-holds.ts';
import { readHolds, type HoldState } from '../../database/read/holds.ts';
import { nyingchi } from '../../pipelines/systems/nyingchi.ts';
import { useCentre, type Centre } from '../setup/centre.ts';
import type { Cells, Tables } from '../setup/memory-connector.ts';

let centre: Centre;
const openCentre = useCentre(nyingchi);

beforeEach(() => {
  centre = openCentre();
});

const companies = (count: number): Cells[] =>
  Array.from({ length: count }, (_, index) => ({ 企业编号: `Q${index}`, 企业名称: `西藏某某${index}有限公司` }));
const notices = (count: number): Cells[] =>
  Array.from({ length: count }, (_, index) => ({ 公告编号: `G${index}`, 标题: `公告${index}`, 类型: '招标公告' }));
const workbook = (company: number, notice: number): Tables => ({ 企业: companies(company), 公告: notices(notice) });
const deleted = async (table: string): Promise<number> =>
  (await centre.rows(table, 'source_key', 'source_deleted_at is not null')).length;

it('believes that most of one sheet is gone where little of the workbook is', async () => {
  await centre.run(workbook(20, 5));
  await centre.run(workbook(20, 1));
  expect([await deleted('parties'), await deleted('tender_notices')]).toEqual([0, 4]);
  expect(await centre.issues('mass_vanish')).toEqual([]);
});

it('holds every sheet where too much of the workbook is gone, says it once, and loads what came', async () => {
  await centre.run(workbook(20, 10));
  await centre.run(
    { 企业: companies(19), 公告: notices(1).concat({ 公告编号: 'G99', 标题: '新公告' }) },
    { day: '2020-12-03' },
  );
  expect([await deleted('parties'), await deleted('tender_notices')]).toEqual([1, 9]);
  await centre.run({ 企业: companies(2), 公告: notices(1) }, { day: '2020-12-04' });
  expect([await deleted('parties'), await deleted('tender_notices')]).toEqual([1, 9]);
  expect(await centre.issues('mass_vanish')).toEqual([' 2020-12-04 mass_vanish']);
  expect(await centre.counts('企业')).toMatchObject({ status: 'red', vanished: '17' });
});

async function answer(verdict: 'approved' | 'refused'): Promise<void> {
  for (const { id } of await holds('open')) {
    expect(await decideHold(centre.database, { id, verdict, by: '扎西', reason: '已核实' })).toBe(true);
  }
}
const holds = (state: HoldState) => readHolds(centre.database, { systems: [], states: [state] });

it('asks once: what was refused stays refused, and what vanishes besides is judged by itself', async () => {
  await centre.run(workbook(20, 10));
  await centre.run(workbook(4, 2), { day: '2020-12-02' });
  expect((await holds('open')).map(({ records }) => records)).toEqual([8, 16]);
  await answer('refused');
  await centre.run(workbook(4, 2), { day: '2020-12-03' });
  expect(await holds('open')).toEqual([]);
  expect(await centre.issues('mass_vanish')).toEqual([]);
  expect(await centre.counts('企业')).toEqual({ status: 'green', read: '4', unchanged: '4' });
  // One company more is gone: nobody's accident.
  await centre.run(workbook(3, 2), { day: '2020-12-04' });
  expect(await holds('open')).toEqual([]);
  expect([await deleted('parties'), await deleted('tender_notices')]).toEqual([1, 0]);
  expect((await holds('refused')).map(({ records }) => records)).toEqual([8, 16]);
});

it('asks again for what was delivered again in between', async () => {
  await centre.run(workbook(20, 10));
  await centre.run(workbook(4, 2), { day: '2020-12-02' });
  await answer('refused');
  await centre.run(workbook(20, 10), { day: '2020-12-03' });
  expect(await holds('refused')).toEqual([]);
  await centre.run(workbook(4, 2), { day: '2020-12-04' });
  expect((await holds('open')).map(({ records }) => records)).toEqual([8, 16]);
  expect([await deleted('parties'), await deleted('tender_notices')]).toEqual([0, 0]);
});

it('deletes what was approved, and says nothing of it any more', async () => {
  await centre.run(workbook(20, 10));
  await centre.run(workbook(4, 2), { day: '2020-12-02' });
  await answer('approved');
  await centre.run(workbook(4, 2), { day: '2020-12-03' });
  expect([await deleted('parties'), await deleted('tender_notices')]).toEqual([16, 8]);
  expect(await centre.issues('mass_vanish')).toEqual([]);
  expect(await holds('approved')).toEqual([]);
});
