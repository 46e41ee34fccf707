import { describe, expect, it } from 'vitest';
import { speak } from '../../core/language.ts';
import { isBalanced, renderBalances } from '../../reports/balance.ts';
import { cutToWidth, displayWidth, padToWidth } from '../../reports/display-width.ts';
import { formatAmount, formatBytes, formatSeconds } from '../../reports/figures.ts';
import { renderTable } from '../../reports/table.ts';

it.each([
  ['abc', 3],
  ['拉萨', 4],
  ['（元）', 6],
  ['𠮷', 2],
  ['e\u0301', 1],
  ['བོད', 2],
  ['\u001b[31m红\u001b[0m', 2],
  ['✓', 1],
])('%s takes %i cells', (text, width) => expect(displayWidth(text)).toBe(width));

it('cuts between characters, never inside one', () => {
  expect(cutToWidth('拉萨市城关区', 6)).toBe('拉萨…');
  expect(cutToWidth('abc', 3)).toBe('abc');
  expect(padToWidth('拉萨', 6, 'right')).toBe('  拉萨');
});

it('keeps columns straight and every row on its line', () => {
  const rows = [
    { name: '拉萨', n: '7' },
    { name: 'a\nb\u001b[2J', n: '1,000' },
  ];
  const table = renderTable<{ name: string; n: string }>(
    [
      { title: '名称', value: ({ name }) => name },
      { title: '数', value: ({ n }) => n, align: 'right' },
    ],
    rows,
  );
  const lines = table.split('\n');
  expect(lines).toHaveLength(4);
  expect(new Set(lines.map(displayWidth)).size).toBe(1);
});

it.each([
  ['1234567.89', '1,234,567.89'],
  ['-1000', '-1,000'],
  ['0.000001', '0.000001'],
  ['99999999999999999999', '99,999,999,999,999,999,999'],
])('%s yuan', (amount, expected) => expect(formatAmount(amount)).toBe(expected));

it('shows sizes and times', () => {
  expect(formatBytes(900)).toBe('900 B');
  expect(formatBytes(1536)).toBe('1.5 KB');
  expect(formatSeconds(1234)).toBe('1.2 s');
  expect(formatSeconds(119_900)).toBe('2 min 0 s');
});

describe('a balance', () => {
  const outcomes = { inserted: 3, updated: 0, unchanged: 1, superseded: 0, deleted: 0, skipped: 1, quarantined: 0 };
  const green = { system: 's', stream: 't', status: 'green', declaredRows: 5, read: 5, ...outcomes };
  it.each([
    ['green', green, true],
    ['a record without outcome', { ...green, skipped: 0 }, false],
    ['fewer than declared', { ...green, declaredRows: 6 }, false],
    ['nothing declared', { ...green, declaredRows: null }, true],
    ['unfinished', { ...green, status: 'staging' }, false],
  ])('%s', (_name, balance, expected) => expect(isBalanced(balance)).toBe(expected));

  it('turns red with one stream that does', () => {
    const text = renderBalances([green, { ...green, status: 'held' }], speak('en'));
    expect(text).toContain('✗ held');
    expect(text.split('\n').at(-1)).toContain('✗ unbalanced');
  });
});
