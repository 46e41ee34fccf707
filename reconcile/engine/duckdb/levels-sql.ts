/** Comparisons as SQL: the level two records reach, and the weight the levels add up to. */
import type { Comparison } from '../../model/model.ts';
import type { LevelWeight, WeighedModel } from '../../model/weights.ts';
import { conditionSql, quoteName, type SqlColumns } from './condition-sql.ts';
import { pairSql } from './pair-columns.ts';
import { doubleSql, shareColumn } from './shares.ts';

const levelName = (index: number): string => `level_${index}`;

/** `level_0 …` of pairs: 0 is missing, i + 1 the comparison's level i. */
function levelColumns(comparisons: readonly Comparison[], columns: SqlColumns): string {
  return comparisons
    .map(({ missing, levels }, index) => {
      const cases = levels.map(({ when }, level) =>
        when === undefined ? `else ${level + 1}` : `when ${conditionSql(when, columns)} then ${level + 1}`,
      );
      return `(case when ${conditionSql(missing, columns)} then 0 ${cases.join(' ')} end)::utinyint as ${levelName(index)}`;
    })
    .join(', ');
}

/** Levels and numbers of pairs, most frequent first is not promised. @param from gives the records l and r. */
export function countSql(comparisons: readonly Comparison[], columns: SqlColumns, from: string): string {
  const names = comparisons.map((_, index) => levelName(index)).join(', ');
  const pairs = pairSql(comparisons, columns, { from });
  return `select ${names}, count(*) as pairs from (select ${levelColumns(comparisons, pairs.columns)} from (${pairs.sql}))
    group by ${names} order by ${names}`;
}

export interface ScoreSource {
  /** Gives the records l and r. */
  readonly from: string;
  /** Table of the shares of both, by record number. */
  readonly shares: string;
  readonly atLeast: number;
}

/** left_no, right_no, weight, conflict of the pairs whose weight is at least `atLeast`. */
export function scoreSql(
  { model, prior, levels }: WeighedModel,
  columns: SqlColumns,
  { from, shares, atLeast }: ScoreSource,
): string {
  const frequencies = [...new Set(levels.flat().flatMap(({ frequency }) => frequency ?? []))].map(shareColumn);
  const larger = (name: string): string => `greatest(sl.${quoteName(name)}, sr.${quoteName(name)})`;
  const joins = ['l', 'r'].map((side) => `join ${shares} s${side} on s${side}.record_no = ${side}.record_no`);
  const pairs = pairSql(model.comparisons, columns, {
    from: frequencies.length === 0 ? from : `${from} ${joins.join(' ')}`,
    kept: Object.fromEntries(frequencies.map((name) => [name, larger(name)])),
  });
  const weights = levels.map((of, index) => weightCase(of, levelName(index)));
  const kept = frequencies.map((name) => `, ${quoteName(name)}`).join('');
  return `select left_no, right_no, weight, conflict from (
    select left_no, right_no, ${[doubleSql(prior), ...weights].join(' + ')} as weight, ${conflictSql(model.comparisons)} as conflict
    from (select left_no, right_no, ${levelColumns(model.comparisons, pairs.columns)}${kept} from (${pairs.sql})))
    where weight >= ${doubleSql(atLeast)}`;
}

function weightCase(levels: readonly LevelWeight[], name: string): string {
  const cases = levels.map(({ base, frequency }, level) => {
    const weight = doubleSql(base);
    const adjusted = frequency === undefined ? weight : `${weight} - ${quoteName(shareColumn(frequency))}`;
    return `when ${level + 1} then ${adjusted}`;
  });
  return `(case ${name} ${cases.join(' ')} else ${doubleSql(0)} end)`;
}

function conflictSql(comparisons: readonly Comparison[]): string {
  const tests = comparisons.flatMap(({ levels }, index) =>
    levels.flatMap(({ conflict }, level) => (conflict === true ? [`${levelName(index)} = ${level + 1}`] : [])),
  );
  return tests.length === 0 ? 'false' : `(${tests.join(' or ')})`;
}
