/** Option values, judged with a message that lists what is valid. */
import { isDay } from '../core/calendar.ts';
import { ConfigurationError } from '../core/errors.ts';
import type { Say } from '../core/language.ts';

/** Without it `0x10`, `1e3` and nothing at all would be numbers. */
const DIGITS = /^\d{1,9}$/;

/** Empty means not given. */
export function requireOneOf(option: string, value: string, valid: readonly string[], say: Say): void {
  if (value === '' || valid.includes(value)) return;
  throw new ConfigurationError(say(`${option} ${value} 不存在`, `${option} ${value} does not exist`), {
    next: say(`可用：${valid.join('、')}。`, `Valid: ${valid.join(', ')}.`),
  });
}

export function readLimit(text: string, say: Say): number {
  const limit = Number(text);
  if (DIGITS.test(text) && limit <= 1000) return limit;
  throw new ConfigurationError(say(`--limit ${text} 无效`, `--limit ${text} is invalid`), {
    next: say('应为 0 至 1000 的整数。', 'A whole number from 0 to 1000.'),
  });
}

/** @throws ConfigurationError for what is no whole number above 0. */
export function readWholeNumber(option: string, text: string, say: Say): number {
  const number = Number(text);
  if (DIGITS.test(text) && number > 0) return number;
  throw new ConfigurationError(say(`${option} ${text} 无效`, `${option} ${text} is invalid`), {
    next: say('应为大于 0 的整数。', 'A whole number above 0.'),
  });
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?)?$/;

/** A day means its beginning, a time without a zone that of the clock in Beijing. @returns now where nothing is given. */
export function readMoment(option: string, text: string | undefined, say: Say): Date {
  if (text === undefined) return new Date();
  const [, day = '', time = '00:00', zone = '+08:00'] = MOMENT.exec(text) ?? [];
  const moment = new Date(`${day}T${time}${zone}`);
  if (isDay(day) && !Number.isNaN(moment.getTime())) return moment;
  throw new ConfigurationError(say(`${option} ${text} 不是日期`, `${option} ${text} is no date`), {
    next: say(`例如 ${option} 2020-11-30 或 2020-11-30T18:00:00+08:00。`, `For example ${option} 2020-11-30.`),
  });
}

/** A day of the calendar, `2020-11-30`. @returns undefined where nothing is given. */
export function readDay(option: string, text: string | undefined, say: Say): string | undefined {
  if (text === undefined || isDay(text)) return text;
  throw new ConfigurationError(say(`${option} ${text} 不是日期`, `${option} ${text} is no date`), {
    next: say(`例如 ${option} 2020-12-01。`, `For example ${option} 2020-12-01.`),
  });
}
