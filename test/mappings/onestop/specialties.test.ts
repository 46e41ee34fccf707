import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { recusals, specialties } from '../../../mappings/onestop/experts.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const EXPERT = canonicalId('expert', 'onestop', 'ZJXX', 'ZJ1');

describe('specialties', () => {
  const specialty = (cells: Cells) => {
    const { key, values, issues } = mapOne(specialties, { ZJBH: 'ZJ1', ZYDM: 'A010108', FLBB: '2018', ...cells });
    return { key, values: values[''], issues };
  };

  it('carry expert, edition, name and whether they are the main one', () => {
    expect(specialty({ ZYMC: '水电', SFZZ: '1' })).toEqual({
      key: 'ZJ1|A010108|2018',
      values: { expertId: EXPERT, classification: '2018', code: 'A010108', name: '水电', isMain: true },
      issues: [],
    });
  });

  it('of 2010 keep their edition, and say so', () => {
    expect(specialty({ FLBB: '2010', SFZZ: '0' })).toEqual({
      key: 'ZJ1|A010108|2010',
      values: { expertId: EXPERT, classification: '2010', code: 'A010108', isMain: false },
      issues: ['ZYDM specialty_2010 loaded → A010108'],
    });
  });

  it('of an unknown edition have none: they are neither of 2010 nor of 2018', () => {
    const { values, issues } = specialty({ FLBB: '2023' });
    expect(values).toEqual({ expertId: EXPERT, code: 'A010108' });
    expect(issues).toEqual(['FLBB code_unknown loaded']);
  });

  it('without edition wait: it is part of their key', () => {
    expect(specialty({ FLBB: null })).toMatchObject({ key: 'here:1', issues: ['FLBB key_missing quarantined'] });
  });

  it('know no other flag than 1 and 0', () => {
    expect(specialty({ SFZZ: '7' }).issues).toEqual(['SFZZ code_unknown loaded']);
  });
});

describe('recusals', () => {
  it.each([
    ['某建筑公司', { name: '某建筑公司' }],
    [' 某建筑公司　', { name: '某建筑公司' }],
    ['某建筑公司（曾用名：某工程队）', { name: '某建筑公司', formerName: '某工程队' }],
    // Natural persons trade too.
    ['扎西', { name: '扎西' }],
  ])('name %s', (HBDW, party) => {
    const { key, values, issues } = mapOne(recusals, { ZJBH: 'ZJ1', XH: '2', HBDW, HBYY: '近亲属任职' });
    expect(key).toBe('ZJ1|2');
    expect(values).toEqual({
      '': { expertId: EXPERT, unitName: party.name, reason: '近亲属任职' },
      recusal: { ...party, partyRole: 'recusal_unit' },
    });
    expect(issues).toEqual([]);
  });
});
