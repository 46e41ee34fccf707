/** The faults of the nights, and the prefectures that pass through them. */
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../scripts/demo-data/forms/random.ts';
import { EVERYWHERE, planFaults } from '../../../scripts/nights/faults.ts';
import { Prefecture } from '../../../scripts/nights/world.ts';

const SYSTEMS = ['lhasa', 'shannan', 'shigatse', 'qamdo', 'nyingchi', 'nagqu'];

describe('the plan', () => {
  it.each([1, 2, 3, 99])('of seed %i has every fault of every prefecture, apart from each other', (seed) => {
    const plan = planFaults(createRandom(seed), 30, SYSTEMS);
    expect(plan).toEqual(planFaults(createRandom(seed), 30, SYSTEMS));
    for (const system of SYSTEMS) {
      const nights = plan.filter((each) => each.system === system).map(({ night }) => night);
      expect(nights.length).toBeGreaterThan(2);
      const distances = nights.slice(1).map((night, index) => night - (nights[index] ?? 0));
      expect(Math.min(...nights)).toBeGreaterThan(5);
      expect(Math.max(...nights)).toBeLessThan(28);
      expect(Math.min(...distances)).toBeGreaterThan(2);
    }
    expect(plan.filter(({ system }) => system === EVERYWHERE)).toHaveLength(3);
  });

  it('is refused where the nights have no room for it', () => {
    expect(() => planFaults(createRandom(1), 12, SYSTEMS)).toThrow(RangeError);
  });
});

describe('a prefecture', () => {
  it('passes the same nights from the same seed, and never changes what is gone', () => {
    const [one, two] = [new Prefecture(createRandom(7)), new Prefecture(createRandom(7))];
    const living = new Set<number>();
    for (let night = 0; night < 40; night += 1) {
      const { changes } = one.next();
      expect(two.next().changes).toEqual(changes);
      for (const { op, serial, fields } of changes) {
        expect(living.has(serial)).toBe(op !== 'insert');
        const parents = op === 'delete' ? [] : [fields['parent'] ?? []].flat().map(Number);
        expect(parents.filter((parent) => !living.has(parent))).toEqual([]);
        if (op === 'delete') living.delete(serial);
        else living.add(serial);
      }
    }
    expect(living.size).toBeGreaterThan(60);
  });

  it('that restores what was deleted by a slip is as it was', () => {
    const prefecture = new Prefecture(createRandom(3));
    prefecture.next();
    const deleted = prefecture.massDelete();
    expect(deleted).toHaveLength(17);
    const restored = prefecture.restore(deleted);
    expect(restored.map(({ serial, fields }) => [serial, fields])).toEqual(
      deleted.map(({ serial, fields }) => [serial, fields]),
    );
  });
});
