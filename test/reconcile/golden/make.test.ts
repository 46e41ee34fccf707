import { describe, expect, it } from 'vitest';
import { ENTERPRISE_SURVIVORSHIP } from '../../../reconcile/golden/enterprises.ts';
import { EXPERT_SURVIVORSHIP } from '../../../reconcile/golden/experts.ts';
import { makeGolden } from '../../../reconcile/golden/make.ts';
import type { MemberRecord, Pin } from '../../../reconcile/golden/survivorship.ts';
import { Expert } from '../../../schemas/entities/expert.ts';
import { Party } from '../../../schemas/entities/party.ts';
import { upgradeIdNumber } from '../../../schemas/identifiers/id-number.ts';

type Given = Partial<Omit<MemberRecord, 'values' | 'recordNo'>> & Record<string, string | boolean | null | undefined>;

function record(recordNo: number, { system = 'transport', deleted = false, modifiedAt = null, ...values }: Given) {
  return { recordNo, system, deleted, modifiedAt, values: values as Record<string, string | null> };
}

function golden(kind: 'expert' | 'enterprise', given: readonly Given[], pins: readonly Pin[] = []) {
  const fields = [...new Set(given.flatMap((one) => Object.keys(one)))].filter(
    (field) => !['system', 'deleted', 'modifiedAt'].includes(field),
  );
  return makeGolden({ kind, fields, records: given.map((one, at) => record(at + 1, one)), pins, changes: [] });
}

/** Born 1980-01-01. */
const VALID = upgradeIdNumber('540102800101001') ?? '';

describe('the rules', () => {
  it('name fields that are there', () => {
    expect(Object.keys(EXPERT_SURVIVORSHIP.fields).filter((field) => !Object.hasOwn(Expert.fields, field))).toEqual([]);
    expect(Object.keys(ENTERPRISE_SURVIVORSHIP.fields).filter((field) => !Object.hasOwn(Party.fields, field))).toEqual(
      [],
    );
  });
});

describe('a golden value', () => {
  it.each<[string, 'expert' | 'enterprise', string, readonly Given[], string | null, number, string]>([
    ['is the only one there is', 'expert', 'duty', [{ duty: null }, { duty: '科长' }], '科长', 2, 'only'],
    ['is what all agree on', 'expert', 'title', [{ title: '工程师' }, { title: '工程师' }], '工程师', 1, 'agreed'],
    [
      'comes from the register',
      'expert',
      'name',
      [{ name: '次仁' }, { name: '才仁', system: 'onestop' }],
      '才仁',
      2,
      'trust',
    ],
    ['is not damaged', 'expert', 'name', [{ name: '次?', system: 'onestop' }, { name: '次仁' }], '次仁', 2, 'unlike'],
    [
      'passes its check digit',
      'expert',
      'idNumber',
      [{ idNumber: '540102198001010010', system: 'onestop' }, { idNumber: VALID }],
      VALID,
      2,
      'valid',
    ],
    [
      'is the newest where it changes',
      'expert',
      'mobile',
      [
        { mobile: '13900000001', modifiedAt: '2019-01-01 00:00:00', system: 'onestop' },
        { mobile: '13900000002', modifiedAt: '2020-01-01 00:00:00' },
      ],
      '13900000002',
      2,
      'recent',
    ],
    [
      'is of a live record',
      'expert',
      'employer',
      [{ employer: '甲', deleted: true, modifiedAt: '2020-01-01 00:00:00' }, { employer: '乙' }],
      '乙',
      2,
      'live',
    ],
    [
      'says more',
      'enterprise',
      'address',
      [{ address: '拉萨市', system: 'egov' }, { address: '拉萨市北京中路39号' }],
      '拉萨市北京中路39号',
      2,
      'complete',
    ],
    ['is of the first record among equals', 'expert', 'duty', [{ duty: '科长' }, { duty: '处长' }], '科长', 1, 'first'],
  ])('%s', (_, kind, field, records, value, from, rule) => {
    const made = golden(kind, records);
    expect([made.values[field], made.origins[field]]).toEqual([value, { record: from, rule }]);
  });

  it('is nothing where no record says anything', () => {
    const made = golden('expert', [{ duty: null }, { duty: '' }]);
    expect([made.values, made.origins]).toEqual([{ duty: null }, {}]);
  });

  it('is what a steward has pinned: the value of a record, or one of the steward', () => {
    const records = [{ name: '甲', system: 'onestop', duty: '科长' }, { name: '乙' }];
    const made = golden('expert', records, [
      { id: '8', recordNo: 2, field: 'name', value: null },
      { id: '9', recordNo: 2, field: 'duty', value: '处长' },
    ]);
    expect(made.values).toMatchObject({ name: '乙', duty: '处长' });
    expect(made.origins).toEqual({
      name: { record: 2, pin: '8', rule: 'pinned' },
      duty: { record: null, pin: '9', rule: 'pinned' },
    });
  });

  it('is the birth date inside the ID number, where a record says it', () => {
    const register = { system: 'onestop', birthDate: '1980-10-01', idNumber: VALID };
    const made = golden('expert', [register, { birthDate: '1980-01-01' }]);
    expect(made.values['birthDate']).toBe('1980-01-01');
    expect(made.origins['birthDate']).toEqual({ record: 2, rule: 'id_number' });
    expect(golden('expert', [register]).values['birthDate']).toBe('1980-10-01');
  });

  it('never is a value that no record has', () => {
    const records = [
      { name: '甲', address: '拉萨', mobile: '1' },
      { name: '乙', address: null, mobile: '2', system: 'onestop' },
    ];
    const made = golden('expert', records);
    for (const [field, origin] of Object.entries(made.origins)) {
      expect(made.values[field]).toBe(records.map((one) => one as Given)[(origin.record ?? 0) - 1]?.[field]);
    }
  });
});

describe('names', () => {
  it('are all kept, the one in use first', () => {
    const records = [
      record(1, { name: '甲公司', formerName: '乙公司；丙公司', modifiedAt: '2019-01-01 00:00:00' }),
      record(2, { name: '丁公司', modifiedAt: '2020-01-01 00:00:00' }),
    ];
    const changes = [{ recordNo: 2, nameBefore: '甲公司', changedAt: '2019-06-01 00:00:00' }];
    const made = makeGolden({ kind: 'enterprise', fields: ['name', 'formerName'], records, pins: [], changes });
    expect(made.names.map(({ name, isCurrent, changedAt }) => [name, isCurrent, changedAt])).toEqual([
      ['丁公司', true, null],
      ['丙公司', false, null],
      ['乙公司', false, null],
      ['甲公司', false, '2019-06-01 00:00:00'],
    ]);
  });
});
