/** Hours of the day in which a source may be read, Beijing time. */
import { beijingTime } from '../../schemas/values/beijing.ts';

/** Minutes of the day; `to` is not in. One that ends before it begins goes past midnight. */
interface ReadWindow {
  readonly from: number;
  readonly to: number;
}

/** `22:00-06:00`. The end of a day may be written 24:00. */
export const WINDOW_FORM = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function parseWindow(text: string): ReadWindow {
  const [from = '', to = ''] = text.split('-');
  return { from: minutesOf(from), to: minutesOf(to) };
}

/** One that ends where it begins is the whole day. */
function holds({ from, to }: ReadWindow, minute: number): boolean {
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

export class ReadWindows {
  private readonly windows: readonly ReadWindow[];

  /** @param texts of `WINDOW_FORM`; none: open all day. */
  constructor(texts: readonly string[]) {
    this.windows = texts.map(parseWindow);
  }

  isOpen(now: number): boolean {
    const minute = minutesOf(beijingTime(new Date(now)).slice(11, 16));
    return this.windows.length === 0 || this.windows.some((window) => holds(window, minute));
  }

  /** `22:00`: where the next window begins, seen from a moment in none. */
  nextOpening(now: number): string {
    const minute = minutesOf(beijingTime(new Date(now)).slice(11, 16));
    const waits = this.windows.map(({ from }) => (from - minute + 24 * 60) % (24 * 60));
    const opening = (minute + Math.min(...waits)) % (24 * 60);
    return [Math.floor(opening / 60), opening % 60].map((part) => String(part).padStart(2, '0')).join(':');
  }
}
