/**
 * Two amounts of one record that must be of one magnitude (listed price beside appraised value): a slip of 10,000
 * between them is a wrong unit. The same judgement as the set rule makes between records, alone.
 */
import { LONE_PAIR_PRODUCT, SAME_MAGNITUDE, UNIT_SLIP } from '../schemas/values/magnitude.ts';
import { compareAmounts, NATIONAL_AMOUNT_LIMIT } from '../schemas/values/money.ts';
import type { FieldValue } from '../schemas/field.ts';
import type { IssueList } from './issues.ts';

/** One of two amounts and the source column it came from. */
export interface Amount {
  readonly value: FieldValue;
  readonly column: string;
}

function isOffByUnit(ratio: number): boolean {
  const inRange = (scaled: number) => scaled >= SAME_MAGNITUDE.low && scaled <= SAME_MAGNITUDE.high;
  return inRange(ratio * UNIT_SLIP) || inRange(ratio / UNIT_SLIP);
}

function refuseAbsurd({ value, column }: Amount, issues: IssueList): void {
  if (typeof value === 'string' && compareAmounts(value, NATIONAL_AMOUNT_LIMIT) > 0) {
    issues.add('money_absurd', column, value);
  }
}

export function compareMagnitudes(first: Amount, second: Amount, issues: IssueList): void {
  const a = Number(first.value);
  const b = Number(second.value);
  if (a > 0 && b > 0 && isOffByUnit(a / b)) {
    const smaller = a < b ? first : second;
    const larger = a < b ? second : first;
    const suspect = a * b < LONE_PAIR_PRODUCT ? smaller : larger;
    issues.add('money_unit_mismatch', suspect.column, suspect.value, { detail: `${a} : ${b}` });
    return;
  }
  refuseAbsurd(first, issues);
  refuseAbsurd(second, issues);
}
