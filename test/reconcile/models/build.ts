/** Runs a model on a few invented records: trained, scored by the embedded engine, clustered. */
import { DEFAULT_MARGINS } from '../../../reconcile/cluster/input.ts';
import { cluster } from '../../../reconcile/cluster/cluster.ts';
import { PairTable } from '../../../reconcile/cluster/pair-table.ts';
import type { EntityKind } from '../../../reconcile/contract.ts';
import { DuckEngine } from '../../../reconcile/engine/duckdb/index.ts';
import { IDENTIFIER_KINDS, readIdentifiers } from '../../../reconcile/judgements/identifiers.ts';
import type { EntityModel } from '../../../reconcile/model/model.ts';
import { untrained } from '../../../reconcile/model/trained.ts';
import { weighModel } from '../../../reconcile/model/weights.ts';
import { standardiseBatch } from '../../../reconcile/standardise/standard.ts';
import type { Standard } from '../../../reconcile/standardise/standard.ts';
import type { FrequencyTable, TrainedModel } from '../../../reconcile/model/trained.ts';

export type Given = Readonly<Record<string, string | null>>;
type Verdict = 'joined' | 'review' | 'apart' | 'conflict';

/** As if trained on a register of this many people; a name of one's own is five times rarer than its one bearer says. */
function trainedOn(model: EntityModel, people: number): TrainedModel {
  const columns = model.comparisons.flatMap(({ levels }) => levels.flatMap(({ frequency }) => frequency ?? []));
  const table: FrequencyTable = { people: people * 5, holders: {} };
  const frequencies = Object.fromEntries(columns.map((column) => [column, table]));
  return { ...untrained(model), prior: 1 / people, frequencies };
}

interface ScoredPair {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
  readonly conflict: number;
}

async function scoreAll(model: EntityModel, standard: Standard, records: readonly Given[]) {
  const ids = records.map((_, index) => String(index));
  const columns = standard.reads.map((field) => records.map((record) => record[field] ?? null));
  const engine = await DuckEngine.open(model, { memoryMb: 200 });
  try {
    await engine.load([standardiseBatch(standard, { ids, columns })]);
    await engine.use(weighModel(model, trainedOn(model, 500)));
    const scored: ScoredPair[] = [];
    for await (const { left, right, weight, conflict } of engine.score({ atLeast: -100 })) {
      for (const [pair, one] of left.entries()) {
        scored.push({ left: one, right: right[pair]!, weight: weight[pair]!, conflict: conflict[pair]! });
      }
    }
    return scored;
  } finally {
    engine.close();
  }
}

function numbersOf(kind: EntityKind, records: readonly Given[]): Int32Array[] {
  return IDENTIFIER_KINDS.map((which) => {
    const seen = new Map<string, number>();
    return Int32Array.from(records, (record) => {
      const value = readIdentifiers(kind === 'expert' ? { idNumber: record['idNumber'] ?? null } : record)[which];
      if (value === null) return 0;
      if (!seen.has(value)) seen.set(value, seen.size + 1);
      return seen.get(value) ?? 0;
    });
  });
}

function verdictOf(model: EntityModel, pair: ScoredPair | undefined): Verdict {
  if (pair === undefined) return 'apart';
  if (pair.conflict === 1) return 'conflict';
  if (pair.weight >= model.bands.merge) return 'joined';
  return pair.weight >= model.bands.review ? 'review' : 'apart';
}

/** @returns verdicts of the first record with each of the others, as if each pair were alone. */
export async function judgeEach(model: EntityModel, standard: Standard, records: readonly Given[]): Promise<Verdict[]> {
  const scored = await scoreAll(model, standard, records);
  return records.slice(1).map((_, index) => {
    const pair = scored.find(({ left, right }) => left === 0 && right === index + 1);
    return verdictOf(model, pair);
  });
}

/** @returns what becomes of records i and j when all are clustered together. */
export async function judgeTogether(
  kind: EntityKind,
  { model, standard }: { readonly model: EntityModel; readonly standard: Standard },
  records: readonly Given[],
): Promise<(i: number, j: number) => Verdict> {
  const scored = await scoreAll(model, standard, records);
  const pairs = new PairTable();
  for (const { left, right, weight, conflict } of scored) {
    if (weight >= model.bands.review) pairs.add(left, right, weight, conflict);
  }
  const { labels } = cluster({
    records: records.length,
    pairs,
    rules: { bands: model.bands, ...DEFAULT_MARGINS },
    identifiers: numbersOf(kind, records),
    same: [],
    different: [],
  });
  return (i, j) => {
    if (labels[i] === labels[j]) return 'joined';
    const verdict = verdictOf(
      model,
      scored.find(({ left, right }) => left === Math.min(i, j) && right === Math.max(i, j)),
    );
    return verdict === 'joined' ? 'review' : verdict;
  };
}
