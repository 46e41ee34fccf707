/**
 * Which complaints concern government procurement. By 财政部令第94号 the platform neither accepts nor hands them on, so
 * in doubt a complaint is one of them: the archive is the safe side.
 */
import { TRADE_CATEGORY } from '../../schemas/codes/national.ts';
import { readCode } from '../../schemas/values/codes.ts';
import { readFlag } from '../../schemas/values/flags.ts';
import { toHalfWidth } from '../../schemas/values/width.ts';
import type { FieldRule } from '../mapping.ts';

const PROCUREMENT = 'D';

/** What the trade category says; null where it is empty or not in the list. A mistyped D… is still a D. */
function categorySays(text: string | null): boolean | null {
  const category = readCode(TRADE_CATEGORY, text ?? '').value;
  if (category !== null) return category.startsWith(PROCUREMENT);
  return toHalfWidth(text ?? '')
    .trim()
    .toUpperCase()
    .startsWith(PROCUREMENT)
    ? true
    : null;
}

/** @param flag text of 是否政府采购: it decides only where the category says nothing, and then only a plain no is one. */
export function isGovernmentProcurement(category: string | null, flag: string | null): boolean {
  return categorySays(category) ?? readFlag(flag ?? '').value !== false;
}

/** The flag as loaded: that of the category, and what the column says where there is no category to decide. */
export function procurementFlag<C extends string>(flag: C, category: C): FieldRule<C> {
  return {
    columns: [flag, category],
    reading: {
      zh: '是否政府采购，与交易类别不符时以类别为准',
      en: 'flag; where the trade category differs it decides',
    },
    compile({ indexOf }) {
      const flagIndex = indexOf(flag);
      const categoryIndex = indexOf(category);
      return (values, issues) => {
        const { value: said, rules } = readFlag(values[flagIndex] ?? '');
        const decided = categorySays(values[categoryIndex] ?? null) ?? said;
        for (const rule of rules) issues.add(rule, flag, decided);
        if (said !== null && said !== decided) issues.add('flag_contradiction', flag, decided);
        return decided;
      };
    },
  };
}
