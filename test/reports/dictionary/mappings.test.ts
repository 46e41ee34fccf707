import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { listLookups } from '../../../reports/dictionary/lookups.ts';
import { listColumns } from '../../../reports/dictionary/mappings.ts';
import { TRADE_CATEGORY } from '../../../schemas/codes/national.ts';
import { ExpertSpecialty } from '../../../schemas/entities/expert-specialty.ts';
import { Party } from '../../../schemas/entities/party.ts';
import { faulty, records, small, sourceOf, systemOf, voiceOf } from './small-book.ts';

const zh = voiceOf('zh');
const rows = records(listColumns(small, sourceOf(small), zh));

function find(column: string, field = '') {
  const row = rows.find((one) => one['列名'] === column && (field === '' || one['统一列名'] === field));
  if (!row) throw new Error(`no row for ${column} ${field}`);
  return row;
}

describe('a row of the mapping book', () => {
  it('names stream, column, field and version', () => {
    expect(find('ZTMC', 'former_name')).toMatchObject({
      数据流: 'ZT',
      数据流名称: '交易主体',
      列名称: '主体名称',
      来源类型: 'varchar(200)',
      主键: '',
      去向: '采用',
      统一实体: '交易主体',
      统一字段: '曾用名',
      读取方式: '名称后注记的曾用名',
      映射版本: 7,
    });
  });

  it('says the unit of an amount', () => {
    expect(find('ZCZB')).toMatchObject({ 来源单位: '万元', 读取方式: '金额（万元），换算为元' });
  });

  it('shows the known codes with the text of what they mean', () => {
    expect(find('ZTLX')['代码对照']).toBe('E → 0 企业法人\nP → 3 自然人');
    expect(find('XB')['代码对照']).toBe('与代码表相同');
    expect(find('ZTMC')['代码对照']).toBe('');
  });

  it('says which columns help, on both sides', () => {
    expect(find('ZTDM', 'uscc')['读取方式']).toContain('（参看 主体名称）');
    expect(find('ZTMC', 'legal_code\nuscc')).toMatchObject({
      去向: '参与读取',
      统一字段: '法人代码、统一社会信用代码',
    });
  });

  it('does not repeat a column that the reading names itself', () => {
    expect(find('TZ')['读取方式']).toBe('出生日期；与身份证号不符时以身份证号为准');
    expect(find('SFZ', 'birth_date')['读取方式']).toBe('出生日期；与身份证号不符时以身份证号为准');
  });

  it('says where a reference leads and what the party is', () => {
    expect(find('DW')).toMatchObject({ 读取方式: '主体 → ZT 交易主体', 角色: '采购人（buyer）' });
  });

  it('says what a constant means, and that no column holds it', () => {
    expect(find('（无）', 'base_type')).toMatchObject({ 去向: '固定值', 读取方式: '固定为 2 评审专家', 列名称: '' });
  });

  it('says why a column stays behind', () => {
    expect(find('MM')).toMatchObject({ 去向: '不迁移', 不迁移原因: '凭据：不读取、不保存', 备注: '明文密码' });
    expect(find('SC')['不迁移原因']).toContain('值 Y、1');
    expect(find('ZTID')).toMatchObject({ 主键: '是', 去向: '仅作主键', 不迁移原因: '' });
  });
});

it('what nobody has dealt with is alarming, what stays behind is quiet', () => {
  const system = faulty();
  const table = listColumns(system, sourceOf(system), zh);
  const alarming = table.rows.filter(({ tone }) => tone === 'alert').map(({ cells }) => [cells[2], cells[6]]);
  expect(alarming).toEqual([
    ['ZTDM', '未处理'],
    ['ZTLX', '未处理'],
    ['ZCZB', '未处理'],
    ['BY1', '矛盾：既采用又不迁移'],
  ]);
  expect(table.rows.filter(({ tone }) => tone === 'quiet').map(({ cells }) => cells[2])).toEqual(['MM', 'SC']);
});

describe('a long table of codes', () => {
  const stream = defineStream({
    name: 'LB',
    label: '类别',
    version: 1,
    key: ['ID'],
    deletion: [],
    columns: { ID: { type: 'int', label: '主键' }, LB: { type: 'varchar', label: '类别' } },
  });
  const from = new Map(Array.from({ length: 15 }, (_, place) => [`L${place}`, 'A01']));
  const rule = takeFrom(stream).code('LB', TRADE_CATEGORY, from);
  const parts = [part(Party, { shortName: rule })];
  const system = systemOf('long', [defineMapping({ system: 'long', stream, version: 1, parts })]);

  it('is only begun in its cell', () => {
    const cell = String(records(listColumns(system, sourceOf(system), zh))[1]?.['代码对照']);
    const lines = cell.split('\n');
    expect(lines).toHaveLength(13);
    expect(lines[0]).toBe('L0 → A01 房屋建筑');
    expect(lines[12]).toContain('共 15 项');
  });

  it('stands whole in the sheet of lookups', () => {
    const lookups = records(listLookups(sourceOf(system, small), zh));
    expect(lookups).toHaveLength(15 + 2);
    expect(lookups[14]).toMatchObject({ 列名: 'LB', 来源代码: 'L14', 统一代码: 'A01', 代码表: '公共资源交易分类' });
    expect(lookups[15]).toMatchObject({ 数据流: 'ZT', 列名称: '主体类型', 来源代码: 'E', 含义: '企业法人' });
  });
});

it('a column with several values says that each is a record', () => {
  const stream = defineStream({
    name: 'ZY',
    label: '专业',
    version: 1,
    key: ['ID'],
    deletion: [],
    columns: { ID: { type: 'int', label: '主键' }, ZYDM: { type: 'varchar', label: '专业代码' } },
  });
  const fields = { code: takeFrom(stream).identifier('ZYDM') };
  const parts = [part(ExpertSpecialty, fields, { each: { columns: ['ZYDM'], separator: /;/ } })];
  const system = systemOf('each', [defineMapping({ system: 'each', stream, version: 1, parts })]);
  const [, row] = records(listColumns(system, sourceOf(system), zh));
  expect(row?.['读取方式']).toBe('编号，按文本保留；一列多值，每个值一条记录');
});

it('reads in English where the texts exist', () => {
  const english = records(listColumns(small, sourceOf(small), voiceOf('en')));
  expect(english.find((row) => row['column'] === 'ZCZB')).toMatchObject({
    destination: 'taken',
    entity: 'trading party',
    reading: 'amount in 万元',
  });
  expect(english.find((row) => row['column'] === 'DW')?.['role']).toBe('采购人 (buyer)');
});
