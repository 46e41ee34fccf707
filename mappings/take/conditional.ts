/** Fields that are there only where another column says so: one stream may hold several kinds of record. */
import type { Condition, FieldRule } from '../mapping.ts';

/** Takes what `rule` takes where the condition holds, no value (and no issue) elsewhere. */
export function conditional<C extends string>(
  { column, beside, when, wording }: Condition<C>,
  rule: FieldRule<C>,
): FieldRule<C> {
  return {
    ...rule,
    columns: [...new Set([...rule.columns, column, ...(beside === undefined ? [] : [beside])])],
    reading: { zh: `${rule.reading.zh}（仅当${wording.zh}）`, en: `${rule.reading.en}, only where ${wording.en}` },
    compile(context) {
      const index = context.indexOf(column);
      const besideIndex = beside === undefined ? -1 : context.indexOf(beside);
      const evaluate = rule.compile(context);
      return (values, issues) =>
        when(values[index] ?? null, values[besideIndex] ?? null) ? evaluate(values, issues) : null;
    },
  };
}

/** The same condition for every field of a part. */
export function whenAll<C extends string, F extends string>(
  condition: Condition<C>,
  fields: Readonly<Partial<Record<F, FieldRule<C>>>>,
): Partial<Record<F, FieldRule<C>>> {
  const entries = Object.entries(fields) as [F, FieldRule<C>][];
  return Object.fromEntries(entries.map(([name, rule]) => [name, conditional(condition, rule)])) as Partial<
    Record<F, FieldRule<C>>
  >;
}
