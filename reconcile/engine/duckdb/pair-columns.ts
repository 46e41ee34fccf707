/**
 * A pair before its levels: the values of both records under names of their own, and the text distances that several levels
 * ask for, each computed once and only where the texts differ.
 */
import { columnsOf, type Condition } from '../../model/condition.ts';
import { MOST_CHARACTERS } from '../../model/evaluate-condition.ts';
import type { Comparison } from '../../model/model.ts';
import { distanceSql, pairName, quoteName, type SqlColumns, type TextDistance } from './condition-sql.ts';

interface Wanted extends TextDistance {
  uses: number;
  /** The most edits anybody asks for; beyond it the number does not matter. */
  most: number;
}

/** More edits than anybody asks for. */
const BEYOND = 1_000_000;

function noteDistances(condition: Condition, wanted: Map<string, Wanted>): void {
  if (condition.is === 'all' || condition.is === 'any') {
    for (const part of condition.of) noteDistances(part, wanted);
  } else if (condition.is === 'not') noteDistances(condition.of, wanted);
  else if (condition.is === 'edits' || condition.is === 'editShare' || condition.is === 'jaroWinkler') {
    const measure = condition.is === 'jaroWinkler' ? 'jaroWinkler' : condition.measure;
    const key = pairName({ measure, column: condition.column });
    const known = wanted.get(key) ?? { measure, column: condition.column, uses: 0, most: 0 };
    known.uses += 1;
    known.most = condition.is === 'edits' ? Math.max(known.most, condition.atMost) : Infinity;
    wanted.set(key, known);
  }
}

const conditionsOf = ({ missing, levels }: Comparison): Condition[] => [
  missing,
  ...levels.flatMap(({ when }) => when ?? []),
];

/** Null where a text is missing or has too many characters; other equal texts are compared no further. */
function onceSql({ measure, column, most }: Wanted, columns: SqlColumns): string {
  const [l, r] = [`l.${quoteName(column)}`, `r.${quoteName(column)}`];
  const distance = distanceSql({ measure, column }, columns);
  const isEqual = columns.ascii.has(column) ? `${l} = ${r}` : `${l} = ${r} and length(${l}) <= ${MOST_CHARACTERS}`;
  if (measure === 'jaroWinkler') return `case when ${isEqual} then 1::double else ${distance} end`;
  const far = [
    ...(most === Infinity ? [] : [`abs(length(${l}) - length(${r})) > ${most}`]),
    // A swap is two of Levenshtein's edits, and Levenshtein is more than twice as fast.
    ...(most === Infinity || measure === 'levenshtein'
      ? []
      : [`${distanceSql({ measure: 'levenshtein', column }, columns)} > ${2 * most}`]),
  ];
  return `case when ${isEqual} then 0 ${far.map((test) => `when ${test} then ${BEYOND}`).join(' ')} else ${distance} end`;
}

export interface PairSource {
  /** `from …` that gives the records l and r. */
  readonly from: string;
  /** What else of l and r is kept, by name. */
  readonly kept?: Readonly<Record<string, string>>;
}

export interface PairSql {
  /** A `select` of pairs. */
  readonly sql: string;
  /** How conditions name what it gives. */
  readonly columns: SqlColumns;
}

export function pairSql(
  comparisons: readonly Comparison[],
  columns: SqlColumns,
  { from, kept = {} }: PairSource,
): PairSql {
  const conditions = comparisons.flatMap(conditionsOf);
  const wanted = new Map<string, Wanted>();
  for (const condition of conditions) noteDistances(condition, wanted);
  const distances = new Map([...wanted].filter(([, { uses }]) => uses > 1));
  const values = [...new Set(conditions.flatMap(columnsOf))].flatMap((column) =>
    ['l', 'r'].map((side) => `${side}.${quoteName(column)} as ${quoteName(`${side}.${column}`)}`),
  );
  const selected = [
    'l.record_no as left_no',
    'r.record_no as right_no',
    ...values,
    ...[...distances].map(([name, distance]) => `${onceSql(distance, columns)} as ${quoteName(name)}`),
    ...Object.entries(kept).map(([name, sql]) => `${sql} as ${quoteName(name)}`),
  ];
  return {
    sql: `select ${selected.join(', ')} ${from}`,
    columns: { ascii: columns.ascii, pair: new Set(distances.keys()) },
  };
}
