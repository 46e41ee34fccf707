/** One run over matters. Their rules count over all records, so that every run looks at all of them. */
import { hashText } from '../../core/ids.ts';
import type { Client } from '../../database/connection.ts';
import { readTotals } from '../../database/identity/findings.ts';
import { adoptModel, storeModel, type StoredModel } from '../../database/identity/models.ts';
import { writeAllPairs } from '../../database/identity/pairs.ts';
import { readCanonical, readNumbered } from '../../database/identity/reading.ts';
import { syncRecords } from '../../database/identity/records.ts';
import { finishReconcileRun } from '../../database/identity/runs.ts';
import { PAIR_STATUSES } from '../../reconcile/cluster/input.ts';
import { PairTable } from '../../reconcile/cluster/pair-table.ts';
import { assignIds } from '../../reconcile/cluster/stable-ids.ts';
import {
  COMPARISONS,
  findMatters,
  LINK_RULES,
  MATTER_BANDS,
  type JudgedPair,
  type MatterResult,
} from '../../reconcile/matters/index.ts';
import { getEntity } from '../../schemas/registry.ts';
import { makeGoldenRecords } from './golden.ts';
import { readJudged, type JudgedRecords, type NumberedJudgement } from './judged.ts';
import { OnePerStream } from './one-per-stream.ts';
import type { ReconcileOptions, ReconcileResult } from './options.ts';
import { judgementConflicts, pairConflicts, type IdentityPlan } from './plan.ts';
import { Scope } from './scope.ts';
import { SOURCES } from './sources.ts';
import { pairRows, writeIdentity } from './write.ts';

const KIND = 'matter';

/** The rules as they stand, so that an old link can be told by the rules of its day. */
async function keepRules(client: Client, madeBy: string): Promise<StoredModel> {
  const comparisons = COMPARISONS.map(({ id, label, levels }) => ({ id, label, levels }));
  const definition = { rules: LINK_RULES, comparisons, bands: MATTER_BANDS };
  const fingerprint = hashText(JSON.stringify(definition));
  return storeModel(client, { kind: KIND, definition, parameters: {}, fingerprint, madeBy });
}

function judgedPairs({ same, different }: JudgedRecords): JudgedPair[] {
  const pair = (verdict: 'same' | 'different') => (entry: NumberedJudgement) => {
    const { left, right } = entry.judgement;
    return { left, right, verdict };
  };
  return [...same.map(pair('same')), ...different.map(pair('different'))];
}

/** Records in the order of the scope; the matters room has an order of its own. */
async function readMatterScope(client: Client): Promise<{ scope: Scope; positions: ReadonlyMap<string, number> }> {
  const scope = new Scope([], new OnePerStream([]));
  const positions = new Map<string, number>();
  for await (const batch of readNumbered(client, { kind: KIND, sources: SOURCES[KIND], fields: [] })) {
    for (const id of batch.ids) positions.set(id, positions.size);
    scope.add(batch);
  }
  return { scope, positions };
}

interface Placed {
  readonly labels: Int32Array;
  readonly roles: readonly string[];
  readonly pairs: PairTable;
  readonly statuses: Uint8Array;
}

function place(result: MatterResult, positions: ReadonlyMap<string, number>): Placed {
  const at = result.ids.map((id) => positions.get(id) ?? -1);
  const labels = Int32Array.from(positions.values());
  const roles: string[] = Array.from(labels, () => '');
  const first = new Map<number, number>();
  for (const [number, position] of at.entries()) {
    const matter = result.matters[number] ?? number;
    first.set(matter, Math.min(first.get(matter) ?? position, position));
    roles[position] = result.roles[number] ?? '';
  }
  for (const [number, position] of at.entries()) labels[position] = first.get(result.matters[number] ?? -1) ?? position;
  const pairs = new PairTable();
  for (const { left, right, weight, conflict } of result.links) {
    pairs.add(at[left] ?? 0, at[right] ?? 0, weight, conflict ? 1 : 0);
  }
  const statuses = Uint8Array.from(result.links, ({ status }) => PAIR_STATUSES.indexOf(status));
  return { labels, roles, pairs, statuses };
}

export async function runMatters(client: Client, options: ReconcileOptions, runId: string): Promise<ReconcileResult> {
  const { onStep, operator } = options;
  const stored = await keepRules(client, operator);
  const touched = await syncRecords(client, { kind: KIND, runId, sources: SOURCES[KIND] });
  onStep('sync', touched.length);
  const judged = await readJudged(client, KIND);
  const { scope, positions } = await readMatterScope(client);
  onStep('load', scope.length);
  const reader = (entity: string) => ({
    read: (fields: readonly string[]) => readCanonical(client, [{ entity: getEntity(entity) }], fields),
  });
  const result = await findMatters({ reader, judged: judgedPairs(judged) });
  onStep('score', result.links.length);
  const { labels, roles, pairs, statuses } = place(result, positions);
  const output = { labels, statuses, contradictory: [] };
  const plan: IdentityPlan = {
    ...assignIds(labels, scope.before),
    statuses,
    conflicts: [...judgementConflicts(judged, []), ...pairConflicts(scope, pairs, output, MATTER_BANDS)],
  };
  onStep('write', scope.length);
  await writeAllPairs(client, { kind: KIND, modelId: stored.id, runId }, pairRows(scope, pairs, plan, MATTER_BANDS));
  const reason = stored.state === 'current' ? 'records' : `rules ${stored.version}`;
  const context = { client, kind: KIND, runId, whole: true, roleOf: (at: number) => roles[at] ?? '', reason } as const;
  const changes = await writeIdentity(context, scope, plan, judged);
  await makeGoldenRecords(client, { kind: KIND, runId, entities: null, onDone: (done) => onStep('golden', done) });
  await adoptModel(client, { id: stored.id, kind: KIND });
  const totals = await readTotals(client, KIND);
  const merged = totals.records - totals.entities;
  const counts = { ...totals, changed: touched.length, pairs: pairs.length, apart: null, merged };
  await finishReconcileRun(client, { runId, modelId: stored.id }, counts);
  const modelVersion = stored.version;
  return { ...counts, runId, mode: 'full', modelVersion, scope: scope.length, changes, created: plan.created };
}
