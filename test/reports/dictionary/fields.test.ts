/** Entities and fields, compared with the schemas they come from. */
import { describe, expect, it } from 'vitest';
import { snakeCase } from '../../../database/names.ts';
import { describeDataSet } from '../../../schemas/national/data-sets.ts';
import { listEntities } from '../../../reports/dictionary/entities.ts';
import { listFields } from '../../../reports/dictionary/fields.ts';
import data from '../../../schemas/national/dataset-fields.json' with { type: 'json' };
import { ENTITIES } from '../../../schemas/registry.ts';
import { records, small, sourceOf, systemOf, voiceOf, Yak } from './small-book.ts';

const zh = voiceOf('zh');
const model = { ...sourceOf(small), entities: ENTITIES };

describe('the dictionary', () => {
  it('has a row for every field of every entity, under the name of its column', () => {
    const rows = records(listFields(model, zh)).map((row) => [row['实体'], row['列名']]);
    const expected = ENTITIES.flatMap(({ label, fieldNames }) => fieldNames.map((name) => [label.zh, snakeCase(name)]));
    expect(rows).toEqual(expected);
  });

  it('says what a field is', () => {
    const rows = records(listFields({ ...sourceOf(), entities: [Yak] }, zh));
    expect(rows[0]).toMatchObject({
      实体: '牦牛',
      字段: '采购项目名称',
      类型: '文本',
      国家长度: 600,
      本平台必填: '是',
      国家必填: '是',
      公开范围: '社会公开',
      个人信息: '姓名',
      引用: '',
    });
    const [national] = Object.values(rows[0] ?? {}).filter((cell) => String(cell).includes('PURCHASE_PROJECT_NAME'));
    expect(national).toBe(
      '550 采购项目 / PURCHASE_PROJECT_NAME 采购项目名称 / M\n100 法人基本信息 / LEGAL_REPRESENT 法定代表人姓名 / M',
    );
    expect(rows[1]).toMatchObject({ 列名: 'kind_code', 类型: '代码', 国家长度: null, 代码表: '自有代码表 own_list' });
    expect(rows[2]).toMatchObject({ 列名: 'owner_id', 类型: '引用', 引用: '牦牛', 国家必填: '', 个人信息: '' });
  });

  it('knows every national data set by name', () => {
    for (const dataSet of Object.keys(data))
      expect(describeDataSet(dataSet)).toMatch(new RegExp(`^${dataSet} \\p{Lo}`, 'u'));
    expect(describeDataSet('9999')).toBe('9999');
  });
});

describe('the list of entities', () => {
  it('holds them all, counted', () => {
    const rows = records(listEntities(model, zh));
    expect(rows.map((row) => [row['标识'], row['字段数']])).toEqual(
      ENTITIES.map(({ name, fieldNames }) => [name, fieldNames.length]),
    );
    const yak = records(listEntities({ ...sourceOf(), entities: [Yak] }, zh))[0];
    expect(yak).toMatchObject({ 序号: 1, 数据表: 'canonical.yaks', 国家数据集: '550 采购项目' });
    expect(yak).toMatchObject({ 有国家对应: 1, 含个人信息: 1, 来源系统与数据流: '（暂无系统填写）' });
  });

  it('says which streams of which centres fill an entity', () => {
    const other = systemOf('other', []);
    const rows = records(listEntities({ ...sourceOf(small, other), entities: ENTITIES }, zh));
    const feeders = (name: string) => rows.find((row) => row['标识'] === name)?.['来源系统与数据流'];
    expect(feeders('party')).toBe('农牧厅草场交易中心：ZT');
    expect(feeders('party_mention')).toBe('农牧厅草场交易中心：ZJ');
    expect(feeders('purchase_bid')).toBe('（暂无系统填写）');
  });
});
