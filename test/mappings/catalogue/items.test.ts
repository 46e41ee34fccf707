import { expect, it } from 'vitest';
import { catalogueItems } from '../../../mappings/catalogue/index.ts';
import { mapOne } from '../../setup/mapping.ts';

const ITEM = {
  目录编号: '1-03',
  目录版本: '2020',
  交易事项: '公路工程施工招标',
  交易类别: 'A03',
  范围和规模标准: '施工单项合同估算价四百万元以上\n含养护',
  监管部门: '交通运输厅',
  依据: '必须招标的工程项目规定',
  生效日期: '2021年1月1日',
};

it('keeps every edition of an item: the edition is part of its key', () => {
  const { key, values, issues } = mapOne(catalogueItems, ITEM);
  expect(issues).toEqual([]);
  expect(key).toBe('1-03|2020');
  expect(values['']).toMatchObject({ code: '1-03', edition: '2020', tradeCategory: 'A03', validFrom: '2021-01-01' });
});

it('reads a trade category by its text, and leaves an unknown one empty', () => {
  expect(mapOne(catalogueItems, { ...ITEM, 交易类别: '国有产权股权' }).values['']?.['tradeCategory']).toBe('E02');
  const unknown = mapOne(catalogueItems, { ...ITEM, 交易类别: 'Z09' });
  expect(unknown.issues).toEqual(['交易类别 code_unknown loaded']);
  expect(unknown.values['']?.['tradeCategory']).toBeUndefined();
});

it('leaves an open end without a date', () => {
  const { values, issues } = mapOne(catalogueItems, { ...ITEM, 失效日期: '长期' });
  expect(issues).toEqual([]);
  expect(values['']?.['validUntil']).toBeUndefined();
});
