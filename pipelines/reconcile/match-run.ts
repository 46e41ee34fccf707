/** One run of a kind that a model matches: full, or from what has changed since the run before. */
import type { Client } from '../../database/connection.ts';
import { readTotals } from '../../database/identity/findings.ts';
import { readEntitiesOf } from '../../database/identity/members.ts';
import { adoptModel } from '../../database/identity/models.ts';
import { writeAllPairs, writeTouchedPairs } from '../../database/identity/pairs.ts';
import { syncRecords } from '../../database/identity/records.ts';
import { writeRelations } from '../../database/identity/relations.ts';
import { finishReconcileRun, type ReconcileMode, type ReconcileRun } from '../../database/identity/runs.ts';
import { train, TRAINING_DEFAULTS, type TrainingOptions } from '../../reconcile/training/train.ts';
import type { EngineHome } from './engine-home.ts';
import { loadAll, loadTouched } from './find-pairs.ts';
import { readJudged, type JudgedRecords } from './judged.ts';
import { makeGoldenRecords } from './golden.ts';
import { resolveMentions } from './mentions.ts';
import { keepModel, type ChosenModel, type MatchedKind } from './models.ts';
import { everything, nearChanges, type Neighbourhood } from './neighbourhood.ts';
import { OnePerStream } from './one-per-stream.ts';
import type { Matching, ReconcileOptions, ReconcileResult } from './options.ts';
import { planIdentity, type IdentityPlan } from './plan.ts';
import { SOURCES } from './sources.ts';
import { pairRows, writeIdentity } from './write.ts';

export interface MatchContext {
  readonly options: ReconcileOptions;
  readonly kind: MatchedKind;
  readonly matching: Matching;
  readonly mode: ReconcileMode;
  readonly runId: string;
  readonly last: ReconcileRun | null;
  readonly home: EngineHome;
}

/** Few records have few different pairs: a small share of them says enough. */
export function trainingFor(records: number): TrainingOptions {
  const randomPairs = Math.min(TRAINING_DEFAULTS.randomPairs, Math.max(200_000, records * 100));
  return { ...TRAINING_DEFAULTS, randomPairs };
}

export class MatchRun {
  readonly #context: MatchContext;

  constructor(context: MatchContext) {
    this.#context = context;
  }

  /** @param chosen null: a model is trained on the records of this run. */
  async run(client: Client, chosen: ChosenModel | null): Promise<ReconcileResult> {
    const { options, kind, mode, runId, home } = this.#context;
    const { onStep } = options;
    const touched = await syncRecords(client, { kind, runId, sources: SOURCES[kind] });
    onStep('sync', touched.length);
    const judged = await readJudged(client, kind);
    const once = options.once ?? new OnePerStream();
    const finding = { ...this.#context, once, client, signal: options.signal, onStep };
    const loaded = mode === 'full' || home.isEmpty ? await loadAll(finding) : null;
    if (!loaded) await loadTouched(finding, touched);
    const { stored, trained } = chosen ?? (await this.#train(client));
    const weighing = { ...finding, trained };
    const near =
      mode === 'full' && loaded
        ? await everything(weighing, loaded)
        : await nearChanges(weighing, { touched, judged, since: this.#context.last?.startedAt ?? '-infinity' });
    onStep('cluster', near.scope.length);
    const plan = planIdentity(near.scope, near.pairs, judged, trained.bands);
    const reason = chosen?.stored.state === 'current' ? 'records' : `model ${stored.version}`;
    onStep('write', near.scope.length);
    const changes = await this.#write(client, { near, plan, judged, reason, modelId: stored.id, bands: trained.bands });
    const entities = mode === 'full' ? null : await readEntitiesOf(client, near.scope.recordNos);
    await makeGoldenRecords(client, { kind, runId, entities, onDone: (done) => onStep('golden', done) });
    const ofEnterprises = kind === 'enterprise' ? await this.#afterEnterprises(client) : {};
    const totals = await readTotals(client, kind);
    const { scored, apart } = near.found;
    const counts = {
      ...totals,
      changed: touched.length,
      pairs: scored,
      apart,
      merged: totals.records - totals.entities,
    };
    await adoptModel(client, { id: stored.id, kind });
    await finishReconcileRun(client, { runId, modelId: stored.id }, counts);
    const { created } = plan;
    const scope = near.scope.length;
    return { ...counts, ...ofEnterprises, runId, mode, modelVersion: stored.version, scope, changes, created };
  }

  async #afterEnterprises(client: Client): Promise<Pick<ReconcileResult, 'mentions'>> {
    const { options, mode, runId } = this.#context;
    await writeRelations(client, runId);
    const mentions = await resolveMentions(client, { runId, whole: mode === 'full' });
    options.onStep('mentions', mentions.mentions);
    return { mentions };
  }

  async #train(client: Client): Promise<ChosenModel> {
    const { options, kind, matching, home } = this.#context;
    options.onStep('train', home.numbers.length);
    const trained = await train(home.engine, matching.model, trainingFor(home.numbers.length));
    return keepModel(client, { kind, model: matching.model, madeBy: options.operator }, trained);
  }

  async #write(client: Client, decided: Decided): Promise<ReconcileResult['changes']> {
    const { kind, mode, runId } = this.#context;
    const { near, plan, judged, reason, modelId, bands } = decided;
    const whole = mode === 'full';
    const rows = pairRows(near.scope, near.pairs, plan, bands);
    const writePairs = whole ? writeAllPairs : writeTouchedPairs;
    await writePairs(client, { kind, modelId, runId }, rows);
    const context = { client, kind, runId, whole, roleOf: () => '', reason };
    return writeIdentity(context, near.scope, plan, judged);
  }
}

interface Decided {
  readonly near: Neighbourhood;
  readonly plan: IdentityPlan;
  readonly judged: JudgedRecords;
  readonly reason: string;
  readonly modelId: string;
  readonly bands: ChosenModel['trained']['bands'];
}
