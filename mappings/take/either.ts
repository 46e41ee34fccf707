/** A field that several columns can fill: the first that has a value does, and all of them are judged. */
import type { FieldRule } from '../mapping.ts';

/** @param rules in the order of trust. */
export function either<C extends string>(...rules: readonly FieldRule<C>[]): FieldRule<C> {
  const named = rules.map(({ reading, columns: [first = ''] }) => ({
    zh: `${reading.zh}（${first}）`,
    en: `${reading.en} (${first})`,
  }));
  return {
    columns: [...new Set(rules.flatMap(({ columns }) => columns))],
    reading: {
      zh: named.map(({ zh }) => zh).join('；无值时取'),
      en: named.map(({ en }) => en).join(', or else '),
    },
    compile(context) {
      const evaluations = rules.map((rule) => rule.compile(context));
      return (values, issues) => {
        const found = evaluations.map((evaluate) => evaluate(values, issues));
        return found.find((value) => value !== null) ?? null;
      };
    },
  };
}
