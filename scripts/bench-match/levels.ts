/** Comparisons the benchmark models share. */
import { equal, jaroWinkler, missing, type Condition } from '../../reconcile/model/condition.ts';
import type { Comparison, Level } from '../../reconcile/model/model.ts';

const words = (text: string) => ({ zh: text, en: text });

export function level(name: string, when: Condition | undefined, { m, u }: { m: number; u: number }): Level {
  return { name, label: words(name), m, u, ...(when === undefined ? {} : { when }) };
}

export const otherwise = (m: number, u: number): Level => level('else', undefined, { m, u });

/** Equal (by frequency), then Jaro–Winkler levels, then all else. */
export function similarText(column: string, thresholds: readonly number[]): Comparison {
  return {
    name: column,
    label: words(column),
    shows: [column],
    missing: missing(column),
    levels: [
      { ...level('equal', equal(column), { m: 0.7, u: 0.01 }), frequency: column },
      ...thresholds.map((least) => level(`jw${least}`, jaroWinkler(column, least), { m: 0.1, u: 0.01 })),
      otherwise(0.1, 0.95),
    ],
  };
}

export function comparison(name: string, missingWhen: Condition, levels: readonly Level[]): Comparison {
  return { name, label: words(name), shows: [], missing: missingWhen, levels };
}
