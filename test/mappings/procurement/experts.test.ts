import { describe, expect, it } from 'vitest';
import { expertClasses, experts } from '../../../mappings/procurement/experts.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

/** Born on 1949-12-31. */
const ID = '11010519491231002X';

function check(cells: Cells, expected: Readonly<Record<string, string | boolean>>, issues: string[] = []): void {
  it(`${Object.values(cells).join(' ')} → ${Object.values(expected).join(' ')}`, () => {
    const mapped = mapOne(experts, { ZJID: '7', ...cells });
    const { baseType, ...values } = mapped.values[''] ?? {};
    expect(baseType).toBe('2');
    expect(values).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
  });
}

describe('experts', () => {
  check(
    { XM: '尼玛　次仁', XB: '2', SFZZ: '1', ZT: '2' },
    {
      name: '尼玛次仁',
      gender: '2',
      employed: true,
      status: 'suspended',
    },
  );
  check({ ZT: '5' }, {}, ['ZT code_unknown loaded']);
  check({ SFZZ: '0' }, { employed: false });
  check({ SFZH: ID, CSRQ: '1949-12-31 00:00:00.000' }, { idNumber: ID, birthDate: '1949-12-31' });
  check({ SFZH: ID, CSRQ: '1950-01-01 00:00:00.000' }, { idNumber: ID, birthDate: '1949-12-31' }, [
    'CSRQ dob_mismatch loaded → 1949-12-31',
  ]);
  // A number that fails its check decides nothing.
  check(
    { SFZH: '110105194912310021', CSRQ: '1950-01-01' },
    { idNumber: '110105194912310021', birthDate: '1950-01-01' },
    ['SFZH id_check_digit loaded → 110105194912310021'],
  );
  check({ SFZH: '11010519491231002x' }, { idNumber: ID }, [`SFZH id_lowercase_x repaired → ${ID}`]);
  check({ SFZH: '111111111111111111' }, {}, ['SFZH id_placeholder repaired']);
  check({ SJ: '13812345678', DH: '0891-6321234' }, { mobile: '13812345678', otherPhone: '0891-6321234' });
  check({ XZQHDM: '542621' }, { divisionCode: '540402' }, ['XZQHDM division_retired repaired → 540402']);
  check({ XZQHDM: '549999' }, {}, ['XZQHDM division_unknown loaded']);
});

describe('the key', () => {
  it('is missing: the record waits under its position', () => {
    const mapped = mapOne(experts, { XM: '次仁' });
    expect(mapped).toEqual({ key: 'here:1', deleted: false, values: {}, issues: ['ZJID key_missing quarantined'] });
    expect(mapOne(experts, { ZJID: ' ', XM: '次仁' })).toEqual(mapped);
  });

  it('of two columns is both, and needs both', () => {
    expect(mapOne(expertClasses, { ZJID: ' 7 ', PMDM: 'A0201' }).key).toBe('7|A0201');
    const mapped = mapOne(expertClasses, { ZJID: '7' });
    expect(mapped.key).toBe('here:1');
    expect(mapped.issues).toEqual(['PMDM key_missing quarantined']);
  });
});

describe('item classes', () => {
  it('belong to the classification of government procurement', () => {
    const { values, issues } = mapOne(expertClasses, { ZJID: '7', PMDM: 'A02010104', PMMC: '台式计算机', SFZP: '1' });
    expect(values['']).toMatchObject({
      classification: 'procurement',
      code: 'A02010104',
      name: '台式计算机',
      isMain: true,
    });
    expect(issues).toEqual([]);
  });
});

describe('what the reader says of a record', () => {
  it('that its bytes are unreadable: nothing is mapped', () => {
    const problems = [{ rule: 'invalid_bytes', column: 'XM', severity: 'blocking' as const }];
    const mapped = mapOne(experts, { ZJID: '7', XM: '次\uFFFD' }, { problems });
    expect(mapped).toEqual({ key: '7', deleted: false, values: {}, issues: ['XM invalid_bytes quarantined'] });
  });

  it('that it is struck through: it is deleted', () => {
    expect(mapOne(experts, { ZJID: '7' }, { deleted: true }).deleted).toBe(true);
  });

  it('by a rule nobody knows: that is a bug', () => {
    const problems = [{ rule: 'odd', severity: 'warning' as const }];
    expect(() => mapOne(experts, { ZJID: '7' }, { problems })).toThrow('odd');
  });
});
