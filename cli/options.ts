/** Option values, judged with a message that lists what is valid. */
import { ConfigurationError } from '../core/errors.ts';
import type { Say } from '../core/language.ts';

/** Empty means not given. */
export function requireOneOf(option: string, value: string, valid: readonly string[], say: Say): void {
  if (value === '' || valid.includes(value)) return;
  throw new ConfigurationError(say(`${option} ${value} 不存在`, `${option} ${value} does not exist`), {
    next: say(`可用：${valid.join('、')}。`, `Valid: ${valid.join(', ')}.`),
  });
}

export function readLimit(text: string, say: Say): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 0 && limit <= 1000) return limit;
  throw new ConfigurationError(say(`--limit ${text} 无效`, `--limit ${text} is invalid`), {
    next: say('应为 0 至 1000 的整数。', 'A whole number from 0 to 1000.'),
  });
}

/** @throws ConfigurationError for what is no whole number above 0. */
export function readWholeNumber(option: string, text: string, say: Say): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new ConfigurationError(say(`${option} ${text} 无效`, `${option} ${text} is invalid`), {
    next: say('应为大于 0 的整数。', 'A whole number above 0.'),
  });
}

/** A day means its beginning in Beijing. @returns now where nothing is given. */
export function readMoment(option: string, text: string | undefined, say: Say): Date {
  if (text === undefined) return new Date();
  const moment = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00+08:00` : text);
  if (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(moment.getTime())) return moment;
  throw new ConfigurationError(say(`${option} ${text} 不是日期`, `${option} ${text} is no date`), {
    next: say(`例如 ${option} 2020-11-30 或 2020-11-30T18:00:00+08:00。`, `For example ${option} 2020-11-30.`),
  });
}
