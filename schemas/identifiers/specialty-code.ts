/**
 * Codes of expert specialties whose edition is not marked. The editions of 2010 and 2018 use the same shape and many of
 * the same codes for different things, so only the name beside a code tells them apart.
 */
import { findSpecialty2018, isInIncompleteGroup } from '../codes/specialties.ts';
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { RuleId } from '../rules.ts';
import { hasFullWidthAlphanumeric, removeSpaces, toHalfWidth } from '../values/width.ts';

/** A code of the list `expert_classification`. */
export type SpecialtyEdition = '2018' | '2010' | 'unstated';

const SHAPE = /^[ABC](?:\d\d){0,3}$/;
const LOWER_CASE = /[a-z]/;
const OUTER_SEPARATORS = /^[;,]+|[;,]+$/g;
const NAME_SEPARATOR = /[;,]/;
/** What stands for characters that were lost on the way. */
const LOST = /[?\ufffd]+/;
const LOST_RUNS = /[?\ufffd]+/g;
const SPECIAL = /[.*+^${}()|[\]\\]/g;

/** A column of codes, cleaned before it is cut: half width, upper case, without spaces; separators become `;` or `,`. */
export function readSpecialtyCodes(text: string): Reading<string> {
  const typed = removeSpaces(toHalfWidth(text)).replace(OUTER_SEPARATORS, '');
  if (typed === '') return noValue();
  const rules: RuleId[] = [];
  if (hasFullWidthAlphanumeric(text)) rules.push('code_fullwidth');
  if (LOWER_CASE.test(typed)) rules.push('code_lowercase');
  const value = typed.toUpperCase();
  return rules.length === 0 ? clean(value) : found(value, ...rules);
}

export function isSpecialtyCode(text: string): boolean {
  return SHAPE.test(text);
}

function normalise(name: string): string {
  return removeSpaces(toHalfWidth(name));
}

/** A lost character may have been any: it took one byte or two of the name. */
function matchesName(written: string, listed: string): boolean {
  if (written === listed) return true;
  if (!LOST.test(written)) return false;
  const parts = written.replace(SPECIAL, String.raw`\$&`).replace(LOST_RUNS, (run) => `.{1,${run.length}}`);
  return new RegExp(`^${parts}$`).test(listed);
}

/**
 * @param name what stands beside the code: its name, the names of several codes where nothing says which belongs to
 * which, or null where none can be read; without a name a code of the 2018 list is taken for one.
 */
export function judgeSpecialtyEdition(code: string, name: string | null): SpecialtyEdition {
  if (!isSpecialtyCode(code)) return 'unstated';
  const listed = findSpecialty2018(code);
  if (listed === null) return isInIncompleteGroup(code) ? 'unstated' : '2010';
  if (name === null || name.trim() === '') return '2018';
  const target = normalise(listed);
  const written = normalise(name);
  const names = [written, ...written.split(NAME_SEPARATOR)];
  return names.some((one) => matchesName(one, target)) ? '2018' : '2010';
}
