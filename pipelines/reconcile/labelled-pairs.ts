/** Scored pairs of labelled records, by their place in the list of labels. */
import type { Database } from '../../database/connection.ts';
import { readLivePairs } from '../../database/identity/evaluation.ts';
import type { Bands } from '../../reconcile/contract.ts';
import { PairTable } from '../../reconcile/cluster/pair-table.ts';
import { MATTER_BANDS } from '../../reconcile/matters/index.ts';
import { weighModel } from '../../reconcile/model/weights.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import type { EngineHome } from './engine-home.ts';
import { chooseModel, MATCHINGS, type MatchedKind } from './models.ts';
import type { Scope } from './scope.ts';
import { withRecords } from './train.ts';

export interface EvaluationOptions {
  readonly database: Database;
  readonly kind: EntityKind;
  readonly memoryMb: number;
  /** Where the engine spills. */
  readonly spill?: string;
  readonly signal: AbortSignal;
}

export interface LabelledPairs {
  readonly pairs: PairTable;
  readonly bands: Bands;
  /** 1 where the record holds a valid identifier. */
  readonly identified: Uint8Array;
}

const NEVER: Bands = { merge: Infinity, review: Infinity };

/** Places by record number. */
function placesOf(recordNos: Int32Array): Map<number, number> {
  return new Map(recordNos.entries().map(([place, recordNo]) => [recordNo, place]));
}

/** Matters have rules instead of weights, and keep every pair their rules find. */
async function readMatterPairs({ database }: EvaluationOptions, recordNos: Int32Array): Promise<LabelledPairs> {
  const places = placesOf(recordNos);
  const pairs = new PairTable();
  for (const { left, right, weight } of await readLivePairs(database, 'matter')) {
    const [one, other] = [places.get(left), places.get(right)];
    if (one !== undefined && other !== undefined) pairs.add(one, other, weight, 0);
  }
  return { pairs, bands: MATTER_BANDS, identified: new Uint8Array(recordNos.length) };
}

function identifiedIn(scope: Scope, recordNos: Int32Array): Uint8Array {
  const { identifiers } = scope;
  return Uint8Array.from(recordNos, (recordNo) => {
    const at = scope.positionOf(recordNo);
    return Number(identifiers.some((numbers) => (numbers[at] ?? 0) !== 0));
  });
}

async function scoreAmong(home: EngineHome, recordNos: Int32Array): Promise<PairTable> {
  const places = placesOf(recordNos);
  const pairs = new PairTable();
  for await (const batch of home.engine.score({ atLeast: -Number.MAX_VALUE })) {
    for (const [pair, weight] of batch.weight.entries()) {
      const left = places.get(home.numbers[batch.left[pair] ?? 0] ?? 0);
      const right = places.get(home.numbers[batch.right[pair] ?? 0] ?? 0);
      if (left !== undefined && right !== undefined) pairs.add(left, right, weight, batch.conflict[pair] ?? 0);
    }
  }
  return pairs;
}

/** @returns no pairs where the kind has no model yet. */
export async function scoreLabelled(options: EvaluationOptions, recordNos: Int32Array): Promise<LabelledPairs> {
  if (options.kind === 'matter') return readMatterPairs(options, recordNos);
  const kind: MatchedKind = options.kind;
  const chosen = await chooseModel(options.database, { kind, version: undefined, effect: 'apply' });
  if (!chosen) return { pairs: new PairTable(), bands: NEVER, identified: new Uint8Array(recordNos.length) };
  const { trained } = chosen;
  return withRecords({ ...options, kind, onStep: () => undefined }, async (home, scope) => {
    await home.engine.use(weighModel(MATCHINGS[kind].model, trained));
    const pairs = await scoreAmong(home, recordNos);
    return { pairs, bands: trained.bands, identified: identifiedIn(scope, recordNos) };
  });
}
