import { describe, expect, it } from 'vitest';
import { ReadWindows, WINDOW_FORM } from '../../../pipelines/throttle/read-windows.ts';

/** @param time of a day in Beijing. */
const at = (time: string): number => Date.parse(`2026-03-02T${time}:00+08:00`);

describe('hours in which a source may be read', () => {
  it.each([
    ['22:00-06:00', '22:00', true],
    ['22:00-06:00', '23:59', true],
    ['22:00-06:00', '00:00', true],
    ['22:00-06:00', '05:59', true],
    ['22:00-06:00', '06:00', false],
    ['22:00-06:00', '21:59', false],
    ['12:00-13:30', '12:00', true],
    ['12:00-13:30', '13:30', false],
    ['18:00-24:00', '23:59', true],
    ['18:00-24:00', '00:00', false],
    ['08:00-08:00', '03:00', true],
  ])('%s holds %s: %s', (window, time, open) => {
    expect(new ReadWindows([window]).isOpen(at(time))).toBe(open);
  });

  it('are all hours where none are given', () => {
    expect(new ReadWindows([]).isOpen(at('09:00'))).toBe(true);
  });

  it.each([
    ['06:00', '12:00'],
    ['13:30', '22:00'],
    ['21:59', '22:00'],
  ])('seen from %s open next at %s', (time, opening) => {
    expect(new ReadWindows(['22:00-06:00', '12:00-13:30']).nextOpening(at(time))).toBe(opening);
  });

  it.each(['7:00-9:00', '22:00', '25:00-06:00', '22:00-06:60', '24:00-06:00'])('are not written %s', (text) => {
    expect(WINDOW_FORM.test(text)).toBe(false);
  });
});
