import { describe, expect, it } from 'vitest';
import { planMentions, type Mention } from '../../../reconcile/mentions/plan.ts';
import type { Candidate } from '../../../reconcile/mentions/resolve.ts';

const mention = (says: Partial<Mention>): Mention => ({
  code: null,
  name: null,
  nameKind: 'full',
  candidates: [],
  ownBefore: 0,
  ...says,
});
const bears = (entity: number, more: Partial<Candidate> = {}): Candidate => ({
  entity,
  code: false,
  name: true,
  reference: false,
  contradicts: false,
  ...more,
});
const plan = (...mentions: Mention[]) => {
  const { entities, bases, created, changes } = planMentions(mentions);
  return { entities: [...entities], bases, created, changes };
};

describe('mentions that no record answers to', () => {
  it('are one where they share a valid code, whatever their name', () => {
    const found = plan(
      mention({ code: 'o 1', name: 'A' }),
      mention({ code: 'o 1', name: 'B' }),
      mention({ code: 'o 2', name: 'A' }),
    );
    expect(found.entities).toEqual([-1, -1, -2]);
    expect(found.created).toBe(2);
  });

  it('are one where they share a full name, and follow a code that one body of the name shows', () => {
    const found = plan(mention({ name: 'A' }), mention({ code: 'o 1', name: 'A' }), mention({ name: 'B' }));
    expect(found.entities).toEqual([-1, -1, -2]);
    expect(found.bases).toEqual(['own_name', 'own_code', 'own_name']);
  });

  it('are left open where two codes show one name, and where the name is not full', () => {
    const found = plan(
      mention({ code: 'o 1', name: 'A' }),
      mention({ code: 'o 2', name: 'A' }),
      mention({ name: 'A' }),
      mention({ name: 'C', nameKind: 'partial' }),
      mention({ nameKind: 'none' }),
    );
    expect(found.entities.slice(2)).toEqual([0, 0, 0]);
    expect(found.bases.slice(2)).toEqual(['open_several', 'open_unknown', 'open_unknown']);
  });

  it('are a body of their own where the one of their name holds another code', () => {
    const found = plan(mention({ code: 'o 2', name: 'A', candidates: [bears(7, { contradicts: true })] }));
    expect([found.entities, found.bases]).toEqual([[-1], ['own_code']]);
  });

  it('are not one more body where their register entry holds another code', () => {
    const candidates = [bears(7, { name: false, reference: true, contradicts: true })];
    expect(plan(mention({ code: 'o 2', name: 'A', candidates })).bases).toEqual(['open_contradiction']);
  });
});

describe('a name that a code has shown', () => {
  const renamed = mention({ code: 'o 1', name: 'new', candidates: [bears(5, { code: true, name: false })] });

  it('is followed by mentions of the name alone', () => {
    expect(plan(mention({ name: 'new' }), renamed).entities).toEqual([5, 5]);
  });

  it('is borne by two where a record of another enterprise bears it', () => {
    const found = plan(mention({ name: 'new', candidates: [bears(6)] }), renamed);
    expect([found.entities, found.bases[0]]).toEqual([[0, 5], 'open_several']);
  });
});

describe('ids of bodies that are only mentioned', () => {
  it('stay', () => {
    const found = plan(mention({ code: 'o 1', ownBefore: 40 }), mention({ code: 'o 1', name: 'A' }));
    expect(found).toMatchObject({ entities: [40, 40], created: 0, changes: [] });
  });

  it('redirect to the enterprise that turns out to be meant', () => {
    const found = plan(mention({ code: 'o 1', ownBefore: 40, candidates: [bears(5, { code: true })] }));
    expect(found.changes).toEqual([{ event: 'merged', entity: 40, other: 5, record: null }]);
  });

  it('redirect to one another, and part', () => {
    const merged = plan(mention({ name: 'A', ownBefore: 40 }), mention({ name: 'A', ownBefore: 41 }));
    expect(merged).toMatchObject({ entities: [40, 40], changes: [{ event: 'merged', entity: 41, other: 40 }] });
    const split = plan(mention({ name: 'A', ownBefore: 40 }), mention({ name: 'B', ownBefore: 40 }));
    expect(split).toMatchObject({ entities: [40, -1], changes: [{ event: 'split', entity: 40, other: -1 }] });
  });
});
