import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import {
  creditScores,
  enterprises,
  practitioners,
  qualifications,
} from '../../../mappings/construction/enterprises.ts';
import type { Mapping } from '../../../mappings/mapping.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const USCC = '91540000MA6KXB3M55';
const ORG = 'MA6KXB3M5';
const OLD = '76191136-X';
/** Born on 1949-12-31. */
const ID = '11010519491231002X';
const LICENCE = '440301103448669';

type Values = Readonly<Record<string, string | boolean>>;

function check(mapping: Mapping, key: string, cells: Cells, expected: Values, issues: string[] = []): void {
  it(`${JSON.stringify(cells)} → ${Object.values(expected).join(' ')}`, () => {
    const mapped = mapOne(mapping, { [mapping.stream.key[0] ?? '']: key, ...cells });
    const { partyRole: _role, ...values } = mapped.values[''] ?? {};
    expect(values).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
    expect(mapped.key).toBe(key);
  });
}

describe('the codes of an enterprise', () => {
  const codes = { legalCode: USCC, uscc: USCC, organizationCode: ORG };
  const oldCodes = { legalCode: '76191136X', organizationCode: '76191136X' };
  check(enterprises, USCC, { zzjgdm: USCC }, codes);
  check(enterprises, USCC, { zzjgdm: null }, codes);
  check(enterprises, OLD, { zzjgdm: OLD }, oldCodes);
  check(enterprises, OLD, {}, oldCodes);
  check(enterprises, '76191136X', {}, oldCodes);
  check(enterprises, USCC, { zzjgdm: '无' }, codes, ['zzjgdm id_placeholder repaired']);
  check(enterprises, USCC, { zzjgdm: USCC.toLowerCase() }, codes, [`zzjgdm code_lowercase repaired → ${USCC}`]);
  check(enterprises, USCC, { zzjgdm: '９１540000MA6KXB3M55' }, codes, [`zzjgdm code_fullwidth repaired → ${USCC}`]);
  // The code that fails stays as text; the key still says who it is.
  check(enterprises, USCC, { zzjgdm: '91540000MA6KXB3M54' }, { ...codes, legalCode: '91540000MA6KXB3M54' }, [
    'zzjgdm uscc_check_digit loaded → 91540000MA6KXB3M54',
  ]);
  check(enterprises, OLD, { zzjgdm: '76191136-1' }, { ...oldCodes, legalCode: '761911361' }, [
    'zzjgdm code_malformed loaded → 761911361',
  ]);
  check(enterprises, '91540000MA6KXB3M54', {}, { legalCode: '91540000MA6KXB3M54' }, [
    'qyID uscc_check_digit loaded → 91540000MA6KXB3M54',
  ]);
  check(enterprises, USCC, { yyzzzch: LICENCE }, { ...codes, registrationNumber: LICENCE, licenceNumber: LICENCE });
  check(enterprises, USCC, { yyzzzch: '540100200001' }, { ...codes, licenceNumber: '540100200001' });
});

describe('an enterprise', () => {
  const key = { legalCode: '76191136X', organizationCode: '76191136X' };
  const company = (cells: Cells, expected: Values, issues: string[] = []): void =>
    check(enterprises, OLD, cells, { ...key, ...expected }, issues);

  company({ qymc: ' 西藏甲建筑　有限公司 ' }, { name: '西藏甲建筑有限公司' });
  company({ qymc: '甲公司（曾用名：乙公司）' }, { name: '甲公司', formerName: '乙公司' });
  company({ qymc: '甲建设有限公司双湖分公司' }, { name: '甲建设有限公司双湖分公司', parentName: '甲建设有限公司' });
  company({ qymc: '甲建筑\n有限公司' }, { name: '甲建筑有限公司' }, ['qymc newline_in_text repaired → 甲建筑有限公司']);
  company({ qymc: '甲有限?任公司' }, { name: '甲有限?任公司' }, ['qymc gbk_lost loaded → 甲有限?任公司']);
  company({ fddbr: '扎西 次仁', lxr: '索朗' }, { legalRepresentative: '扎西次仁', contactName: '索朗' });
  company({ fddbr_ryid: ID.toLowerCase() }, { representativeIdNumber: ID }, [
    `fddbr_ryid id_lowercase_x repaired → ${ID}`,
  ]);
  company({ fddbr_ryid: '130503670401001' }, { representativeIdNumber: '130503196704010016' }, [
    'fddbr_ryid id_15 repaired → 130503196704010016',
  ]);
  company({ fddbr_ryid: '111111111111111111' }, {}, ['fddbr_ryid id_placeholder repaired']);
  company({ clrq: '2010-06-23 00:00:00.000' }, { foundedOn: '2010-06-23' });
  company({ clrq: '1900-01-01 00:00:00.000' }, {}, ['clrq date_placeholder repaired']);
  company({ ProvinceID: '540000', County: '察雅县' }, { provinceCode: '540000', county: '察雅县' });
  company({ ProvinceID: '610000', County: '雁塔区' }, { provinceCode: '610000', county: '雁塔区' });
  company({ ProvinceID: '542100' }, { provinceCode: '540300' }, ['ProvinceID division_retired repaired → 540300']);
  company({ ProvinceID: '549900' }, {}, ['ProvinceID division_unknown loaded']);
  company({ xxdz: '林廓北路7号<br/>' }, { address: '林廓北路7号' }, ['xxdz html_in_text repaired → 林廓北路7号']);
  company({ lxdh: '138-3157-1430' }, { contactPhone: '138-3157-1430' });
  company({ lxdh: '177753122261' }, { contactPhone: '177753122261' }, ['lxdh phone_invalid loaded → 177753122261']);
  company({ khyh: '某某银行', yhzh: '62170001' }, { bankName: '某某银行', bankAccount: '62170001' });

  it.each([
    ['1000', '10000000', []],
    ['5,000.00', '50000000', []],
    ['596.75', '5967500', []],
    ['1000万元', '10000000', ['money_suffix']],
    ['269.68 万元', '2696800', ['money_suffix']],
    ['3亿元', '300000000', ['money_suffix']],
    ['壹仟万元整', '10000000', ['money_capital']],
    ['叁亿元整', '300000000', ['money_capital']],
    ['伍佰', '5000000', ['money_capital']],
    ['1.0E+3', '10000000', ['money_sci']],
    ['面议', undefined, ['money_text']],
    ['-100', '-1000000', ['money_negative']],
    ['99999999', '999999990000', ['money_absurd']],
    // More digits than any amount has: refused once.
    ['9999999999990000', undefined, ['money_absurd']],
    ['/', undefined, []],
  ])('with the capital %s → %s 元', (zczb, expected, rules) => {
    const mapped = mapOne(enterprises, { qyID: OLD, zczb });
    expect(mapped.values['']?.['registeredCapital']).toBe(expected);
    expect(mapped.issues.map((issue) => issue.split(' ')[1])).toEqual(rules);
  });

  it.each([
    ['-1', true],
    [' -1 ', true],
    ['0', false],
    ['1', false],
    [null, false],
  ])('with the state %s is deleted: %s', (DataState, deleted) => {
    expect(mapOne(enterprises, { qyID: OLD, DataState }).deleted).toBe(deleted);
  });
});

describe('a qualification', () => {
  const partyId = canonicalId('party', 'construction', 'QY_JBXX', OLD);
  const held = (cells: Cells, expected: Values, issues: string[] = []): void =>
    check(qualifications, '7', { qyID: OLD, ...cells }, { partyId, ...expected }, issues);

  held({ ZZXL: '施工总承包', ZZLX: '建筑工程' }, { series: 'general', name: '建筑工程' });
  held({ ZZXL: '专业承包' }, { series: 'specialized' });
  held({ ZZXL: '劳务' }, {}, ['ZZXL code_unknown loaded']);
  held({ ZZDJID: '1', ZZDJ: '一级' }, { level: '1' });
  held({ ZZDJID: '3', ZZDJ: '二级' }, { level: '2' });
  held({ ZZDJID: '#9', ZZDJ: '二级' }, { level: '2' }, ['ZZDJID code_unknown loaded → 2']);
  held({ ZZDJID: null, ZZDJ: '特级' }, { level: '0' });
  held({ ZZDJID: '1', ZZDJ: null }, { level: '1' });
  held({ ZZDJID: '9' }, {}, ['ZZDJID code_unknown loaded']);
  held({ ZZDJID: '1', ZZDJ: '不分等级' }, { level: '1' }, ['ZZDJ code_unknown loaded → 1']);
  held({ ZZDJ: '不分等级' }, {}, ['ZZDJ code_unknown loaded']);
  held({ ZSBH: 'D283423563', YXQZ: '2021年09月05日' }, { certificateNumber: 'D283423563', validUntil: '2021-09-05' });
  held({ YXQZ: '2021.10.4' }, { validUntil: '2021-10-04' });
  held({ YXQZ: '长期' }, { openEnded: true });
  held({ YXQZ: '2019-02-30' }, {}, ['YXQZ date_impossible loaded']);
  held({ YXQZ: '9999-12-31' }, {}, ['YXQZ date_placeholder repaired']);
});

describe('a registered person', () => {
  check(
    practitioners,
    ID,
    { xm: '巴桑', zjlxID: '1', zjlx: '身份证', xb: '男', zclb: '一级建造师', zch: '藏12', zy: '建筑工程' },
    {
      name: '巴桑',
      documentType: '01',
      documentTypeText: '身份证',
      idNumber: ID,
      gender: '1',
      qualificationName: '一级建造师',
      registrationNumber: '藏12',
      specialty: '建筑工程',
    },
  );
  check(practitioners, ID, { zjlxID: 'Z', zjlx: '身份证' }, { idNumber: ID, documentTypeText: '身份证' }, [
    'zjlxID code_unknown loaded',
  ]);
  check(
    practitioners,
    '军字第012号',
    { zjlxID: '2', zjlx: '军官证' },
    { documentType: '02', documentTypeText: '军官证', documentNumber: '军字第012号' },
  );
  check(practitioners, '110105194912310021', {}, { idNumber: '110105194912310021' }, [
    'ryID id_check_digit loaded → 110105194912310021',
  ]);
  check(practitioners, ID, { xb: 'X' }, { idNumber: ID }, ['xb code_unknown loaded']);
  check(practitioners, ID, { xm: '德庆?噶藏' }, { idNumber: ID, name: '德庆?噶藏' }, [
    'xm gbk_lost loaded → 德庆?噶藏',
  ]);
  check(practitioners, ID, { yddh: '13*****5678' }, { idNumber: ID, mobile: '13*****5678' }, [
    'yddh phone_invalid loaded → 13*****5678',
  ]);

  it('refers to the employer under the key as delivered, and keeps its code', () => {
    const { values, issues } = mapOne(practitioners, { ryID: ID, qyID: OLD });
    expect(values['']).toMatchObject({
      employerId: canonicalId('party', 'construction', 'QY_JBXX', OLD),
      employerCode: '76191136X',
    });
    expect(issues).toEqual([]);
  });
});

describe('a credit score', () => {
  const partyId = canonicalId('party', 'construction', 'QY_JBXX', USCC);
  const score = (cells: Cells, expected: Values, issues: string[] = []): void =>
    check(creditScores, '7', { qyID: USCC, ...cells }, { partyId, partyCode: USCC, ...expected }, issues);

  score({ ND: '2019', DF: '86.60', DJ: 'B' }, { year: '2019', score: '86.6', grade: 'B' });
  score({ DJ: 'Z8' }, {}, ['DJ code_unknown loaded']);
  score({ DJ: 'AA' }, {}, ['DJ code_unknown loaded']);
  score({ ND: '二〇一九' }, {}, ['ND number_unreadable loaded']);
  // What is no code is judged where it is a key.
  check(
    creditScores,
    '7',
    { qyID: '9994802785' },
    { partyId: canonicalId('party', 'construction', 'QY_JBXX', '9994802785') },
  );
});
