/** Rules, versions and readings, compared with the registries they come from. */
import { describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../../pipelines/registry.ts';
import { listRules } from '../../../reports/dictionary/rules.ts';
import { listVersions } from '../../../reports/dictionary/versions.ts';
import { RULES } from '../../../schemas/rules.ts';
import { records, small, sourceOf, systemOf, voiceOf } from './small-book.ts';

const zh = voiceOf('zh');

describe('the versions', () => {
  it('name key, cursor and deletion of a stream', () => {
    expect(records(listVersions(sourceOf(small), zh))).toEqual([
      expect.objectContaining({
        系统: 'small',
        数据流: 'ZT',
        数据流版本: 3,
        映射版本: 7,
        主键: 'ZTID',
        增量列: 'ZCZB（修改时间）',
        删除的判断: 'SC 为 Y、1',
        列数: 8,
      }),
      expect.objectContaining({ 数据流: 'ZJ', 增量列: '', 删除的判断: '整行删除线', 平台代码: '540000000000000001' }),
    ]);
  });

  it('list every stream of every system', () => {
    const systems = SYSTEMS.map(({ system, mappings }) => systemOf(system, mappings));
    const rows = records(listVersions(sourceOf(...systems), zh));
    expect(rows.map((row) => `${row['系统']} ${row['数据流']} ${row['映射版本']}`)).toEqual(
      SYSTEMS.flatMap(({ system, mappings }) =>
        mappings.map(({ stream, version }) => `${system} ${stream.name} ${version}`),
      ),
    );
  });
});

it('the rules are all there, in words', () => {
  const rows = records(listRules(zh));
  expect(rows.map((row) => row['规则'])).toEqual(Object.keys(RULES));
  expect(rows.map((row) => row['说明'])).toEqual(Object.values(RULES).map((rule) => rule.zh));
  expect(rows.find((row) => row['规则'] === 'orphan')).toMatchObject({ 级别: '阻断', 处置: '隔离，待更正' });
  expect(rows.find((row) => row['规则'] === 'excel_note')).toMatchObject({ 级别: '提示', 处置: '跳过，不计为记录' });
  expect(records(listRules(voiceOf('en')))[0]).toMatchObject({ rule: 'id_check_digit', severity: 'warning' });
});

it('every way a column is read has Chinese words', () => {
  const rules = SYSTEMS.flatMap(({ mappings }) => mappings.flatMap(({ parts }) => parts)).flatMap(({ fields }) => {
    return Object.values(fields);
  });
  expect(rules.length).toBeGreaterThan(200);
  expect(rules.filter(({ reading }) => !/\p{Script=Han}/u.test(reading.zh) || reading.en === '')).toEqual([]);
});
