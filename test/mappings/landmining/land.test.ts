import { describe, expect, it } from 'vitest';
import { parcels } from '../../../mappings/landmining/land.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

type Values = Readonly<Record<string, string>>;

function check(cells: Cells, expected: Values, issues: string[] = []): void {
  it(`${Object.values(cells).join(' ')} ${issues.join(', ')}`, () => {
    const mapped = mapOne(parcels, { dk_id: '7', ...cells });
    expect(mapped.values['']).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
    expect(mapped).toMatchObject({ key: '7', deleted: false });
  });
}

const misread = (text: string): string => new TextDecoder('gb18030').decode(Buffer.from(text, 'utf8'));

describe('parcels', () => {
  const words = {
    xmmc: '某片区出让',
    zl: '城北3号',
    tdyt: '商服用地、住宅用地',
    crnx: '商业40年、住宅70年',
    rjl: '≤2.0',
  };
  check(words, {
    projectName: '某片区出让',
    location: '城北3号',
    landUse: '商服用地、住宅用地',
    grantTerm: '商业40年、住宅70年',
    plotRatio: '≤2.0',
  });
  check(
    { dkbh: ' 拉土挂2019-012 ', created_at: '2019-03-01 08:30:00', updated_at: '2019-03-02 08:30:00.25' },
    { code: '拉土挂2019-012', createdAt: '2019-03-01 08:30:00', modifiedAt: '2019-03-02 08:30:00.25' },
  );

  describe('have their area in m²', () => {
    check({ mj: '7.785700', mj_dw: '公顷' }, { area: '77857' });
    check({ mj: '64.906500', mj_dw: '亩' }, { area: '43271' });
    check({ mj: '69331.000000', mj_dw: '㎡' }, { area: '69331' });
    check({ mj: '1', mj_dw: '垧' }, {}, ['mj_dw code_unknown loaded']);
    check({ mj: '1', mj_dw: null }, {}, ['mj area_unit_missing loaded']);
    check({ mj: null, mj_dw: '亩' }, {});
  });

  describe('have their price in 元', () => {
    check({ qsj: '42502034.0000', qsj_dw: '元' }, { startingPrice: '42502034' });
    check({ qsj: '2244.2263', qsj_dw: '万元' }, { startingPrice: '22442263' });
    check({ qsj: '2244.2263', qsj_dw: '' }, { startingPrice: '22442263' }, [
      'qsj money_unit_missing repaired → 22442263',
    ]);
    check({ qsj: '2244.2263', qsj_dw: null }, { startingPrice: '22442263' }, [
      'qsj money_unit_missing repaired → 22442263',
    ]);
    check({ qsj: '2244', qsj_dw: '美元' }, {}, ['qsj_dw code_unknown loaded']);
    check({ qsj: '-2244.2263', qsj_dw: '万元' }, { startingPrice: '-22442263' }, ['qsj money_negative quarantined']);
    check({ qsj: '99999999', qsj_dw: '万元' }, { startingPrice: '999999990000' }, ['qsj money_absurd quarantined']);
  });

  describe('end in a status that is no deletion', () => {
    for (const [zt, status] of Object.entries({
      公告中: 'announced',
      已成交: 'sold',
      流拍: 'failed',
      终止: 'terminated',
    })) {
      check({ zt, del_flag: 'f' }, { status });
    }
    check({ zt: '待定' }, {}, ['zt code_unknown loaded']);
  });

  check({ xzqdm: '540126' }, { divisionCode: '540104' }, ['xzqdm division_retired repaired → 540104']);
  check({ xzqdm: '549999' }, {}, ['xzqdm division_unknown loaded']);
  check({ xzqdm: '510100' }, { divisionCode: '510100' });
  check({ zl: `城北${'长'.repeat(199)}` }, { location: `城北${'长'.repeat(199)}` }, [
    `zl overlong loaded → 城北${'长'.repeat(199)}`,
  ]);
  check({ zl: misread('拉萨市城关区') }, { location: '拉萨市城关区' }, ['zl mojibake repaired → 拉萨市城关区']);
  check({ zl: '城北?号地块' }, { location: '城北?号地块' }, ['zl gbk_lost loaded → 城北?号地块']);
  check({ xmmc: '=1+1+某片区' }, { projectName: '=1+1+某片区' }, ['xmmc formula_text loaded → =1+1+某片区']);
  check({ xmmc: '某片\u0007区\n出让' }, { projectName: '某片区出让' }, [
    'xmmc control_char repaired → 某片区出让',
    'xmmc newline_in_text repaired → 某片区出让',
  ]);
  check({ xmmc: '<b>某片区</b>' }, { projectName: '某片区' }, ['xmmc html_in_text repaired → 某片区']);
  check({ created_at: '9999-12-31 00:00:00' }, {}, ['created_at date_placeholder repaired']);
  check({ created_at: '-infinity' }, {}, ['created_at date_placeholder repaired']);

  it.each([
    ['t', true],
    ['true', true],
    ['f', false],
    ['false', false],
  ])('with the flag %s, as a package or a driver prints it, are deleted: %s', (del_flag, deleted) => {
    expect(mapOne(parcels, { dk_id: '1', del_flag }).deleted).toBe(deleted);
  });

  it('without a key wait under their position', () => {
    expect(mapOne(parcels, { dkbh: '拉土挂2019-012' })).toMatchObject({
      key: 'here:1',
      issues: ['dk_id key_missing quarantined'],
    });
  });
});
