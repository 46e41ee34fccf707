import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextStore } from '../../pipelines/text-store.ts';

describe('texts kept as bytes', () => {
  it('come back as they were: long and empty ones, and halves of surrogate pairs', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 })), (texts) => {
        const store = new TextStore();
        for (const text of [...texts, 'a\ud800', '']) store.add(text);
        expect([...texts, 'a\ud800', ''].map((_, place) => store.at(place))).toEqual([...texts, 'a\ud800', '']);
      }),
    );
  });

  it('grow beyond the room they were given', () => {
    const store = new TextStore();
    const texts = Array.from({ length: 40 }, (_, place) => `${place}${'拉萨'.repeat(10_000)}`);
    for (const text of texts) store.add(text);
    expect(store.size).toBe(40);
    expect(texts.every((text, place) => store.at(place) === text)).toBe(true);
  });

  it('are forgotten when the store is cleared', () => {
    const store = new TextStore();
    store.add('甲');
    store.clear();
    expect(store.size).toBe(0);
    expect(() => store.at(0)).toThrow(RangeError);
    store.add('乙');
    expect(store.at(0)).toBe('乙');
  });
});
