import { describe, expect, it } from 'vitest';
import { experts } from '../../../mappings/onestop/experts.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

/** Born on 1949-12-31. */
const ID = '11010519491231002X';

/** @param expected values beside number and pool */
function check(cells: Cells, expected: Readonly<Record<string, string>>, issues: string[] = []): void {
  it(`${Object.values(cells).join(' ')} → ${Object.values(expected).join(' ')}`, () => {
    const mapped = mapOne(experts, { ZJBH: 'ZJ1', ...cells });
    expect(mapped.values).toEqual({ '': { expertNumber: 'ZJ1', baseType: '1', ...expected } });
    expect(mapped.issues).toEqual(issues);
  });
}

describe('experts', () => {
  check(
    { XM: '尼玛　次仁', XB: '女', XL: '大学本科', ZC: '高级工程师', ZCZSBH: '藏123', ZW: '科长' },
    {
      name: '尼玛次仁',
      gender: '2',
      education: '大学本科',
      title: '高级工程师',
      titleCertificate: '藏123',
      duty: '科长',
    },
  );
  check(
    { GZDW: '某设计院（原某勘察院）', DWDH: '0891-6321234', YDDH: '189-1496-1875', TXDZ: '某路1号' },
    { employer: '某设计院', otherPhone: '0891-6321234', mobile: '189-1496-1875', address: '某路1号' },
  );
  check({ RKRQ: '2018-05-05' }, { enteredAt: '2018-05-05 00:00:00' });
  check({ RKRQ: '1900-01-01' }, {}, ['RKRQ date_placeholder repaired']);
  check({ GXSJ: '2019-05-28 18:14:03' }, { modifiedAt: '2019-05-28 18:14:03' });
  check({ XB: '男' }, { gender: '1' });
  check({ XB: 'x' }, {}, ['XB code_unknown loaded']);
  check({ XZQH: '542522' }, { divisionCode: '542522' });
  check({ XZQH: '5401' }, {}, ['XZQH division_unknown loaded']);
  check({ XZQH: '549999' }, {}, ['XZQH division_unknown loaded']);
  check({ XZQH: '542300' }, { divisionCode: '540200' }, ['XZQH division_retired repaired → 540200']);
  check({ YDDH: '1381234567' }, { mobile: '1381234567' }, ['YDDH phone_invalid loaded → 1381234567']);
  check({ XM: '次仁?珍' }, { name: '次仁?珍' }, ['XM gbk_lost loaded → 次仁?珍']);
  check({ TXDZ: '某县\n某路' }, { address: '某县某路' }, ['TXDZ newline_in_text repaired → 某县某路']);
  check({ TXDZ: '=HYPERLINK("x")' }, { address: '=HYPERLINK("x")' }, ['TXDZ formula_text loaded → =HYPERLINK("x")']);
});

describe('what the pool does not need', () => {
  it('never arrives: ethnic group, political affiliation, bank card', () => {
    const mapped = mapOne(experts, { ZJBH: 'ZJ1', MZ: '藏族', ZZMM: '群众', YHKH: '6217000000000000' });
    expect(JSON.stringify(mapped)).not.toMatch(/藏族|群众|6217/);
    expect(mapped.values['']).toEqual({ expertNumber: 'ZJ1', baseType: '1' });
  });
});

describe('the status', () => {
  check({ ZT: '1' }, { status: 'active' });
  check({ ZT: '2' }, { status: 'suspended' });
  check({ ZT: '3' }, { status: 'removed' });
  check({ ZT: '4' }, { status: 'in_review' });
  check({ ZT: 'Z' }, {}, ['ZT code_unknown loaded']);

  it.each([
    ['3', 'U', false],
    ['2', 'I', false],
    ['1', 'D', true],
    [null, 'D', true],
  ])('%s with the flag %s: deleted is %s', (ZT, CZBZ, deleted) => {
    expect(mapOne(experts, { ZJBH: 'ZJ1', ZT, CZBZ }).deleted).toBe(deleted);
  });
});

describe('the ID number', () => {
  check({ ZJLX: '01', ZJHM: ID }, { documentType: '01', idNumber: ID });
  check({ ZJHM: '110105491231002' }, { idNumber: ID }, [`ZJHM id_15 repaired → ${ID}`]);
  check({ ZJHM: '11010519491231002x' }, { idNumber: ID }, [`ZJHM id_lowercase_x repaired → ${ID}`]);
  check({ ZJHM: '１1010519491231002X' }, { idNumber: ID }, [`ZJHM id_fullwidth repaired → ${ID}`]);
  check({ ZJHM: '110105194912310021' }, { idNumber: '110105194912310021' }, [
    'ZJHM id_check_digit loaded → 110105194912310021',
  ]);
  check({ ZJHM: '123456789012345678' }, {}, ['ZJHM id_placeholder repaired']);
  check({ ZJHM: '1.10105E+17' }, {}, ['ZJHM code_rounded loaded']);
  check({ ZJLX: 'x9', ZJHM: ID }, { idNumber: ID }, ['ZJLX code_unknown loaded']);
  check({ ZJLX: '02', ZJHM: '藏字第0012345号' }, { documentType: '02', documentNumber: '藏字第0012345号' });
});

describe('the birth date', () => {
  check({ ZJHM: ID, CSRQ: '1949-12-31' }, { idNumber: ID, birthDate: '1949-12-31' });
  check({ ZJHM: ID, CSRQ: '1950-01-01' }, { idNumber: ID, birthDate: '1949-12-31' }, [
    'CSRQ dob_mismatch loaded → 1949-12-31',
  ]);
  // Repaired numbers decide; wrong and missing ones do not, nor does an officer's document.
  check({ ZJHM: '110105491231002', CSRQ: '1950-01-01' }, { idNumber: ID, birthDate: '1949-12-31' }, [
    `ZJHM id_15 repaired → ${ID}`,
    'CSRQ dob_mismatch loaded → 1949-12-31',
  ]);
  check(
    { ZJHM: '110105194912310021', CSRQ: '1950-01-01' },
    { idNumber: '110105194912310021', birthDate: '1950-01-01' },
    ['ZJHM id_check_digit loaded → 110105194912310021'],
  );
  check({ CSRQ: '1950-01-01' }, { birthDate: '1950-01-01' });
  check(
    { ZJLX: '02', ZJHM: '藏字第1号', CSRQ: '1950-01-01' },
    { documentType: '02', documentNumber: '藏字第1号', birthDate: '1950-01-01' },
  );
  check({ ZJHM: ID, CSRQ: '1949-02-30' }, { idNumber: ID }, ['CSRQ date_impossible loaded']);
});

describe('working since', () => {
  check({ CJGZSJ: '1998' }, { workingSince: '1998' });
  check({ CJGZSJ: '1998-07' }, { workingSince: '1998-07' });
  check({ CJGZSJ: '1998-13' }, {}, ['CJGZSJ date_impossible loaded']);
});
