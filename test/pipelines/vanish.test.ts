/** Streams that are one delivery: what has vanished is judged for all of them together. */
import { beforeEach, expect, it } from 'vitest';
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
