import { describe, expect, it } from 'vitest';
import { complaints } from '../../../mappings/egov/complaints.ts';
import { mapOne, type Mapped } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const USCC = '91540000MA6KXB3M55';
const map = (cells: Cells): Mapped => mapOne(complaints, { TSID: '7', ...cells });
const FULL = {
  TSBH: 'TS1',
  XMMC: '某工程',
  XMBH: 'P1',
  TSRMC: '甲公司',
  TSRDH: '0891-6545872',
  BTSRMC: '乙公司',
  BTSRDM: USCC,
  TSNR: '第一行\n第二行',
  TSRQ: '2018年04月19日',
  SLRQ: '2018-04-22',
  CLDW: '某厅',
  CLJG: '驳回',
  CLRQ: '2018/5/2',
  ZT: '4',
  GXSJ: '2018-05-20 16:17:21',
};
const shared = {
  number: 'TS1',
  projectName: '某工程',
  projectNumber: 'P1',
  respondentName: '乙公司',
  respondentCode: USCC,
  content: '第一行\n第二行',
  filedOn: '2018-04-19',
  acceptedOn: '2018-04-22',
  closedOn: '2018-05-02',
  authority: '某厅',
  modifiedAt: '2018-05-20 16:17:21',
};

describe('a complaint', () => {
  it('on any other trade is handed on', () => {
    const { values, issues } = map({ JYLB: 'A03', SFZFCG: '0', ...FULL });
    const complaint = { tradeCategory: 'A03', governmentProcurement: false, complainantName: '甲公司' };
    expect(values).toEqual({
      '': { ...shared, ...complaint, complainantPhone: '0891-6545872', result: '驳回', status: '4' },
      complainant: { name: '甲公司', partyRole: 'complainant', contactPhone: '0891-6545872' },
      respondent: {
        name: '乙公司',
        partyRole: 'respondent',
        legalCode: USCC,
        uscc: USCC,
        organizationCode: 'MA6KXB3M5',
      },
    });
    expect(issues).toEqual([]);
  });

  it('on government procurement is a record of the archive', () => {
    const { values, issues } = map({ JYLB: 'D02', SFZFCG: '1', ...FULL });
    const archived = { tradeCategory: 'D02', governmentProcurement: true, queryType: '2', submittedBy: '甲公司' };
    expect(values['']).toEqual({
      ...shared,
      ...archived,
      submitterPhone: '0891-6545872',
      answer: '驳回',
      status: 'closed',
    });
    expect(Object.keys(values)).toEqual(['', 'complainant', 'respondent']);
    expect(issues).toEqual([]);
  });

  it.each([
    ['1', 'registered'],
    ['2', 'accepted'],
    ['3', 'handed_on'],
    ['5', 'refused'],
  ])('of status %s is %s in the archive', (ZT, status) => {
    expect(map({ JYLB: 'D01', ZT }).values['']).toMatchObject({ status });
    expect(map({ JYLB: 'B01', ZT }).values['']).toMatchObject({ status: ZT });
  });

  it.each(['A03', 'D01'])('of an unknown status in trade %s', (JYLB) => {
    expect(map({ JYLB, ZT: '9' }).issues).toEqual(['ZT code_unknown loaded']);
  });
});

describe('which way a complaint goes', () => {
  const isArchived = (mapped: Mapped) => Object.hasOwn(mapped.values[''] ?? {}, 'queryType');
  const contradicts = (value: boolean) => [`SFZFCG flag_contradiction repaired → ${value}`];
  it.each([
    ['A03', '0', false, false, []],
    ['A03', '1', false, false, contradicts(false)],
    ['D02', '0', true, true, contradicts(true)],
    ['D02', '1', true, true, []],
    ['D02', null, true, true, []],
    ['A03', 'Z', false, false, ['SFZFCG code_unknown loaded → false']],
    ['政府采购服务', '0', true, true, contradicts(true)],
    [' Ｄ01', '1', true, true, []],
    // Mistyped, and a D all the same.
    ['d01', '0', true, true, ['JYLB code_unknown loaded', ...contradicts(true)]],
    // No category: the flag decides, and in doubt it is the archive.
    [null, '1', true, true, []],
    [null, '0', false, false, []],
    [null, null, true, undefined, []],
    ['X01', '1', true, true, ['JYLB code_unknown loaded']],
    ['X01', '是', true, true, ['JYLB code_unknown loaded']],
    ['X01', '0', false, false, ['JYLB code_unknown loaded']],
    ['X01', 'Z', true, undefined, ['JYLB code_unknown loaded', 'SFZFCG code_unknown loaded']],
  ])('JYLB %j, SFZFCG %j → archive: %s', (JYLB, SFZFCG, archived, flag, issues) => {
    const mapped = map({ JYLB, SFZFCG });
    expect(isArchived(mapped)).toBe(archived);
    expect(mapped.values['']?.['governmentProcurement']).toBe(flag);
    expect(mapped.issues).toEqual(issues);
  });

  it.each(['A03', 'D01'])('texts of trade %s are held to the same lengths', (JYLB) => {
    const long = { TSNR: '内'.repeat(1001), CLJG: '果'.repeat(501), TSRMC: '甲'.repeat(101), XMMC: '乙'.repeat(201) };
    const rules = map({ JYLB, ...long }).issues.map((issue) => issue.split(' ').slice(0, 2).join(' '));
    expect(rules.toSorted()).toEqual(['CLJG overlong', 'TSNR overlong', 'TSRMC overlong', 'XMMC overlong']);
  });

  it.each(['A03', 'D01'])('what is wrong in trade %s is found alike', (JYLB) => {
    const cells = { TSNR: '=1+1投诉', TSRDH: '1391', BTSRDM: '无', TSRQ: '2018-02-30', GXSJ: '0000-00-00 00:00:00' };
    expect(map({ JYLB, ...cells }).issues.toSorted()).toEqual([
      'BTSRDM id_placeholder repaired',
      'GXSJ date_placeholder repaired',
      'TSNR formula_text loaded → =1+1投诉',
      'TSRDH phone_invalid loaded → 1391',
      'TSRQ date_impossible loaded',
    ]);
  });
});
