import { describe, expect, it } from 'vitest';
import { makeBook } from '../../../reports/dictionary/book.ts';
import type { BookSource } from '../../../reports/dictionary/source.ts';
import { faulty, small, sourceOf, voiceOf } from './small-book.ts';

const zh = voiceOf('zh');
const nobody = { ...faulty(), system: 'list', platformCode: '', label: { zh: '交易目录', en: 'catalogue' } };
const make = (changes: Partial<BookSource> = {}) => makeBook({ ...sourceOf(small, nobody), ...changes }, zh);
const book = make();
const block = (title: string, of = book) => of.cover.blocks.find((one) => one.title === title);

describe('the book', () => {
  it('holds the model, a sheet per system, the rules and the versions', () => {
    expect([book.cover.name, ...book.sheets.map(({ name }) => name)]).toEqual([
      '封面',
      '实体目录',
      '数据字典',
      '代码表',
      '映射-草场',
      '映射-交易目录',
      '代码对照',
      '规则',
      '版本',
    ]);
  });

  it('tells two centres of one short name apart', () => {
    const names = makeBook(sourceOf(small, { ...small, system: 'second' }), zh).sheets.map(({ name }) => name);
    expect(names).toContain('映射-草场');
    expect(names).toContain('映射-草场 2');
  });

  it('has as many cells in every row as titles', () => {
    for (const { table, below } of book.sheets) {
      for (const { titles, widths, rows } of [table, ...(below ? [below.table] : [])]) {
        expect(widths).toHaveLength(titles.length);
        expect(new Set(titles).size).toBe(titles.length);
        for (const { cells } of rows) expect(cells).toHaveLength(titles.length);
      }
    }
  });

  it('speaks English in every title when asked to', () => {
    const english = makeBook(sourceOf(small), voiceOf('en'));
    const titles = english.sheets.flatMap(({ name, summary, table, below }) => {
      return [name, summary, ...table.titles, ...(below ? [below.title, ...below.table.titles] : [])];
    });
    expect(titles.filter((title) => /\p{Script=Han}|[；：（）]/u.test(title))).toEqual([]);
  });
});

describe('the cover', () => {
  it('counts what the book covers', () => {
    const cells = new Map(block('概况')?.rows.flatMap(([a, b, c, d]) => [[a, b] as const, [c, d] as const]));
    expect(cells.get('产品版本')).toBe('1.2.3');
    expect(cells.get('内容指纹')).toBe(book.fingerprint);
    expect(cells.get('系统')).toBe(2);
    expect(cells.get('数据流')).toBe(3);
    expect(cells.get('来源列')).toBe(22);
    expect(cells.get('未处理')).toBe(3);
    expect(cells.get('编制日期')).toBeNull();
    expect(book.cover).toMatchObject({ alert: true, subtitle: expect.stringContaining('未处理 3') as string });
    expect(makeBook(sourceOf(small), zh).cover.alert).toBe(false);
  });

  it('lists the sheets', () => {
    expect(block('目录')?.rows.map(([name, rows]) => [name, rows])).toEqual(
      book.sheets.map(({ name, table }) => [name, table.rows.length]),
    );
  });

  it('leaves room for the centres and the builder to sign; a list of trades signs nothing', () => {
    expect(block('确认签字')).toMatchObject({ tall: true, titles: ['单位', '姓名', '日期', '意见'] });
    expect(block('确认签字')?.rows).toEqual([
      ['农牧厅草场交易中心', null, null, null],
      ['平台建设单位', null, null, null],
    ]);
  });

  it('gives every row of every block four cells', () => {
    for (const { rows } of book.cover.blocks) for (const cells of rows) expect(cells).toHaveLength(4);
  });
});

describe('a fingerprint', () => {
  const prints = (of = book) => Object.fromEntries(of.sheets.map(({ name, fingerprint }) => [name, fingerprint]));

  it('is the same for the same content, whenever and by whichever release it is made', () => {
    const later = make({ compiledOn: '2030-01-01', productVersion: '9.9.9' });
    expect(later.fingerprint).toBe(book.fingerprint);
    expect(prints(later)).toEqual(prints());
    expect(book.fingerprint).toMatch(/^[0-9A-F]{4}(?:-[0-9A-F]{4}){2}$/);
  });

  it('changes for the sheets that change, and for no other', () => {
    const [first, ...others] = small.mappings;
    if (!first) throw new Error('the small centre has mappings');
    const recounted = { ...small, mappings: [{ ...first, version: 8 }, ...others] };
    const changed = make({ systems: [recounted, nobody] });
    const before = prints();
    const different = Object.entries(prints(changed)).filter(([name, print]) => print !== before[name]);
    expect(different.map(([name]) => name)).toEqual(['映射-草场', '版本']);
    expect(changed.fingerprint).not.toBe(book.fingerprint);
  });

  it('stands in the title of its sheet and on the cover', () => {
    for (const { name, summary, fingerprint } of book.sheets) {
      expect(summary).toContain(`指纹 ${fingerprint}`);
      expect(block('目录')?.rows.find(([sheet]) => sheet === name)?.[2]).toBe(fingerprint);
    }
  });
});
