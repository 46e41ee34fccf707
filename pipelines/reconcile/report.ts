/** Gathers what the reconciliation report says: reads, masks, counts; laying out is left to the reports. */
import type { Database } from '../../database/connection.ts';
import {
  countOverlap,
  countSizes,
  countSystems,
  countWeights,
  findRunModel,
} from '../../database/identity/report-figures.ts';
import { readUnlinkable } from '../../database/identity/report-records.ts';
import { findLastReconcileRun, type ReconcileRun } from '../../database/identity/runs.ts';
import { MATTER_BANDS } from '../../reconcile/matters/index.ts';
import type { KindReport, ReconcileReport, RunSummary } from '../../reports/reconcile/report.ts';
import { gatherBins } from '../../reports/reconcile/bins.ts';
import { ENTITY_KINDS, type EntityKind } from '../../schemas/identity.ts';
import { SYSTEMS } from '../registry.ts';
import { REPORT_FIELDS } from './report-fields.ts';
import { numberConflicts, openConflicts, ReportRecords } from './report-records.ts';
import { beijingTime } from '../../schemas/values/beijing.ts';

export interface ReportOptions {
  readonly database: Database;
  readonly kinds: readonly EntityKind[];
  readonly masked: boolean;
  readonly operator: string;
  readonly productVersion: string;
  readonly now: Date;
}

const UNLINKABLE = 30;

/** To the minute. */
const beijing = (moment: Date): string => beijingTime(moment).slice(0, 16);

function summarize(run: ReconcileRun, modelVersion: string | null): RunSummary {
  const { runId, mode, operator, records, entities, pairs, review, apart, conflicts } = run;
  const [started, finished] = [run.startedAt, run.finishedAt ?? run.startedAt].map((text) => new Date(text));
  const seconds = ((finished?.getTime() ?? 0) - (started?.getTime() ?? 0)) / 1000;
  const finishedAt = beijing(finished ?? new Date(0));
  return {
    runId,
    mode,
    operator,
    records,
    entities,
    pairs,
    review,
    apart,
    conflicts,
    modelVersion,
    seconds,
    finishedAt,
  };
}

interface KindModel {
  readonly version: string | null;
  readonly bands: KindReport['bands'];
}

/** Matters are linked by rules whose bands are fixed; the others say theirs in the parameters of the model. */
async function readModel(database: Database, kind: EntityKind, modelId: string): Promise<KindModel> {
  const model = await findRunModel(database, modelId);
  const version = model === null ? null : String(model.version);
  if (kind === 'matter') return { version, bands: MATTER_BANDS };
  const bands = (model?.parameters as { bands?: { merge?: unknown; review?: unknown } } | null)?.bands;
  if (typeof bands?.merge !== 'number' || typeof bands.review !== 'number') return { version, bands: null };
  return { version, bands: { merge: bands.merge, review: bands.review } };
}

async function gatherKind(database: Database, run: ReconcileRun, masked: boolean): Promise<KindReport> {
  const { kind } = run;
  const reader = new ReportRecords(database, kind, masked);
  const { version, bands } = await readModel(database, kind, run.modelId);
  const fields = REPORT_FIELDS[kind].linking;
  const { counts, first } = await readUnlinkable(database, reader.naming, { fields, examples: UNLINKABLE });
  return {
    kind,
    run: summarize(run, version),
    bands,
    histogram: gatherBins(await countWeights(database, kind)),
    systems: await countSystems(database, kind),
    overlap: await countOverlap(database, kind),
    sizes: await countSizes(database, kind),
    largest: await reader.largest(),
    conflicts: [...(await numberConflicts(database, reader)), ...(await openConflicts(database, reader))],
    unlinkable: {
      total: counts.reduce((sum, { records }) => sum + records, 0),
      bySystem: counts,
      examples: first.map((record) => reader.place(record)),
    },
  };
}

/** @returns kinds that were never reconciled are left out. */
export async function gatherReconcileReport(options: ReportOptions): Promise<ReconcileReport> {
  const { database, masked, operator, productVersion, now } = options;
  const kinds: KindReport[] = [];
  for (const kind of ENTITY_KINDS.filter((candidate) => options.kinds.includes(candidate))) {
    const run = await findLastReconcileRun(database, kind);
    if (run) kinds.push(await gatherKind(database, run, masked));
  }
  const systems = Object.fromEntries(SYSTEMS.map(({ system, label }) => [system, label]));
  return { productVersion, madeAt: beijing(now), madeBy: operator, masked, systems, kinds };
}
