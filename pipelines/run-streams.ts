/** The streams of a run, parents first. What stops one stream stops those below it, and no others. */
import type { StreamDelivery } from '../connectors/connector.ts';
import { SourceError, SourceLostError } from '../core/errors.ts';
import { hashText } from '../core/ids.ts';
import { recordSourceColumns } from '../database/load/drift.ts';
import type { RunRecord } from '../database/load/run-ledger.ts';
import { recordUnreadStream } from '../database/load/stream-ledger.ts';
import type { StreamPlan } from '../database/load/plan.ts';
import { judgementFingerprint } from './judgement.ts';
import { planStream } from './plan.ts';
import { blockedBy, recordFindings, type ReadyStream } from './ready-streams.ts';
import type { RunOptions } from './run-options.ts';
import { runStream } from './stream-run.ts';

/** Of a frozen run records are left out, and what refers to them is judged with leniency: no other run may rely on that. */
export async function judgeOf({ judgedBy, frozen, now }: RunOptions): Promise<string> {
  const judge = judgedBy ?? (await judgementFingerprint());
  return frozen ? hashText(`${judge} frozen at ${now.toISOString()}`) : judge;
}

interface RunningStreams {
  readonly options: RunOptions;
  readonly run: RunRecord;
  readonly vanishLimit: number;
  /** Could not be read, or waits for a parent that could not. */
  readonly failed: Set<string>;
  /** Of a frozen run: streams some records of which were left out. Who refers to them is no orphan. */
  readonly cut: Set<string>;
}

async function leaveUnread(
  { options, run, failed }: RunningStreams,
  plan: StreamPlan,
  why: { readonly kind: 'failed' | 'held'; readonly message: string; readonly next: string | null },
): Promise<void> {
  const { kind, message, next } = why;
  const { stream } = plan;
  failed.add(stream);
  await recordUnreadStream(options.database, run.runId, plan, kind, message);
  options.progress(kind === 'failed' ? { kind, stream, message, next } : { kind, stream, message });
}

/** @throws SourceLostError: it may be as it was, so the run stays open, and the next one goes on behind the last chunk. */
async function readStream(
  running: RunningStreams,
  { mapping }: ReadyStream,
  { plan, delivery }: { readonly plan: StreamPlan; readonly delivery: StreamDelivery },
): Promise<void> {
  const { options, run, vanishLimit, failed, cut } = running;
  const { database, declaration, progress } = options;
  const { stream } = plan;
  progress({ kind: 'started', stream, declaredRows: delivery.declaredRows });
  if (cut.has(stream)) progress({ kind: 'frozen', stream, later: delivery.later ?? 0 });
  if (delivery.shape && options.complete) {
    const found = { runId: run.runId, system: declaration.system, stream, columns: delivery.shape };
    await recordSourceColumns(database, found);
  }
  try {
    await runStream({
      ...options,
      run,
      mapping,
      plan,
      judgedBy: await judgeOf(options),
      delivery,
      readBy: options.readBy ?? null,
      readers: options.readers ?? 1,
      incompleteStreams: new Set([...failed, ...cut]),
      vanishLimit,
      heldTogether: declaration.vanishScope === 'system',
    });
  } catch (thrown) {
    if (!(thrown instanceof SourceError) || thrown instanceof SourceLostError) throw thrown;
    await leaveUnread(running, plan, { kind: 'failed', message: thrown.message, next: thrown.next ?? null });
  }
}

/** @returns whether all of them could be read. */
export async function runStreams(
  options: RunOptions,
  run: RunRecord,
  { ready, vanishLimit }: { readonly ready: readonly ReadyStream[]; readonly vanishLimit: number },
): Promise<boolean> {
  const running: RunningStreams = { options, run, vanishLimit, failed: new Set(), cut: new Set() };
  const { failed, cut } = running;
  for (const each of ready) {
    const { mapping, delivery, fault } = each;
    const isCut = (delivery?.later ?? 0) > 0;
    if (isCut) cut.add(mapping.stream.name);
    const whole = planStream(mapping, options.declaration.mappings);
    const plan = isCut ? { ...whole, deletesByAbsence: false } : whole;
    // What came before stands in the target: of changes nothing waits for a file that was refused.
    const parent = options.complete ? blockedBy(mapping, failed) : null;
    await recordFindings(options, run, each);
    if (fault || !delivery) {
      const message = fault?.message ?? '无法读取';
      await leaveUnread(running, plan, { kind: 'failed', message, next: fault?.next ?? null });
    } else if (parent !== null) {
      const message = `等待上级数据 ${parent}：上级未能读取`;
      await leaveUnread(running, plan, { kind: 'held', message, next: null });
    } else await readStream(running, each, { plan, delivery });
  }
  return failed.size === 0;
}
