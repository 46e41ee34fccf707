import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDifference, type Segment } from '../../../reports/review/difference.ts';

/** Differing characters in brackets. */
const show = (segments: readonly Segment[]): string =>
  segments.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');

describe('a difference', () => {
  it.each([
    ['次仁顿珠', '泽仁顿珠', '[次]仁顿珠', '[泽]仁顿珠'],
    ['西藏天路', '西藏天路股份', '西藏天路', '西藏天路[股份]'],
    ['同一', '同一', '同一', '同一'],
    ['𠮷田', '吉田', '[𠮷]田', '[吉]田'],
    ['', '有', '', '[有]'],
  ])('of %s and %s', (left, right, leftShown, rightShown) => {
    const difference = findDifference(left, right, null);
    expect(show(difference.left)).toBe(leftShown);
    expect(show(difference.right)).toBe(rightShown);
  });

  it('of an absent value is none', () => {
    const { left, right } = findDifference(null, '旦增', null);
    expect([show(left), show(right)]).toEqual(['', '旦增']);
  });

  it('shows the place of a wrong digit behind the mask', () => {
    const { left, right } = findDifference('540102198001011234', '540102198101011234', 'id_number');
    expect(show(left)).toBe('540102***[*]****1234');
    expect(show(right)).toBe('540102***[*]****1234');
  });

  it('marks a masked value whole where the mask does not keep its places', () => {
    const { left, right } = findDifference('次仁顿', '次仁多吉扎西', 'name');
    expect([show(left), show(right)]).toEqual(['[次仁**]', '[次仁**]']);
  });

  it('marks long values whole', () => {
    const long = '藏'.repeat(500);
    expect(show(findDifference(long, `${long}文`, null).left)).toBe(`[${long}]`);
    expect(show(findDifference(long, long, null).left)).toBe(long);
  });

  it('loses no character', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const difference = findDifference(left, right, null);
        expect(difference.left.map(({ text: part }) => part).join('')).toBe(left);
        expect(difference.right.map(({ text: part }) => part).join('')).toBe(right);
        const kept = (segments: readonly Segment[]) =>
          segments
            .filter(({ differs }) => !differs)
            .map(({ text: part }) => part)
            .join('');
        expect(kept(difference.left)).toBe(kept(difference.right));
      }),
    );
  });
});
