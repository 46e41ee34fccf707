import { describe, expect, it } from 'vitest';
import { changedFields, COMPARED_FIELDS, versionOf } from '../../../reconcile/judgements/compared.ts';
import { Expert } from '../../../schemas/entities/expert.ts';
import { Party } from '../../../schemas/entities/party.ts';

describe('compared fields', () => {
  it('are fields of the entity', () => {
    expect(COMPARED_FIELDS.expert.filter((field) => !Object.hasOwn(Expert.fields, field))).toEqual([]);
    expect(COMPARED_FIELDS.enterprise.filter((field) => !Object.hasOwn(Party.fields, field))).toEqual([]);
  });

  it.each([
    [{ name: '扎西' }, { name: '扎西' }, []],
    [{ name: '扎西', status: '1' }, { name: '扎西', status: '2' }, []],
    [{ name: '扎西', mobile: null }, { name: '扎西', mobile: '' }, []],
    [{ name: '扎西', mobile: null }, { name: '札西', mobile: '13912345678' }, ['mobile', 'name']],
    [{ name: '扎西', mobile: '13912345678' }, { name: '扎西', mobile: null }, ['mobile']],
  ])('of %j and %j that differ: %j', (judged, now, expected) => {
    expect(changedFields(versionOf('expert', judged), versionOf('expert', now))).toEqual(expected);
  });

  it('leave no value in the version', () => {
    expect(JSON.stringify(versionOf('expert', { idNumber: '540102198001010018' }))).not.toContain('5401');
  });
});
