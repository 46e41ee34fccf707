import { describe, expect, it } from 'vitest';
import { runScene, type Scene } from './build.ts';

describe('clusters', () => {
  it.each<[string, Scene, string, string[]]>([
    ['join what is in the merge band', { pairs: 'A-B:12 B-C:9 C-D:10' }, 'AB CD', ['joined', 'review', 'joined']],
    ['join through others', { pairs: 'A-B:12 B-C:12 A-C:3' }, 'ABC', ['joined', 'joined', 'joined']],
    ['never join two identifiers', { pairs: 'A-B:15 B-C:20', identifiers: 'A1 C2' }, 'A BC', ['identifier', 'joined']],
    ['never join a pair in conflict', { pairs: 'A!B:30' }, 'A B', ['identifier']],
    [
      'leave a record that fits two equally well to a steward',
      { pairs: 'A-B:15 B-C:14', identifiers: 'A1 C2' },
      'A B C',
      ['contested', 'contested'],
    ],
    [
      'join a record that fits two with the same identifier',
      { pairs: 'A-B:15 B-C:14', identifiers: 'A1 C1' },
      'ABC',
      ['joined', 'joined'],
    ],
    [
      'hold each stream once where it says so',
      { pairs: 'A-B:15 B-C:20', once: 'A1 B2 C1' },
      'A BC',
      ['same_system', 'joined'],
    ],
    ['hold a stream twice where it does not', { pairs: 'A-B:15 B-C:20' }, 'ABC', ['joined', 'joined']],
  ])('%s', (_, scene, clusters, statuses) => {
    expect(runScene(scene)).toMatchObject({ clusters, statuses });
  });
});

describe('a weak bridge', () => {
  const TWO = 'A-B:20 C-D:20';
  it.each([
    ['is cut', `${TWO} B-C:11`, 'AB CD', 'weak_bridge'],
    ['holds where it is strong', `${TWO} B-C:14`, 'ABCD', 'joined'],
    ['holds where another pair speaks for it', `${TWO} B-C:11 A-D:1`, 'ABCD', 'joined'],
    ['holds where it ties one record only', 'A-B:20 A-D:20 B-C:11', 'ABCD', 'joined'],
  ])('%s', (_, pairs, clusters, status) => {
    const result = runScene({ pairs });
    expect([result.clusters, result.statuses[2]]).toEqual([clusters, status]);
  });

  it('is not looked for in a judgement', () => {
    expect(runScene({ pairs: TWO, judged: 'B=C' }).clusters).toBe('ABCD');
  });
});

describe('judgements', () => {
  it.each<[string, Scene, string]>([
    ['same joins what nobody scored', { pairs: 'A-B:12', judged: 'B=C' }, 'ABC'],
    ['different keeps apart what scores high', { pairs: 'A-B:40', judged: 'A#B' }, 'A B'],
    ['different holds through a third', { pairs: 'A-B:15 B-C:14 A-C:13', judged: 'A#C' }, 'AB C'],
    ['A = B and B ≠ C keep A from C', { pairs: 'A-C:30', judged: 'A=B B#C' }, 'AB C'],
    ['different counts for all that is joined by judgement', { pairs: 'A-D:30', judged: 'A=B C=D B#C' }, 'AB CD'],
    ['same joins two identifiers', { pairs: 'A-C:15 B-D:15', identifiers: 'A1 B2', judged: 'A=B' }, 'ABCD'],
    ['same lets no third identifier in', { pairs: 'A-C:15', identifiers: 'A1 B2 C3', judged: 'A=B' }, 'AB C'],
  ])('%s', (_, scene, clusters) => {
    expect(runScene(scene).clusters).toBe(clusters);
  });

  it('that contradict each other join nothing and are told', () => {
    const result = runScene({ pairs: 'A-B:3 D-E:12', judged: 'A=B B=C A#C E=F' });
    expect(result.clusters).toBe('A B C DEF');
    expect(result.contradictory).toEqual([['1', '2', '3']]);
  });
});
