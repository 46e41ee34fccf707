import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../mappings/mapping.ts';
import { agencies, purchasers, suppliers } from '../../../mappings/procurement/parties.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const USCC = '91540000MA6KXB3M55';
const ORG = 'MA6KXB3M5';
const ID = '11010519491231002X';

function check(
  mapping: Mapping,
  cells: Cells,
  expected: Readonly<Record<string, string>>,
  issues: string[] = [],
): void {
  it(`${Object.values(cells).join(' ')} → ${Object.values(expected).join(' ')}`, () => {
    const key = { [mapping.stream.key[0] ?? '']: '7' };
    const mapped = mapOne(mapping, { ...key, ...cells });
    const { partyRole: _role, ...values } = mapped.values[''] ?? {};
    expect(values).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
    expect(mapped).toMatchObject({ key: '7', deleted: false });
  });
}

describe('purchasers', () => {
  check(purchasers, { DWMC: '拉萨市财政局', ZT: '1' }, { name: '拉萨市财政局', status: '1' });
  check(
    purchasers,
    { DWMC: '拉萨市文化局（曾用名：拉萨市文化广电局）' },
    { name: '拉萨市文化局', formerName: '拉萨市文化广电局' },
  );
  check(purchasers, { DWMC: '银锦（西藏）科技有限责任公司' }, { name: '银锦（西藏）科技有限责任公司' });
  check(purchasers, { XYDM: USCC }, { legalCode: USCC, uscc: USCC, organizationCode: ORG });
  check(purchasers, { XYDM: '76191136-X' }, { legalCode: '76191136X', organizationCode: '76191136X' });
  check(purchasers, { XYDM: '91540000MA6KXB3M54' }, { legalCode: '91540000MA6KXB3M54' }, [
    'XYDM uscc_check_digit loaded → 91540000MA6KXB3M54',
  ]);
  check(purchasers, { ZT: '7' }, {}, ['ZT code_unknown loaded']);
  check(purchasers, { LXDH: '1391234567' }, { contactPhone: '1391234567' }, ['LXDH phone_invalid loaded → 1391234567']);
  check(
    purchasers,
    { XZQHDM: '540102', XGSJ: '2019-03-01 10:20:30.123' },
    { divisionCode: '540102', modifiedAt: '2019-03-01 10:20:30.123' },
  );
});

describe('agencies', () => {
  check(agencies, { JGMC: '某招标公司', ZCZB: '5000000.0000' }, { name: '某招标公司', registeredCapital: '5000000' });
  check(agencies, { MLRQ: '2015-06-01 00:00:00.000' }, { listedOn: '2015-06-01' });
  check(agencies, { MLRQ: '1900-01-01 00:00:00.000' }, {}, ['MLRQ date_placeholder repaired']);
});

describe('suppliers', () => {
  const company = { partyType: '0', legalCode: USCC, uscc: USCC, organizationCode: ORG };
  check(suppliers, { GYSLX: '1', XYDM: USCC }, company);
  check(suppliers, { GYSLX: '2', MC: '扎西', XYDM: ID }, { partyType: '3', name: '扎西', legalCode: ID, idNumber: ID });
  const upgraded = '130503196704010016';
  check(
    suppliers,
    { GYSLX: '2', XYDM: '130503670401001' },
    { partyType: '3', legalCode: upgraded, idNumber: upgraded },
    [`XYDM id_15 repaired → ${upgraded}`],
  );
  check(suppliers, { GYSLX: '2', XYDM: '无' }, { partyType: '3' }, ['XYDM id_placeholder repaired']);
  check(suppliers, { GYSLX: 'Z' }, {}, ['GYSLX code_unknown loaded']);
  check(suppliers, { ZCZB: '500.00' }, { registeredCapital: '5000000' });
  const licence = '440301103448669';
  check(suppliers, { YYZZH: licence }, { registrationNumber: licence, licenceNumber: licence });
  check(suppliers, { DZ: '=1+1+拉萨市' }, { address: '=1+1+拉萨市' }, ['DZ formula_text loaded → =1+1+拉萨市']);

  it('carry neither login nor password', () => {
    const mapped = mapOne(suppliers, { GYSID: '1', DLM: 'zhaxi', MM: '123456' });
    expect(JSON.stringify(mapped)).not.toMatch(/123456|zhaxi/);
  });

  it.each([
    ['1', true],
    [' 1 ', true],
    ['0', false],
    [null, false],
  ])('with the flag %s are deleted: %s', (IS_DEL, deleted) => {
    expect(mapOne(suppliers, { GYSID: '1', IS_DEL }).deleted).toBe(deleted);
  });
});
