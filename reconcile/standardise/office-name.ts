/** Offices under the name they had before a reform and after it: one key for both. */
import { RENAMED_OFFICES } from './company-words.ts';

const OFFICE = /(?:局|厅|委员会|委|办公室|办|处|署|院)$/;
/** Schools, hospitals and other bodies of a place that have no form of organisation either. */
const INSTITUTION = /(?:学校|小学|中学|大学|学院|幼儿园|医院|卫生院|中心|政府|所|站|馆|法院|检察院|银行)$/;
const PREDECESSORS = new Map(RENAMED_OFFICES);

/** Each renaming is followed at most once: 旅游局 → 旅游发展局 → 文化和旅游局. */
function follow(stem: string): string {
  const passed = new Set<string>();
  let current = stem;
  for (
    let next = PREDECESSORS.get(current);
    next !== undefined && !passed.has(next);
    next = PREDECESSORS.get(current)
  ) {
    passed.add(next);
    current = next;
  }
  return current;
}

/** Whether a name without its place is that of a state body or an institution. */
export function isOfficeName(name: string): boolean {
  return OFFICE.test(name) || INSTITUTION.test(name);
}

/**
 * Name of an office without its place (`CompanyName.brand`) → the last name it is known to have had. Null
 * where the name is no office's.
 */
export function lastOfficeName(name: string): string | null {
  const ending = OFFICE.exec(name)?.[0];
  if (ending === undefined) return null;
  const whole = follow(name);
  if (whole !== name) return whole;
  const stem = name.slice(0, -ending.length);
  return follow(stem) + ending;
}
