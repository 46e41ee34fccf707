import { describe, expect, it } from 'vitest';
import { resolveMention, type Candidate } from '../../../reconcile/mentions/resolve.ts';

const candidate = (entity: number, says: Partial<Candidate>): Candidate => ({
  entity,
  code: false,
  name: false,
  reference: false,
  contradicts: false,
  ...says,
});

describe('a mention', () => {
  it.each([
    ['is the enterprise with its code', [candidate(1, { code: true })], { entity: 1, basis: 'code' }],
    ['is it under another name too', [candidate(1, { code: true, name: false })], { entity: 1, basis: 'code' }],
    [
      'is left open where its name is that of another one',
      [candidate(1, { code: true }), candidate(2, { name: true })],
      { entity: null, basis: 'open_contradiction' },
    ],
    [
      'is the one with its code among several of its name',
      [candidate(1, { code: true, name: true }), candidate(2, { name: true, contradicts: true })],
      { entity: 1, basis: 'code' },
    ],
    [
      'is left open where two enterprises hold its code',
      [candidate(1, { code: true }), candidate(2, { code: true })],
      { entity: null, basis: 'open_several' },
    ],
    [
      'is what its own register says, among namesakes',
      [candidate(1, { name: true }), candidate(2, { name: true, reference: true })],
      { entity: 2, basis: 'reference' },
    ],
    [
      'is not what its register says where the codes differ',
      [candidate(2, { reference: true, contradicts: true })],
      { entity: null, basis: 'open_contradiction' },
    ],
    ['is the only one that bears its name', [candidate(3, { name: true })], { entity: 3, basis: 'name' }],
    [
      'is not the only one of its name where the codes differ',
      [candidate(3, { name: true, contradicts: true })],
      { entity: null, basis: 'open_contradiction' },
    ],
    [
      'is left open where two bear its name',
      [candidate(3, { name: true }), candidate(4, { name: true })],
      { entity: null, basis: 'open_several' },
    ],
    ['is left open where nobody answers', [], { entity: null, basis: 'open_unknown' }],
  ] as const)('%s', (_, candidates, expected) => {
    expect(resolveMention('full', candidates)).toEqual(expected);
  });

  it('of a name that says too little is nobody', () => {
    expect(resolveMention('none', [candidate(3, { name: true })])).toEqual({ entity: null, basis: 'open_unknown' });
  });
});
