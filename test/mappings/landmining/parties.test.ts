import { describe, expect, it } from 'vitest';
import { bidders } from '../../../mappings/landmining/parties.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const USCC = '91540000MA6KXB3M55';
const ID = '11010519491231002X';
const LICENCE = '440301103448669';

type Values = Readonly<Record<string, string>>;

function check(cells: Cells, expected: Values, issues: string[] = []): void {
  it(`${Object.values(cells).join(' ')} → ${Object.values(expected).join(' ')} ${issues.join(', ')}`, () => {
    const mapped = mapOne(bidders, { jmr_id: '7', ...cells });
    const { partyRole, ...values } = mapped.values[''] ?? {};
    expect(partyRole).toBe('land_bidder');
    expect(values).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
  });
}

describe('bidders are companies or persons', () => {
  check({ jmrlx: '企业' }, { partyType: '0' });
  check({ jmrlx: '公司' }, { partyType: '0' });
  check({ jmrlx: '自然人' }, { partyType: '3' });
  check({ jmrlx: '个人 ' }, { partyType: '3' });
  check({ jmrlx: '合伙' }, {}, ['jmrlx code_unknown loaded']);
  // A code of the canonical list means nothing in this column.
  check({ jmrlx: '9' }, {}, ['jmrlx code_unknown loaded']);
});

describe('names', () => {
  check({ mc: ' 西藏甲有限公司（原西藏乙有限公司）' }, { name: '西藏甲有限公司', formerName: '西藏乙有限公司' });
  check({ mc: '域源（西藏）经营有限责任公司' }, { name: '域源（西藏）经营有限责任公司' });
  check({ mc: '西藏甲有限公司拉萨分公司' }, { name: '西藏甲有限公司拉萨分公司', parentName: '西藏甲有限公司' });
  check({ mc: '达瓦　曲准' }, { name: '达瓦曲准' });
  check(
    { mc: '达瓦·曲准', fddbr: ' 扎西', lxr: '徐　红' },
    {
      name: '达瓦·曲准',
      legalRepresentative: '扎西',
      contactName: '徐红',
    },
  );
  check({ mc: '西藏?建有限公司' }, { name: '西藏?建有限公司' }, ['mc gbk_lost loaded → 西藏?建有限公司']);
});

describe('numbers of bodies', () => {
  const uscc = { legalCodeType: 'uscc', uscc: USCC, organizationCode: 'MA6KXB3M5' };
  check({ zjlx: '统一社会信用代码', zjhm: USCC }, { ...uscc, legalCode: USCC });
  check({ zjlx: '统一社会信用代码', zjhm: USCC.toLowerCase() }, { ...uscc, legalCode: USCC }, [
    `zjhm code_lowercase repaired → ${USCC}`,
  ]);
  check({ zjlx: '统一社会信用代码', zjhm: `９１${USCC.slice(2)}` }, { ...uscc, legalCode: USCC }, [
    `zjhm code_fullwidth repaired → ${USCC}`,
  ]);
  const wrong = '91540000MA6KXB3M54';
  check({ zjlx: '统一社会信用代码', zjhm: wrong }, { legalCodeType: 'uscc', legalCode: wrong }, [
    `zjhm uscc_check_digit loaded → ${wrong}`,
  ]);
  const organization = { legalCodeType: 'organization_code', legalCode: '76191136X', organizationCode: '76191136X' };
  check({ zjlx: '组织机构代码', zjhm: '76191136-X' }, organization);
  check({ zjlx: '组织机构代码', zjhm: '76191136X' }, organization);
  const licence = { legalCodeType: 'licence', licenceNumber: LICENCE, legalCode: LICENCE };
  check({ zjlx: '营业执照', zjhm: LICENCE }, { ...licence, registrationNumber: LICENCE });
  // Since the licence carries it, the credit code is typed there too.
  check({ zjlx: '营业执照', zjhm: USCC }, { ...uscc, legalCode: USCC, legalCodeType: 'licence', licenceNumber: USCC });
  // It reads as an old ID number as well, but nobody's licence has one.
  const dated = '540102600101001';
  check(
    { zjlx: '营业执照', zjhm: dated, mc: '扎西' },
    { name: '扎西', legalCodeType: 'licence', legalCode: dated, licenceNumber: dated },
    [`zjhm code_malformed loaded → ${dated}`],
  );
});

describe('numbers of persons', () => {
  const person = { legalCodeType: 'id_number', legalCode: ID, idNumber: ID };
  check({ zjlx: '身份证', zjhm: ID }, person);
  check({ zjlx: '身份证', zjhm: ID.toLowerCase() }, person, [`zjhm id_lowercase_x repaired → ${ID}`]);
  check({ zjlx: '身份证', zjhm: `１１${ID.slice(2)}` }, person, [`zjhm id_fullwidth repaired → ${ID}`]);
  const upgraded = '130503196704010016';
  const old = { legalCodeType: 'id_number', legalCode: upgraded, idNumber: upgraded };
  check({ zjlx: '身份证', zjhm: '130503670401001' }, old, [`zjhm id_15 repaired → ${upgraded}`]);
  const wrong = '110105194912310021';
  check({ zjlx: '身份证', zjhm: wrong }, { legalCodeType: 'id_number', legalCode: wrong }, [
    `zjhm id_check_digit loaded → ${wrong}`,
  ]);
  for (const zjhm of ['无', '/', '999999999999999999', '123456789012345678']) {
    check({ zjlx: '身份证', zjhm }, { legalCodeType: 'id_number' }, ['zjhm id_placeholder repaired']);
  }
  check({ zjlx: '护照', zjhm: ID }, { legalCode: ID, idNumber: ID }, ['zjlx code_unknown loaded']);
  // Without a kind the name beside it tells that fifteen digits are an ID number.
  check({ zjhm: '130503670401001', mc: '扎西' }, { name: '扎西', legalCode: upgraded, idNumber: upgraded }, [
    `zjhm id_15 repaired → ${upgraded}`,
  ]);
});

describe('the rest of the register', () => {
  check(
    { lxdh: '0891-6437532', dz: '拉萨市某路1号', updated_at: '2019-02-07 11:02:50' },
    {
      contactPhone: '0891-6437532',
      address: '拉萨市某路1号',
      modifiedAt: '2019-02-07 11:02:50',
    },
  );
  check({ lxdh: '139****0001' }, { contactPhone: '139****0001' }, ['lxdh phone_invalid loaded → 139****0001']);

  it.each([
    ['t', true],
    ['1', true],
    ['f', false],
  ])('with the flag %s is deleted: %s', (del_flag, deleted) => {
    expect(mapOne(bidders, { jmr_id: '1', del_flag }).deleted).toBe(deleted);
  });
});
