/** The golden table: for every hard pair and every condition, DuckDB's SQL says what the TypeScript meaning says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DuckEngine } from '../../../reconcile/engine/duckdb/index.ts';
import { readColumnValue } from '../../../reconcile/model/column-value.ts';
import * as c from '../../../reconcile/model/condition.ts';
import type { Condition } from '../../../reconcile/model/condition.ts';
import { holds } from '../../../reconcile/model/evaluate-condition.ts';
import type { ColumnKind, Comparison, EntityModel } from '../../../reconcile/model/model.ts';
import { DATE_PAIRS, LIST_PAIRS, NUMBER_PAIRS, TEXT_PAIRS, type Pair } from './pairs.ts';

const words = (text: string) => ({ zh: text, en: text });

/** One comparison per condition: level 0 where it holds. Records meet in `pair`. */
function modelOf(kinds: Readonly<Record<string, ColumnKind>>, conditions: readonly Condition[]): EntityModel {
  const comparisons = conditions.map((when, index): Comparison => ({
    name: `c${index}`,
    label: words('c'),
    shows: [],
    missing: { is: 'any', of: [] },
    levels: [
      { name: 'yes', label: words('yes'), when, m: 0.9, u: 0.1 },
      { name: 'no', label: words('no'), m: 0.1, u: 0.9 },
    ],
  }));
  return {
    entity: 'golden',
    version: 1,
    columns: { pair: 'text', ...kinds },
    blocking: [{ name: 'pair', key: ['pair'] }],
    comparisons,
    prior: 0.5,
    bands: { merge: 10, review: 0 },
    training: { on: [], certain: [], certainRecall: 1 },
  };
}

type Row = readonly (string | null)[];

/** Which conditions hold, per pair: condition i weighs 2 to the power of i, so that the weight of a pair spells them out. */
async function askEngine(model: EntityModel, pairs: readonly (readonly [Row, Row])[]): Promise<boolean[][]> {
  const engine = await DuckEngine.open(model, { memoryMb: 512, threads: 1 });
  const columns = Object.keys(model.columns).slice(1);
  const batch = (side: 0 | 1) => ({
    columns: [
      pairs.map((_, index) => String(index)),
      ...columns.map((_, at) => pairs.map((pair) => pair[side][at] ?? null)),
    ],
  });
  await engine.load([batch(0), batch(1)]);
  const levels = model.comparisons.map((_, index) => [
    { base: 2 ** index, usual: 0 },
    { base: 0, usual: 0 },
  ]);
  await engine.use({ model, version: '1', prior: 0, levels, frequencies: {} });
  const found: boolean[][] = [];
  for await (const { left, weight } of engine.score({ atLeast: 0 })) {
    left.forEach((record, at) => {
      found[record] = levels.map((_, index) => Math.floor(weight[at]! / 2 ** index) % 2 === 1);
    });
  }
  engine.close();
  return found;
}

interface Judged {
  readonly conditions: readonly Condition[];
  readonly kinds: Readonly<Record<string, ColumnKind>>;
}

function judge({ conditions, kinds }: Judged, [left, right]: readonly [Row, Row]): boolean[] {
  const names = Object.keys(kinds);
  const read = (values: Row) => (column: string) => readColumnValue(values[names.indexOf(column)], kinds[column]!);
  return conditions.map((condition) => holds(condition, read(left), read(right)));
}

/** Pairs of which the engine and the meaning do not think the same. */
async function findDifferences(judged: Judged, pairs: readonly (readonly [Row, Row])[]): Promise<unknown[]> {
  const inEngine = await askEngine(modelOf(judged.kinds, judged.conditions), pairs);
  const told = pairs.map((pair, index) => ({ pair, meaning: judge(judged, pair), engine: inEngine[index] }));
  return told.filter(({ meaning, engine }) => meaning.join() !== engine?.join());
}

const findDifferent = (kind: ColumnKind, pairs: readonly Pair[], conditions: readonly Condition[]) =>
  findDifferences(
    { kinds: { value: kind }, conditions },
    pairs.map(([left, right]) => [[left], [right]]),
  );

const TEXT_CONDITIONS: readonly Condition[] = [
  c.equal('value'),
  c.differ('value'),
  c.missing('value'),
  ...[0, 1, 2, 3].flatMap((most) => [c.edits('value', most), c.edits('value', most, 'levenshtein')]),
  ...[0.2, 0.25, 0.5].flatMap((most) => [c.editShare('value', most), c.editShare('value', most, 'levenshtein')]),
  ...[0.5, 0.8, 0.9, 0.96, 1].map((least) => c.jaroWinkler('value', least)),
  c.prefix('value', 1),
  c.prefix('value', 3),
  c.beginsWith('value'),
  c.both('value', 'a', "O'Brien", '王芳'),
  c.either('value', 'a', '扎西'),
  c.not(c.equal('value')),
  c.all(c.not(c.missing('value')), c.any(c.equal('value'), c.beginsWith('value'))),
];

describe('conditions mean the same in DuckDB and in TypeScript', () => {
  it('text', async () => expect(await findDifferent('text', TEXT_PAIRS, TEXT_CONDITIONS)).toEqual([]));
  it('a distance that one level alone asks for', async () => {
    const distances = [
      c.edits('value', 1),
      c.edits('value', 2, 'levenshtein'),
      c.editShare('value', 0.25),
      c.jaroWinkler('value', 0.9),
    ];
    for (const distance of distances) expect(await findDifferent('text', TEXT_PAIRS, [distance])).toEqual([]);
  });
  it('numbers', async () => {
    const conditions = [
      c.equal('value'),
      c.differ('value'),
      c.apart('value', 0),
      c.apart('value', 0.2),
      c.apart('value', 10),
      c.missing('value'),
    ];
    expect(await findDifferent('number', NUMBER_PAIRS, conditions)).toEqual([]);
  });
  it('dates', async () => {
    const conditions = [c.equal('value'), c.daysApart('value', 1), c.daysApart('value', 2), c.missing('value')];
    expect(await findDifferent('date', DATE_PAIRS, conditions)).toEqual([]);
  });
  it('lists', async () => {
    const conditions = [
      c.equal('value'),
      c.differ('value'),
      c.overlap('value'),
      c.overlap('value', 2),
      c.missing('value'),
    ];
    expect(await findDifferent('list', LIST_PAIRS, conditions)).toEqual([]);
  });
});

describe('conditions on two columns', () => {
  const kinds = { family: 'text', given: 'text', forms: 'list' } as const;
  const conditions = [
    c.crossEqual('family', 'given'),
    c.memberOf('given', 'forms'),
    c.not(c.memberOf('given', 'forms')),
    c.all(c.equal('family'), c.memberOf('given', 'forms')),
  ];
  const RECORDS: readonly (readonly (string | null)[])[] = [
    ['王', '芳', '小芳'],
    ['芳', '王', null],
    ['王', '小芳', ''],
    [null, '王', '芳'],
    ['芳', null, '王'],
  ];

  it('each record with each other', async () => {
    const pairs = RECORDS.flatMap((left) => RECORDS.map((right) => [left, right] as const));
    expect(await findDifferences({ kinds, conditions }, pairs)).toEqual([]);
  });
});

it('holds for any text: ASCII, Han and astral letters, few enough that texts are alike', async () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', '次', '仁', '𠮷', '😀'), { maxLength: 7 })
    .map((all) => all.join(''));
  const pairs = fc.sample(fc.tuple(text, text), { numRuns: 2000, seed: 7 });
  expect(await findDifferent('text', pairs, TEXT_CONDITIONS)).toEqual([]);
});

it('takes the native functions where a column is ASCII alone', async () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', "'", '%'), { maxLength: 7 }).map((all) => all.join(''));
  const pairs = fc.sample(fc.tuple(text, text), { numRuns: 2000, seed: 8 });
  expect(await findDifferent('text', pairs, TEXT_CONDITIONS)).toEqual([]);
});
