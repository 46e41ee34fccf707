import { expect, it } from 'vitest';
import { experts } from '../../../mappings/shigatse/experts.ts';
import { enterprises } from '../../../mappings/shigatse/parties.ts';
import { projects, results } from '../../../mappings/shigatse/trade.ts';
import { mapOne } from '../../setup/mapping.ts';

const GXSJ = '20201201193045';

it('amounts are in 万元, and the time of change has no separators', () => {
  const { values } = mapOne(projects, { BZ: 'I', XMID: '1', LB: 'A01', JE: '7601.643', GXSJ });
  expect(values['']).toMatchObject({ estimate: '76016430', modifiedAt: '2020-12-01 19:30:45' });
});

it('an amount in capital numerals is in 元, whatever the column is in', () => {
  const { values, issues } = mapOne(results, { BZ: 'I', JGID: '1', ZBJ: '壹佰万元整', GXSJ });
  expect(values['']).toMatchObject({ amount: '1000000' });
  expect(issues).toContain('ZBJ money_capital repaired → 1000000');
});

it('a negative amount blocks its record', () => {
  expect(mapOne(projects, { BZ: 'I', XMID: '1', LB: 'A01', JE: '-3', GXSJ }).issues.join()).toContain(
    'JE money_negative quarantined',
  );
});

it('an expert tells the gender in words and may have no number', () => {
  const { values, issues } = mapOne(experts, { BZ: 'I', ZJID: '1', XM: '丹正', XB: '男', ZY: 'A040414;A042006', GXSJ });
  expect(values['']).toMatchObject({ name: '丹正', gender: '1' });
  expect(Object.keys(values)).toEqual(['', 'specialty', 'specialty#1']);
  expect(issues).toEqual([]);
});

it('a deletion is the key and the time of change', () => {
  expect(mapOne(enterprises, { BZ: 'D', QYID: '1', GXSJ })).toMatchObject({ key: '1', deleted: true, issues: [] });
});
