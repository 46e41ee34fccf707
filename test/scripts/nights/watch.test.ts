/** What counts as told: the very words on the very night, and nothing on a quiet one. */
import { describe, expect, it } from 'vitest';
import type { PlannedFault } from '../../../scripts/nights/faults.ts';
import { judgeNights, type Said } from '../../../scripts/nights/watch.ts';

describe('judgement', () => {
  const said = (night: number, status: string, ...guards: string[]): Said => {
    const verdicts = guards.map((line) => {
      const [guard = '', level = ''] = line.split(' ');
      return { guard, level, message: { zh: '' } };
    });
    return { night, systems: [{ system: 'shigatse', status, message: null, verdicts }] };
  };
  const fault = (night: number, name: PlannedFault['fault']): PlannedFault => ({
    night,
    system: 'shigatse',
    fault: name,
  });

  it('asks for the very words on the very night', () => {
    const plan = [fault(2, 'absent'), fault(6, 'corrupt')];
    expect(judgeNights(plan, [said(2, 'warned', 'freshness warn'), said(6, 'failed')])).toEqual({
      missed: [],
      invented: [],
      caught: 2,
    });
    expect(judgeNights(plan, [said(2, 'failed'), said(7, 'failed')])).toEqual({
      missed: ['night 2 shigatse: absent', 'night 6 shigatse: corrupt'],
      invented: ['night 2 shigatse: failed', 'night 7 shigatse: failed'],
      caught: 0,
    });
  });

  it('lets a missing day be told of for a week, and nothing be told of a quiet night', () => {
    const nights = [2, 9, 11].map((night) => said(night, 'warned', 'freshness warn'));
    expect(judgeNights([fault(2, 'absent')], nights).invented).toEqual(['night 11 shigatse: freshness warn']);
    expect(judgeNights([], [said(1, 'green')]).invented).toEqual([]);
  });
});
