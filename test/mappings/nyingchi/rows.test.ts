import { expect, it } from 'vitest';
import { notices, results } from '../../../mappings/nyingchi/announcements.ts';
import { enterprises } from '../../../mappings/nyingchi/parties.ts';
import { projects } from '../../../mappings/nyingchi/projects.ts';
import { mapOne } from '../../setup/mapping.ts';

const lot = { 标段编号: 'P1-1', 项目编号: 'P1', 项目名称: '某工程', 标段名称: '某工程第一标段', 招标人: '某局' };

it('a row is a lot and its project', () => {
  const { key, values, issues } = mapOne(projects, {
    ...lot,
    类别: '水利',
    县区: '波密县',
    '估算价（万元）': '6532.6598',
  });
  expect(key).toBe('P1-1');
  expect(values['']).toMatchObject({ code: 'P1-1', name: '某工程第一标段', estimate: '65326598' });
  expect(values['project']).toMatchObject({ selfCode: 'P1', tradeCategory: 'A07', divisionCode: '540424' });
  expect(values['']?.['tenderProjectId']).toMatch(/^[0-9a-f]{32}$/);
  expect(issues).toEqual([]);
});

it('a row of a purchase is a package and its purchase', () => {
  const { values } = mapOne(projects, { ...lot, 类别: '采购', '估算价（万元）': '64.8737' });
  expect(values['']).toMatchObject({ budget: '648737' });
  expect(values['project']).toMatchObject({ code: 'P1', purchaserName: '某局' });
  expect(values['owner']).toMatchObject({ partyRole: 'purchaser' });
});

it('a category nobody knows is an issue', () => {
  expect(mapOne(projects, { ...lot, 类别: '铁路' }).issues).toEqual(['类别 code_unknown loaded']);
});

it.each([
  ['2000万元', '20000000', 'money_suffix'],
  ['1.4227519E3', '14227519', 'money_sci'],
])('an amount written as %s', (text, expected, rule) => {
  const { values, issues } = mapOne(results, { 结果编号: 'J1', '中标价（万元）': text });
  expect(values['']?.['amount']).toBe(expected);
  expect(issues.join()).toContain(rule);
});

it('an enterprise has its capital in 万元', () => {
  expect(mapOne(enterprises, { 企业编号: 'Q1', '注册资本（万元）': '5000' }).values['']?.['registeredCapital']).toBe(
    '50000000',
  );
});

it('notices are of two types', () => {
  expect(mapOne(notices, { 公告编号: 'G1', 类型: '结果公告' }).values['']).toEqual({ noticeType: '3' });
  expect(mapOne(notices, { 公告编号: 'G1', 类型: '通知' }).issues).toContain('类型 code_unknown loaded');
});
