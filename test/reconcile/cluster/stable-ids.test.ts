import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignIds } from '../../../reconcile/cluster/stable-ids.ts';

/** `AB C` with `A7 B7`: clusters, and the entities of records before. */
function assign(clusters: string, before: string) {
  const groups = clusters.split(' ').map((letters) => Array.from(letters).map((letter) => letter.charCodeAt(0) - 65));
  const labels = new Int32Array(groups.flat().length);
  for (const group of groups) for (const record of group) labels[record] = Math.min(...group);
  const old = new Int32Array(labels.length);
  for (const word of before.split(' ').filter(Boolean)) old[word.charCodeAt(0) - 65] = Number(word.slice(1));
  const { entities, created, changes } = assignIds(labels, old);
  const told = changes.map(({ event, entity, other, record }) =>
    [event, entity, other, ...(record === null ? [] : [String.fromCharCode(65 + record)])].join(' '),
  );
  return { entities: groups.map(([first = 0]) => entities[first]), created, told };
}

describe('ids', () => {
  it.each<[string, string, string, number[], string[]]>([
    ['are new where there were none', 'AB C', '', [-1, -2], []],
    ['stay', 'AB C', 'A7 B7 C9', [7, 9], []],
    ['stay when a record joins', 'ABC', 'A7 B7', [7], []],
    ['go to the cluster with most of the records', 'A BC', 'A7 B7 C7', [-1, 7], ['split 7 -1']],
    ['go to the first cluster among equals', 'A B', 'A7 B7', [7, -1], ['split 7 -1']],
    ['of the smaller part redirect', 'ABC', 'A7 B9 C9', [9], ['merged 7 9']],
    ['redirect to the older among equals', 'AB', 'A9 B7', [7], ['merged 9 7']],
    ['say which record moved', 'ABD C', 'A7 B7 C9 D9', [7, 9], ['moved 9 7 D']],
    ['redirect to where most of it went', 'ABEF CDG', 'A7 B7 C9 D9 E8 F8 G8', [7, 9], ['merged 8 7', 'moved 8 9 G']],
  ])('%s', (_, clusters, before, entities, told) => {
    expect(assign(clusters, before)).toMatchObject({ entities, told });
  });
});

const RECORDS = 10;
const numbers = (max: number) => fc.array(fc.nat({ max }), { minLength: RECORDS, maxLength: RECORDS });
const labelsOf = (groups: readonly number[]) => Int32Array.from(groups, (group) => groups.indexOf(group));

function findCounterexample<T>(property: fc.IProperty<T>): T | null {
  return fc.check(property, { numRuns: 500 }).counterexample;
}

describe('assigning ids', () => {
  it('gives each cluster one id and no id twice', () => {
    const property = fc.property(numbers(5), numbers(4), (groups, before) => {
      const labels = labelsOf(groups);
      const { entities } = assignIds(labels, Int32Array.from(before));
      const pairs = new Set(labels.entries().map(([record, label]) => `${label} ${entities[record]}`));
      return pairs.size === new Set(labels).size && pairs.size === new Set(entities).size;
    });
    expect(findCounterexample(property)).toBeNull();
  });

  it('changes nothing the second time', () => {
    const property = fc.property(numbers(5), numbers(4), (groups, before) => {
      const labels = labelsOf(groups);
      const first = assignIds(labels, Int32Array.from(before)).entities.map((id) => (id < 0 ? 100 - id : id));
      const second = assignIds(labels, first);
      return second.created === 0 && second.changes.length === 0 && second.entities.join() === first.join();
    });
    expect(findCounterexample(property)).toBeNull();
  });

  it('leaves a redirect or a cluster for every id', () => {
    const property = fc.property(numbers(5), numbers(4), (groups, before) => {
      const { entities, changes } = assignIds(labelsOf(groups), Int32Array.from(before));
      const gone = [...new Set(before)].filter((id) => id !== 0 && !entities.includes(id));
      return gone.every(
        (id) =>
          changes.filter(({ event, entity, other }) => event === 'merged' && entity === id && entities.includes(other))
            .length === 1,
      );
    });
    expect(findCounterexample(property)).toBeNull();
  });
});
