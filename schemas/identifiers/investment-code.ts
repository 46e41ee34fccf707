/**
 * 投资项目统一代码, the code of the national investment-approval platform: 24 characters `yyyy-dddddd-dd-dd-dddddd`
 * (year, region or department, industry, type, serial). Projects approved before it existed carry the number of their
 * approval document instead (藏发改〔2015〕…), which is a proper key of its own and no defect.
 */
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { toHalfWidth } from '../values/width.ts';

const CODE = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/;
const LOOSE = /^(\d{4})-?(\d{6})-?(\d{2})-?(\d{2})-?(\d{6})$/;
const DASHES = /[‐‑–—－]/g;
const SPACES = /\s+/g;
/** Nothing but digits and hyphens, and long enough to be meant as the code. */
const ATTEMPT = /^[\d-]{16,}$/;

export function readInvestmentCode(text: string): Reading<string> {
  if (CODE.test(text)) return clean(text);
  const trimmed = text.trim();
  if (trimmed === '') return noValue();
  const digits = toHalfWidth(trimmed).replace(SPACES, '').replace(DASHES, '-');
  const parts = LOOSE.exec(digits);
  if (parts !== null) return clean(`${parts[1]}-${parts[2]}-${parts[3]}-${parts[4]}-${parts[5]}`);
  return ATTEMPT.test(digits) ? found(digits, 'code_malformed') : clean(trimmed);
}

/** Whether it is the 24-character code rather than the number of an approval document. */
export function isInvestmentCode(text: string): boolean {
  return CODE.test(text);
}
