import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { creditRecords } from '../../../mappings/egov/credit.ts';
import { mapOne, type Mapped } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const USCC = '91540000MA6KXB3M55';
const ID = '11010519491231002X';
const credit = (cells: Cells): Mapped => mapOne(creditRecords, { XYID: 'x-1', ...cells });

const FULL = {
  ZTMC: '某某公司',
  ZTDM: USCC,
  ZTLX: '0',
  YY: '串通投标',
  CFWH: '藏建罚字〔2019〕1号',
  CFBM: '某厅',
  CFRQ: '2019.6.5',
  XZKSRQ: '2019-06-05',
  XZJSRQ: '2021-06-04',
  SFCX: '0',
  GKFW: '2',
};
const restricted = { restrictedFrom: '2019-06-05', restrictedUntil: '2021-06-04', withdrawn: false };
const about = { partyName: '某某公司', partyCode: USCC, reason: '串通投标', authority: '某厅' };
const subject = { name: '某某公司', partyType: '0', partyRole: 'credit_subject', legalCode: USCC, uscc: USCC };

describe('a credit record', () => {
  it('of the blacklist is a record, an entry and a sight of the party', () => {
    const { values, issues } = credit({ XYLX: '1', ...FULL });
    const record = { recordType: '1', partyType: '0', documentNumber: '藏建罚字〔2019〕1号', decidedOn: '2019-06-05' };
    expect(values).toEqual({
      '': { ...about, ...restricted, ...record, disclosure: '2' },
      blacklist: {
        ...about,
        ...restricted,
        creditRecordId: canonicalId('credit_record', 'egov', 'xy_hmd', 'x-1'),
        listedOn: '2019-06-05',
      },
      subject: { ...subject, organizationCode: 'MA6KXB3M5' },
    });
    expect(issues).toEqual([]);
  });

  it.each([
    ['1', true],
    [' １ ', true],
    ['2', false],
    ['3', false],
    ['9', false],
    ['', false],
    [null, false],
  ])('of type %j stands in the blacklist: %s', (XYLX, listed) => {
    const roles = Object.keys(credit({ XYLX, ZTMC: '某某公司' }).values);
    expect(roles).toEqual(listed ? ['', 'blacklist', 'subject'] : ['', 'subject']);
  });

  it('is withdrawn, not deleted', () => {
    const { values, deleted } = credit({ XYLX: '1', ZTMC: '某某公司', SFCX: '1', XZJSRQ: '长期' });
    expect(deleted).toBe(false);
    for (const role of ['', 'blacklist']) expect(values[role]).toMatchObject({ withdrawn: true, openEnded: true });
  });

  it('about nobody is a record all the same', () => {
    expect(credit({ XYLX: '2', YY: '转包' }).values).toEqual({ '': { recordType: '2', reason: '转包' } });
  });

  it('keeps a reason that is too long, and its lines', () => {
    const YY = `第一行\r\n${'附加说明'.repeat(125)}`;
    const { values, issues } = credit({ XYLX: '1', YY });
    expect(values['blacklist']?.['reason']).toBe(YY.replace('\r', ''));
    expect(issues.map((issue) => issue.slice(0, 18))).toEqual(['YY overlong loaded']);
  });

  it('reports codes and days it cannot read', () => {
    const cells = { XYLX: '4', ZTLX: '7', GKFW: '3', SFCX: '2', CFRQ: '2019-02-30', XZKSRQ: '1900-01-01' };
    const { values, issues } = credit(cells);
    expect(values).toEqual({ '': {} });
    expect(issues.toSorted()).toEqual([
      'CFRQ date_impossible loaded',
      'GKFW code_unknown loaded',
      'SFCX code_unknown loaded',
      'XYLX code_unknown loaded',
      'XZKSRQ date_placeholder repaired',
      'ZTLX code_unknown loaded',
    ]);
  });
});

describe('the subject of a credit record', () => {
  const upgraded = '130503196704010016';
  it.each([
    ['0', '77030446-5', { legalCode: '770304465', organizationCode: '770304465' }, []],
    ['0', USCC.toLowerCase(), { legalCode: USCC, uscc: USCC, organizationCode: 'MA6KXB3M5' }, ['code_lowercase']],
    ['0', '440301103448669', { legalCode: '440301103448669', registrationNumber: '440301103448669' }, []],
    ['3', ID, { legalCode: ID, idNumber: ID }, []],
    ['3', '130503670401001', { legalCode: upgraded, idNumber: upgraded }, ['id_15']],
    ['3', '110105194912310021', { legalCode: '110105194912310021' }, ['id_check_digit']],
    ['0', '91540000MA6KXB3M54', { legalCode: '91540000MA6KXB3M54' }, ['uscc_check_digit']],
    ['3', '不详', {}, ['id_placeholder']],
    ['0', null, {}, []],
  ])('class %s, code %s', (ZTLX, ZTDM, expected, rules) => {
    const { values, issues } = credit({ XYLX: '2', ZTMC: '某某商行', ZTLX, ZTDM });
    expect(values['subject']).toEqual({ name: '某某商行', partyType: ZTLX, partyRole: 'credit_subject', ...expected });
    expect(issues.map((issue) => issue.split(' ').slice(0, 2))).toEqual(rules.map((rule) => ['ZTDM', rule]));
  });

  it('may be a branch under a former name', () => {
    const { values } = credit({ XYLX: '1', ZTMC: '某某公司双湖 分公司（原甲公司双湖分公司）' });
    expect(values['subject']).toMatchObject({
      name: '某某公司双湖分公司',
      formerName: '甲公司双湖分公司',
      parentName: '某某公司',
    });
  });
});
