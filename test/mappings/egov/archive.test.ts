/** 财政部令第94号, in the database: no complaint row ever stands for a matter of government procurement. */
import { beforeEach, describe, expect, it } from 'vitest';
import { egov } from '../../../pipelines/systems/egov.ts';
import { TRADE_CATEGORY } from '../../../schemas/codes/national.ts';
import { useCentre, type Centre } from '../../setup/centre.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const PROCUREMENT = [...TRADE_CATEGORY.codes.keys()].filter((code) => code.startsWith('D'));

describe('in the database', () => {
  let centre: Centre;
  const openCentre = useCentre(egov);
  beforeEach(() => {
    centre = openCentre();
  });
  const filed = (TSID: string, JYLB: string | null, more: Cells = {}): Cells => ({
    TSID,
    JYLB,
    TSRMC: '甲公司',
    ...more,
  });
  const keys = async (table: string) => (await centre.rows(table, 'source_key')).map((row) => row['source_key']);

  it('no complaint stands for any record of government procurement', async () => {
    const rows = PROCUREMENT.flatMap((code, index) => [
      filed(`${index}0`, code, { SFZFCG: '0' }),
      filed(`${index}1`, code, { SFZFCG: '1' }),
      filed(`${index}2`, code, { SFZFCG: null, SCBZ: '1' }),
    ]);
    await centre.run({ ts_jbxx: [...rows, filed('9', 'A03', { SFZFCG: '0' }), filed('8', null, { SFZFCG: '1' })] });
    expect(await keys('complaints')).toEqual(['9']);
    expect(await keys('procurement_queries')).toEqual(
      ['8', ...rows.map(({ TSID }) => TSID)].toSorted((a, b) => String(a).localeCompare(String(b))),
    );
  });

  it.each([
    ['A03', 'D01', 'complaints', 'procurement_queries'],
    ['D01', 'A03', 'procurement_queries', 'complaints'],
  ])('a correction from %s to %s moves the record', async (first, second, from, to) => {
    await centre.run({ ts_jbxx: [filed('1', first)] });
    expect([await keys(from), await keys(to)]).toEqual([['1'], []]);
    await centre.run({ ts_jbxx: [filed('1', second)] });
    expect([await keys(from), await keys(to)]).toEqual([[], ['1']]);
    expect(await centre.counts('ts_jbxx')).toEqual({ status: 'green', read: '1', updated: '1' });
    expect(await centre.rows('party_mentions', 'name', "role = 'complainant'")).toEqual([{ name: '甲公司' }]);
  });

  it('the repaired flag is loaded as that of the category', async () => {
    await centre.run({ ts_jbxx: [filed('1', 'A03', { SFZFCG: '1' })] });
    expect(await centre.rows('complaints', 'government_procurement')).toEqual([{ government_procurement: 'f' }]);
    const issues = await centre.database.query('select rule, disposition, loaded_value from ops.issues');
    expect(issues).toEqual([{ rule: 'flag_contradiction', disposition: 'repaired', loaded_value: '0' }]);
  });
});
