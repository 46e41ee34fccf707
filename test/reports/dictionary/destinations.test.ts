import { expect, it } from 'vitest';
import {
  countFaults,
  describeTotals,
  listDestinations,
  totalDestinations,
} from '../../../reports/dictionary/destinations.ts';
import { faulty, records, small, voiceOf } from './small-book.ts';

const zh = voiceOf('zh');

it('counts where the columns of each stream go, and all of them', () => {
  const table = listDestinations(small, zh);
  expect(records(table)).toEqual([
    expect.objectContaining({ 数据流: 'ZT', 列数: 8, 采用: 4, 仅作主键: 1, 凭据: 1, 备用: 1, 删除标志: 1, 未处理: 0 }),
    expect.objectContaining({ 数据流: 'ZJ', 列数: 6, 采用: 5, 仅作主键: 1, 凭据: 0, 备用: 0, 删除标志: 0, 未处理: 0 }),
    expect.objectContaining({ 数据流: '合计', 列数: 14, 采用: 9, 仅作主键: 2, 凭据: 1, 备用: 1, 删除标志: 1, 矛盾: 0 }),
  ]);
  expect(table.rows.map(({ tone }) => tone)).toEqual(['plain', 'plain', 'total']);
});

it('every column goes somewhere, exactly once', () => {
  const { columns, taken, keys, left, forgotten } = totalDestinations(small.mappings);
  expect(taken + keys + left + forgotten).toBe(columns);
});

it('a fault is counted and turns the sums alarming', () => {
  const system = faulty();
  const totals = totalDestinations(system.mappings);
  expect(totals).toMatchObject({ forgotten: 3, contradictory: 1 });
  expect(countFaults(totals)).toBe(4);
  expect(describeTotals(totals, zh)).toContain('未处理 3，矛盾 1');
  expect(describeTotals(totalDestinations(small.mappings), zh)).not.toContain('矛盾');
  expect(listDestinations(system, zh).rows.map(({ tone }) => tone)).toEqual(['alert', 'alert']);
});
