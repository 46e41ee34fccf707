/** Guards are judged by what they are for: they speak up for what is out of the ordinary, and for nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  judgeCursor,
  judgeDayFeed,
  judgeQuiet,
  missingDays,
} from '../../../pipelines/guards/freshness.ts';
import { judgeQuarantine } from '../../../pipelines/guards/quarantine-share.ts';
import { levelOf, median } from '../../../pipelines/guards/verdict.ts';
import { expectedRows, judgeVolume } from '../../../pipelines/guards/volume.ts';

const GRAVITY = { none: 0, warn: 1, stop: 2 } as const;
const gravity = (verdict: { level: 'warn' | 'stop' } | null): number => GRAVITY[verdict?.level ?? 'none'];

describe('volume', () => {
  const past = fc.array(fc.integer({ min: 100, max: 120 }), { minLength: 5, maxLength: 30 });

  it('of a stream that stays within what it was is nobody’s concern', () => {
    fc.assert(
      fc.property(past, fc.nat(), (records, index) => {
        const rows = records[index % records.length] ?? 0;
        expect(judgeVolume({ stream: 's', rows, past: records, sort: 'state' })).toBeNull();
      }),
    );
  });

  it('judged against history is never milder for a delivery that holds less', () => {
    fc.assert(
      fc.property(past, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (records, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const judge = (rows: number) => gravity(judgeVolume({ stream: 's', rows, past: records, sort: 'state' }));
        expect(judge(less)).toBeGreaterThanOrEqual(judge(more));
      }),
    );
  });

  it('stops an empty state and a fivefold one, warns of half', () => {
    const level = (rows: number) =>
      judgeVolume({ stream: 's', rows, past: [100, 101, 99, 100, 100], sort: 'state' })?.level;
    expect([0, 19, 50, 75, 100, 180, 203, 510].map(level)).toEqual([
      'stop',
      'stop',
      'warn',
      undefined,
      undefined,
      undefined,
      'warn',
      'stop',
    ]);
  });

  it('of a register that shrank or grew for good is measured against what was accepted last', () => {
    const judge = (rows: number, before: number[]) =>
      judgeVolume({ stream: 's', rows, past: before, sort: 'state' })?.level;
    expect(judge(40, [40, 100, 100, 100, 100])).toBeUndefined();
    expect(judge(400, [390, 100, 100, 100, 100])).toBeUndefined();
    expect(judge(40, [100, 100, 100, 100, 40])).toBe('warn');
  });

  it('learns nothing from few or small deliveries', () => {
    expect(judgeVolume({ stream: 's', rows: 0, past: [100, 100, 100, 100], sort: 'state' })).toBeNull();
    expect(judgeVolume({ stream: 's', rows: 0, past: [3, 4, 3, 5, 4], sort: 'state' })).toBeNull();
    expect(expectedRows([])).toBeNull();
    expect(expectedRows([3, 9, 4])).toBe(4);
  });

  it('declared counts before learned, in both directions', () => {
    const levels = { warn: 0.1, stop: 0.5 };
    const judge = (rows: number) => judgeVolume({ stream: 's', rows, past: [100], sort: 'state', levels });
    expect([100, 91, 90, 110, 50, 150].map((rows) => judge(rows)?.level)).toEqual([
      undefined,
      undefined,
      'warn',
      'warn',
      'stop',
      'stop',
    ]);
    expect(judge(50)).toMatchObject({ measured: '50', expected: '100', learned: false });
  });

  it('of changes may be nothing at all; a flood is told', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 5 }), fc.nat(199), (changes, rows) => {
        expect(judgeVolume({ stream: 's', rows, past: changes, sort: 'changes' })).toBeNull();
      }),
    );
    const judge = (rows: number) => judgeVolume({ stream: 's', rows, past: [0, 3, 40, 12, 7], sort: 'changes' })?.level;
    expect([199, 200, 799, 800].map(judge)).toEqual([undefined, 'warn', 'warn', 'stop']);
  });
});

describe('the share of quarantined records', () => {
  const judge = (quarantined: number, read: number, past: number[] = [], levels?: { warn: number; stop: number }) =>
    judgeQuarantine({ stream: 's', read, quarantined, past, levels })?.level;

  it('warns and stops by share and number', () => {
    expect(judge(0, 100)).toBeUndefined();
    expect(judge(4, 10)).toBeUndefined();
    expect(judge(5, 100)).toBe('warn');
    expect(judge(10, 20)).toBe('warn');
    expect(judge(20, 100)).toBe('stop');
  });

  it('is measured against what a stream was always like, unless somebody declared it', () => {
    expect(judge(30, 100, [0.3])).toBeUndefined();
    expect(judge(60, 100, [0.3])).toBe('stop');
    expect(judge(1, 100, [0.3], { warn: 0.01, stop: 0.5 })).toBe('warn');
  });

  it('never gets milder with more of them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (read, past) => {
          const levels = Array.from({ length: read + 1 }, (_, quarantined) =>
            gravity(judgeQuarantine({ stream: 's', read, quarantined, past })),
          );
          expect(levels).toEqual(levels.toSorted((one, other) => one - other));
        },
      ),
    );
  });
});

describe('a feed of days', () => {
  const feed = (night: string, newest: string | null, pastLags: number[] = [1, 1, 1], missing: string[] = []) =>
    judgeDayFeed({ newest, night, pastLags, missing }).map(({ level, measured }) => `${level} ${measured}`);

  it('is fresh, overdue, absent', () => {
    expect(feed('2020-12-02', '2020-12-01')).toEqual([]);
    expect(feed('2020-12-03', '2020-12-01')).toEqual(['warn 2020-12-01']);
    expect(feed('2020-12-05', '2020-12-01')).toEqual(['stop 2020-12-01']);
    expect(feed('2020-12-05', null)).toEqual([]);
  });

  it('that always comes two days later is not late', () => {
    expect(feed('2020-12-03', '2020-12-01', [2, 2, 2])).toEqual([]);
  });

  it('tells every day that is missing, once', () => {
    expect(missingDays(['2020-12-04', '2020-12-01', '2020-12-03'])).toEqual(['2020-12-02']);
    expect(missingDays([])).toEqual([]);
    expect(feed('2020-12-05', '2020-12-04', [1], ['2020-12-02'])).toEqual(['warn 2020-12-02']);
  });

  it('has as many missing days as its span has more than there are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1 }), (numbers) => {
        const days = numbers.map((number) => new Date(Date.UTC(2020, 11, 1 + number)).toISOString().slice(0, 10));
        const [first = '', last = ''] = [days.toSorted()[0], days.toSorted().at(-1)];
        expect(missingDays(days)).toHaveLength(daysBetween(first, last) + 1 - days.length);
      }),
    );
  });
});

describe('a standing source', () => {
  it('may be quiet as long as it ever was, and a little longer', () => {
    const judge = (quietNights: number, pastQuiet: number[]) => judgeQuiet({ quietNights, pastQuiet })?.level;
    expect(judge(100, [1, 1])).toBeUndefined();
    expect([3, 4, 15].map((nights) => judge(nights, [1, 1, 1, 2, 1]))).toEqual([undefined, 'warn', 'stop']);
    expect(judge(9, [1, 5, 1, 1, 1])).toBeUndefined();
    expect(judgeQuiet({ quietNights: 2, pastQuiet: [], levels: { warn: 2, stop: 3 } })).toMatchObject({
      level: 'warn',
    });
  });
});

describe('a cursor', () => {
  it('that steps back is told, numbers by value and times by text', () => {
    const judge = (before: string | null, now: string) => judgeCursor({ stream: 's', before, now })?.level;
    expect(judge('99', '100')).toBeUndefined();
    expect(judge('100', '99')).toBe('warn');
    expect(judge('9007199254740993', '9007199254740992')).toBe('warn');
    expect(judge('2020-12-01 10:00:00', '2020-12-01 09:59:59')).toBe('warn');
    expect(judge('2020-12-01 10:00:00', '2020-12-01 10:00:00')).toBeUndefined();
    expect([judge(null, '1'), judge('1', '')]).toEqual([undefined, 'warn']);
  });
});

it('a median lies between the least and the most, and levels are what they say', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
      expect(median(values)).toBeGreaterThanOrEqual(Math.min(...values));
      expect(median(values)).toBeLessThanOrEqual(Math.max(...values));
    }),
  );
  expect([0, 1, 2, 3].map((value) => levelOf(value, { warn: 1, stop: 3 }))).toEqual([null, 'warn', 'warn', 'stop']);
});
