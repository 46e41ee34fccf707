import { describe, expect, it } from 'vitest';
import { parties } from '../../../mappings/egov/parties.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const USCC = '91540000MA6KXB3M55';
const ORG = 'MA6KXB3M5';
const ID = '11010519491231002X';
const misread = (text: string) => new TextDecoder('gb18030').decode(Buffer.from(text, 'utf8'));

function check(cells: Cells, expected: Readonly<Record<string, unknown>>, issues: readonly string[] = []): void {
  it(`${JSON.stringify(cells)} → ${JSON.stringify(expected)}`, () => {
    const mapped = mapOne(parties, { QYID: '7', ...cells });
    expect(mapped.values['']).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
    expect(mapped).toMatchObject({ key: '7', deleted: false });
  });
}

describe('the name', () => {
  check({ QYMC: '西藏　某某 公司　', QYJC: '某某' }, { name: '西藏某某公司', shortName: '某某' });
  check({ QYMC: '甲局(原甲县文化局）' }, { name: '甲局', formerName: '甲县文化局' });
  check({ QYMC: '雪锦（西藏）商贸有限公司' }, { name: '雪锦（西藏）商贸有限公司' });
  check({ QYMC: '某某公司巴青分公司' }, { name: '某某公司巴青分公司', parentName: '某某公司' });
  check({ QYMC: '西藏?某有限公司' }, { name: '西藏?某有限公司' }, ['QYMC gbk_lost loaded → 西藏?某有限公司']);
  check({ QYMC: '某某\0公司' }, { name: '某某公司' }, ['QYMC nul_byte repaired → 某某公司']);
  check({ QYMC: '某某\n公司' }, { name: '某某公司' }, ['QYMC newline_in_text repaired → 某某公司']);
  check({ QYMC: '=1+1某某公司' }, { name: '=1+1某某公司' }, ['QYMC formula_text loaded → =1+1某某公司']);
  check({ ZCDZ: '<b>拉萨</b>' }, { address: '拉萨' }, ['ZCDZ html_in_text repaired → 拉萨']);
  check({ ZCDZ: misread('拉萨市城关区') }, { address: '拉萨市城关区' }, ['ZCDZ mojibake repaired → 拉萨市城关区']);
});

describe('class and roles', () => {
  check({ ZTLB: '0', ZTLB_MC: '机关' }, { partyType: '0' });
  check({ ZTLB: '8', ZTLB_MC: '机关' }, {}, ['ZTLB code_unknown loaded']);
  check({ JSDM: '06' }, { partyRole: 'supplier', partyRoles: 'supplier' });
  check({ JSDM: '02;05' }, { partyRole: 'tender_agency', partyRoles: 'tender_agency;purchase_agency' });
  check({ JSDM: '99;01' }, { partyRole: 'other', partyRoles: 'other;tenderer' });
  check({ JSDM: '07;03' }, { partyRole: 'bidder', partyRoles: 'bidder' }, ['JSDM code_unknown loaded → bidder']);
});

describe('the credit code', () => {
  const company = { legalCode: USCC, uscc: USCC, organizationCode: ORG };
  const WRONG = '91540000MA6KXB3M54';
  check({ TYSHXYDM: USCC }, company);
  check({ TYSHXYDM: '９１５４００００ＭＡ６ＫＸＢ３Ｍ５５' }, company, [`TYSHXYDM code_fullwidth repaired → ${USCC}`]);
  check({ TYSHXYDM: USCC.toLowerCase() }, company, [`TYSHXYDM code_lowercase repaired → ${USCC}`]);
  check({ TYSHXYDM: WRONG }, { legalCode: WRONG }, [`TYSHXYDM uscc_check_digit loaded → ${WRONG}`]);
  check({ TYSHXYDM: '无' }, {}, ['TYSHXYDM id_placeholder repaired']);
  check({ TYSHXYDM: '000000000000000000' }, {}, ['TYSHXYDM id_placeholder repaired']);
  check({ TYSHXYDM: '' }, {});
  const licence = { uscc: USCC, organizationCode: ORG, licenceNumber: USCC };
  check({ TYSHXYDM: '', YYZZH: USCC }, licence);
  check({ TYSHXYDM: WRONG, YYZZH: USCC }, { ...licence, legalCode: WRONG }, [
    `TYSHXYDM uscc_check_digit loaded → ${WRONG}`,
  ]);
  check({ YYZZH: '440301103448669' }, { registrationNumber: '440301103448669', licenceNumber: '440301103448669' });
  // Its digits 7 to 12 are a day: no ID number all the same.
  check({ YYZZH: '130503670401001' }, { licenceNumber: '130503670401001' }, [
    'YYZZH code_malformed loaded → 130503670401001',
  ]);
  check({ ZZJGDM: '76191136-X', TYSHXYDM: USCC }, { ...company, organizationCode: '76191136X' });
  check({ ZZJGDM: '761911361' }, {}, ['ZZJGDM code_malformed loaded']);
});

describe('a natural person', () => {
  const person = { partyType: '3', legalCode: ID, idNumber: ID };
  const UPGRADED = '130503196704010016';
  check({ ZTLB: '3', TYSHXYDM: ID }, person);
  check({ ZTLB: '3', TYSHXYDM: ID.toLowerCase() }, person, [`TYSHXYDM id_lowercase_x repaired → ${ID}`]);
  check({ ZTLB: '3', TYSHXYDM: '１１０１０５１９４９１２３１００２Ｘ' }, person, [
    `TYSHXYDM id_fullwidth repaired → ${ID}`,
  ]);
  check({ ZTLB: '3', TYSHXYDM: '130503670401001' }, { partyType: '3', legalCode: UPGRADED, idNumber: UPGRADED }, [
    `TYSHXYDM id_15 repaired → ${UPGRADED}`,
  ]);
  check({ ZTLB: '3', TYSHXYDM: '110105194912310021' }, { partyType: '3', legalCode: '110105194912310021' }, [
    'TYSHXYDM id_check_digit loaded → 110105194912310021',
  ]);
});

describe('the legal representative', () => {
  check(
    { FDDBR: ' 扎西', FDDBR_DH: '136-1833-3204' },
    {
      legalRepresentative: '扎西',
      representativePhone: '136-1833-3204',
    },
  );
  check({ FDDBR_SFZH: ID }, { representativeIdNumber: ID });
  check({ FDDBR_SFZH: '130503670401001' }, { representativeIdNumber: '130503196704010016' }, [
    'FDDBR_SFZH id_15 repaired → 130503196704010016',
  ]);
  check({ FDDBR_SFZH: '-' }, {}, ['FDDBR_SFZH id_placeholder repaired']);
  check({ FDDBR_SFZH: '123456789012345678' }, {}, ['FDDBR_SFZH id_placeholder repaired']);
  check({ FDDBR_DH: '136183332041' }, { representativePhone: '136183332041' }, [
    'FDDBR_DH phone_invalid loaded → 136183332041',
  ]);
});

describe('figures, dates and the rest', () => {
  check({ ZCZB: '200.0000', ZCZB_BZ: '1' }, { registeredCapital: '2000000', capitalCurrency: '156' });
  check({ ZCZB: '0.0000', ZCZB_BZ: '156' }, { registeredCapital: '0', capitalCurrency: '156' });
  check({ ZCZB: '-1.0000' }, { registeredCapital: '-10000' }, ['ZCZB money_negative quarantined']);
  check({ ZCZB: '300000.0001' }, { registeredCapital: '3000000001' }, ['ZCZB money_absurd quarantined']);
  check({ ZCZB_BZ: '7' }, {}, ['ZCZB_BZ code_unknown loaded']);
  check({ YYQX: '长期' }, { licenceOpenEnded: true });
  check({ YYQX: '2028年04月27日' }, { licenceEndsOn: '2028-04-27' });
  check({ YYQX: '2018-11-31' }, {}, ['YYQX date_impossible loaded']);
  check({ YYQX: '9999-12-31' }, {}, ['YYQX date_placeholder repaired']);
  check({ CJSJ: '0000-00-00 00:00:00', GXSJ: '2020-03-29 17:27:06' }, { modifiedAt: '2020-03-29 17:27:06' }, [
    'CJSJ date_placeholder repaired',
  ]);
  check({ XZQHDM: '540125' }, { divisionCode: '540103' }, ['XZQHDM division_retired repaired → 540103']);
  check({ XZQHDM: '549999' }, {}, ['XZQHDM division_unknown loaded']);
  check(
    { XZQHDM: '610000', HYDM: 'E47', YB: '850000' },
    { divisionCode: '610000', industryCode: 'E47', postcode: '850000' },
  );
  check({ SHZT: '2', LXR: '桑丹', LXDH: '/' }, { reviewStatus: '2', contactName: '桑丹' });
  check(
    { LXYX: 'a@example.com', KHYH: '某银行', YHZH: '6217' },
    {
      email: 'a@example.com',
      bankName: '某银行',
      bankAccount: '6217',
    },
  );

  it.each([
    ['1', true],
    ['0', false],
  ])('the flag %s means deleted: %s', (SCBZ, deleted) => {
    expect(mapOne(parties, { QYID: '7', SCBZ }).deleted).toBe(deleted);
  });

  it('login and password stay behind', () => {
    const mapped = mapOne(parties, { QYID: '7', LOGIN_NAME: 'zhaxi', LOGIN_PWD: '5f4dcc3b' });
    expect(JSON.stringify(mapped)).not.toMatch(/zhaxi|5f4dcc3b/);
  });
});
