import { describe, expect, it } from 'vitest';
import { Groups } from '../../../reconcile/matters/groups.ts';

describe('groups', () => {
  it('name themselves by their smallest record, in any order of joining', () => {
    const groups = new Groups(5);
    groups.join(4, 3);
    groups.join(1, 2);
    groups.join(3, 2);
    expect([0, 1, 2, 3, 4].map((record) => groups.groupOf(record))).toEqual([0, 1, 1, 1, 1]);
  });

  it('refuse records of two investment projects, also through others', () => {
    const groups = new Groups(4);
    groups.declareCodes(0, ['A']);
    groups.declareCodes(2, ['B']);
    groups.join(0, 1);
    groups.join(2, 3);
    expect(groups.refusalOf(1, 3)).toBe('identifier');
  });

  it('take a record that bears two codes as the bridge it is', () => {
    const groups = new Groups(3);
    groups.declareCodes(0, ['A']);
    groups.declareCodes(1, ['A', 'B']);
    groups.declareCodes(2, ['B']);
    groups.join(0, 1);
    expect(groups.refusalOf(1, 2)).toBeNull();
  });

  it('refuse what is forbidden, whatever lies between', () => {
    const groups = new Groups(4);
    groups.forbid(0, 3);
    groups.join(0, 1);
    groups.join(2, 3);
    expect(groups.refusalOf(1, 2)).toBe('must_not_link');
    expect(groups.refusalOf(0, 1)).toBeNull();
  });
});
