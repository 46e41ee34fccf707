import { describe, expect, it } from 'vitest';
import { readDays, readFileSize, readOpenEnd } from '../../../schemas/values/terms.ts';

describe('open ends', () => {
  it.each(['长期', '长期有效', ' 长期　', '永久', '无固定期限', '不限'])('%j has none', (text) => {
    expect(readOpenEnd(text)).toEqual({ value: true, rules: [] });
  });
  it.each(['2030-06-18', '中长期', '至今', '待定', ''])('%j says nothing of it', (text) => {
    expect(readOpenEnd(text)).toEqual({ value: null, rules: [] });
  });
});

describe('sizes of files', () => {
  it.each([
    ['6194176', '6194176'],
    ['0', '0'],
    ['6,194,176', '6194176'],
    ['3292KB', '3371008'],
    ['3292 kb', '3371008'],
    ['３２９２ＫＢ', '3371008'],
    ['12.5K', '12800'],
    ['1.2MB', '1258291'],
    ['2G', '2147483648'],
    ['512字节', '512'],
    ['512B', '512'],
  ])('%j → %s bytes', (text, bytes) => {
    expect(readFileSize(text)).toEqual({ value: bytes, rules: [] });
  });
  it.each(['', '/', '无', ' '])('%j is none', (text) => {
    expect(readFileSize(text)).toEqual({ value: null, rules: [] });
  });
  it.each(['很大', '3TB', '1.2.3MB', '-5', 'KB'])('%j is no size', (text) => {
    expect(readFileSize(text)).toEqual({ value: null, rules: ['number_unreadable'] });
  });
});

describe('terms of days', () => {
  it.each([
    ['180', '180'],
    ['180日历天', '180'],
    ['20个工作日', '20'],
    ['二十天', '20'],
    ['180.0', '180'],
    ['20.5', null],
    ['6个月', null],
    ['2年', null],
    ['见合同', null],
    ['/', null],
    ['六个月', null],
    ['', null],
  ])('%j → %s', (text, days) => {
    expect(readDays(text)).toEqual({ value: days, rules: [] });
  });
});
