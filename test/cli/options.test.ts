import { describe, expect, it } from 'vitest';
import { readDay, readLimit, readMoment, readWholeNumber } from '../../cli/options.ts';
import { speak } from '../../core/language.ts';

const say = speak('en');

describe('a moment', () => {
  it.each([
    ['2020-11-30', '2020-11-29T16:00:00.000Z'],
    ['2020-11-30T18:00:00+08:00', '2020-11-30T10:00:00.000Z'],
    ['2020-11-30T18:00:00Z', '2020-11-30T18:00:00.000Z'],
    // Without a zone the clock in Beijing counts, whatever zone the machine is in.
    ['2020-11-30T18:00', '2020-11-30T10:00:00.000Z'],
    ['2020-11-30 18:00:05', '2020-11-30T10:00:05.000Z'],
    ['2020-02-29', '2020-02-28T16:00:00.000Z'],
  ])('%s', (text, expected) => expect(readMoment('--at', text, say).toISOString()).toBe(expected));

  it.each(['2020-02-30', '2019-02-29', '2020-13-01', '2020-11-30T25:00', '2020-11-30 tomorrow', '20201130', '', 'now'])(
    'is not %s',
    (text) => expect(() => readMoment('--at', text, say)).toThrow(`--at ${text} is no date`),
  );

  it('is now where none is given', () => {
    expect(Math.abs(readMoment('--at', undefined, say).getTime() - Date.now())).toBeLessThan(60_000);
  });
});

describe('a day', () => {
  it('is a day of the calendar, or not given', () => {
    expect(readDay('--day', '2020-02-29', say)).toBe('2020-02-29');
    expect(readDay('--day', undefined, say)).toBeUndefined();
  });

  it.each(['2020-02-30', '2020-2-3', '2020-11-30T00:00', 'yesterday', ''])('is not %s', (text) =>
    expect(() => readDay('--day', text, say)).toThrow(`--day ${text} is no date`),
  );
});

describe('a number', () => {
  it('is written in digits', () => {
    expect(readLimit('0', say)).toBe(0);
    expect(readLimit('1000', say)).toBe(1000);
    expect(readWholeNumber('--parallel', '12', say)).toBe(12);
  });

  it.each(['', ' ', '-1', '1001', '1e2', '0x10', '1.5', 'all'])('is no limit: %j', (text) =>
    expect(() => readLimit(text, say)).toThrow('is invalid'),
  );

  it.each(['', '0', '-1', '1e2', '0x10', '1.5', '٣'])('is no whole number above 0: %j', (text) =>
    expect(() => readWholeNumber('--memory', text, say)).toThrow('is invalid'),
  );
});
