/** Records into the engine, scored pairs out of it, by record number. */
import type { Client } from '../../database/connection.ts';
import { readNumbered } from '../../database/identity/reading.ts';
import type { TouchedRecord } from '../../database/identity/records.ts';
import type { StandardBatch } from '../../reconcile/contract.ts';
import { PairTable } from '../../reconcile/cluster/pair-table.ts';
import { IDENTIFIER_FIELDS } from '../../reconcile/judgements/identifiers.ts';
import { weighModel } from '../../reconcile/model/weights.ts';
import type { TrainedModel } from '../../reconcile/model/trained.ts';
import { standardiseBatch } from '../../reconcile/standardise/standard.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import type { EngineHome } from './engine-home.ts';
import type { Matching, StepListener } from './options.ts';
import { Scope, STREAM_FIELDS } from './scope.ts';
import type { OnePerStream } from './one-per-stream.ts';
import { SOURCES } from './sources.ts';

/** Below so many predicted pairs all of them are counted, not only those that are kept. */
const COUNTED_PAIRS = 2_000_000;
/** The same for an increment of so many records. */
const COUNTED_RECORDS = 1_000;

export interface Loading {
  readonly client: Client;
  readonly kind: EntityKind;
  readonly matching: Matching;
  readonly home: EngineHome;
  readonly once: OnePerStream;
  readonly signal: AbortSignal;
  readonly onStep: StepListener;
}

export interface Finding extends Loading {
  readonly trained: TrainedModel;
}

/** Fields a batch holds: those the standardiser reads, in its order, then those that identifiers and streams are read from. */
export function fieldsFor(kind: EntityKind, { standard }: Matching): string[] {
  return [...new Set([...standard.reads, ...IDENTIFIER_FIELDS[kind], ...STREAM_FIELDS])];
}

/** Reads every record once: into the engine, and into the scope. */
export async function loadAll(loading: Loading): Promise<Scope> {
  const { client, kind, matching, home, signal, onStep } = loading;
  const fields = fieldsFor(kind, matching);
  const scope = new Scope(fields, loading.once);
  const batches = async function* (): AsyncGenerator<StandardBatch> {
    for await (const batch of readNumbered(client, { kind, sources: SOURCES[kind], fields })) {
      signal.throwIfAborted();
      scope.add(batch);
      onStep('load', scope.length);
      yield standardiseBatch(matching.standard, batch);
    }
  };
  await home.engine.load(batches());
  home.append(scope.recordNos.slice());
  return scope;
}

/** Records that are new or changed go to the engine anew, those that are gone leave it. */
export async function loadTouched(loading: Loading, touched: readonly TouchedRecord[]): Promise<void> {
  const { client, kind, matching, home } = loading;
  const gone = touched.filter(({ change }) => change === 'gone').map(({ recordNo }) => recordNo);
  if (gone.length > 0) await home.engine.remove(home.place(Int32Array.from(gone)));
  const only = Int32Array.from(
    touched.filter(({ change }) => change !== 'gone'),
    ({ recordNo }) => recordNo,
  );
  const fields = fieldsFor(kind, matching);
  for await (const batch of readNumbered(client, { kind, sources: SOURCES[kind], fields, only })) {
    await home.engine.replace(home.place(batch.recordNos), standardiseBatch(matching.standard, batch));
  }
}

export interface FoundPairs {
  /** At or above the review floor, by record number. */
  readonly pairs: PairTable;
  readonly scored: number;
  /** Null where they were too many to count. */
  readonly apart: number | null;
}

async function predictPairs({ home: { engine }, matching: { model } }: Loading): Promise<number> {
  const loads = await engine.analyseBlocking(model.blocking);
  return loads.reduce((sum, { pairs }) => sum + pairs, 0);
}

/** @param touching record numbers; all pairs where it is left out. */
export async function scorePairs(finding: Finding, touching?: Int32Array): Promise<FoundPairs> {
  const { matching, trained, home, signal, onStep } = finding;
  const { engine, numbers } = home;
  await engine.use(weighModel(matching.model, trained));
  const counted = touching ? touching.length <= COUNTED_RECORDS : (await predictPairs(finding)) <= COUNTED_PAIRS;
  const { bands } = trained;
  const pairs = new PairTable();
  let [scored, apart] = [0, 0];
  const request = {
    atLeast: counted ? -Number.MAX_VALUE : bands.review,
    ...(touching ? { touching: home.place(touching) } : {}),
  };
  for await (const batch of engine.score(request)) {
    signal.throwIfAborted();
    scored += batch.left.length;
    const named = {
      ...batch,
      left: batch.left.map((at) => numbers[at] ?? 0),
      right: batch.right.map((at) => numbers[at] ?? 0),
    };
    apart += pairs.addBatch(named, bands);
    onStep('score', scored);
  }
  return { pairs, scored, apart: counted ? apart : null };
}

/** Records of a neighbourhood, without what the engine needs of them. */
export async function readScope({ client, kind, once }: Loading, only: Int32Array): Promise<Scope> {
  const fields = [...IDENTIFIER_FIELDS[kind], ...STREAM_FIELDS];
  const scope = new Scope(fields, once);
  for await (const batch of readNumbered(client, { kind, sources: SOURCES[kind], fields, only })) scope.add(batch);
  return scope;
}

/** Pairs by position in the scope; those that reach outside are left out. */
export function placePairs(scope: Scope, pairs: PairTable, into = new PairTable()): PairTable {
  const { left, right, weight, conflict, length } = pairs;
  for (let pair = 0; pair < length; pair += 1) {
    const [one, other] = [scope.positionOf(left[pair] ?? 0), scope.positionOf(right[pair] ?? 0)];
    if (one >= 0 && other >= 0) into.add(one, other, weight[pair] ?? 0, conflict[pair] ?? 0);
  }
  return into;
}
