import { describe, expect, it } from 'vitest';
import { allCodeLists, listCodes } from '../../../reports/dictionary/codes.ts';
import { fieldsOf } from '../../../reports/dictionary/entities.ts';
import { RETIRED_DIVISIONS } from '../../../schemas/codes/divisions.ts';
import { ENTITIES } from '../../../schemas/registry.ts';
import { records, small, sourceOf, voiceOf, Yak } from './small-book.ts';

const zh = voiceOf('zh');
const model = { ...sourceOf(small), entities: ENTITIES };

describe('the code lists', () => {
  const rows = records(listCodes(model, zh));

  it('hold every code of every list a field uses', () => {
    const shown = new Set(rows.map((row) => `${row['标识']} ${row['代码']} ${row['含义']}`));
    const lists = new Set(ENTITIES.flatMap(fieldsOf).flatMap(({ codeList }) => codeList ?? []));
    expect(lists.size).toBeGreaterThan(10);
    for (const { id, codes } of lists)
      for (const [key, { zh: meaning }] of codes) expect(shown).toContain(`${id} ${key} ${meaning}`);
  });

  it('name no list twice', () => {
    const ids = allCodeLists(ENTITIES).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tell national from regional lists, and who uses them', () => {
    const own = records(listCodes({ ...sourceOf(), entities: [Yak] }, zh)).find((row) => row['标识'] === 'own_list');
    expect(own).toMatchObject({ 代码: '01', 含义: '一', 来源: '自治区约定', 依据: '按实际使用整理' });
    expect(Object.values(own ?? {})).toContain('牦牛.种类');
    expect(rows.find((row) => row['标识'] === 'trade_category')).toMatchObject({ 来源: '国家规范' });
    expect(rows.find((row) => row['标识'] === 'currency' && row['代码'] === '156')?.['依据']).toBe('待确认');
  });

  it('end with the divisions, the retired ones with their successor', () => {
    const meaning = (key: string) => rows.find((row) => row['标识'] === 'division' && row['代码'] === key)?.['含义'];
    expect(meaning('540102')).toBe('城关区');
    expect(meaning('542100')).toBe('昌都地区（已撤销，现为 540300 昌都市）');
    expect(meaning('540129')).toBe('林芝县（已撤销）');
    for (const key of RETIRED_DIVISIONS.keys()) expect(meaning(key)).toContain('已撤销');
  });
});
