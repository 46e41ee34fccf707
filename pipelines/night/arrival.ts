/** A delivery looked at before anything of it is taken: what each stream holds, and what the guards say of it. */

import { SourceError } from '../../core/errors.ts';
import { hashText } from '../../core/ids.ts';
import type { StreamPast } from '../../database/read/stream-history.ts';
import { describeDrift, type ApprovedDelivery, type ApprovedSource } from '../approved-source.ts';
import { driftName, stopsStream, type Drift } from '../drift.ts';
import type { Verdict } from '../guards/verdict.ts';
import { judgeVolume } from '../guards/volume.ts';
import type { SystemDeclaration } from '../system.ts';
import type { Reading } from './reading.ts';

export interface ArrivedStream {
  readonly stream: string;
  readonly sort: 'state' | 'changes';
  /** Null where it could not be looked at, or is not looked at before it is read. */
  readonly delivery: ApprovedDelivery | null;
  readonly fault: SourceError | null;
}

export interface Arrival {
  readonly streams: readonly ArrivedStream[];
  readonly verdicts: readonly Verdict[];
  /** Of everything that was looked at. */
  readonly fingerprint: string;
}

export interface ArrivalOptions {
  readonly source: ApprovedSource;
  readonly declaration: SystemDeclaration;
  readonly reading: Reading;
  /** Streams of changes are counted too: true for files; of a live source, which would count all of itself, only columns are looked at. */
  readonly looksAtChanges: boolean;
  readonly history: (stream: string) => StreamPast;
}

async function lookAtStream(options: ArrivalOptions, name: string): Promise<ArrivedStream> {
  const { source, declaration, reading, looksAtChanges } = options;
  const sort = reading.changes.has(name) ? 'changes' : 'state';
  const mapping = declaration.mappings.find(({ stream }) => stream.name === name);
  if (!mapping) return { stream: name, sort, delivery: null, fault: null };
  try {
    const isCounted = sort === 'state' || looksAtChanges;
    const delivery = await (isCounted ? source.describe(mapping.stream) : source.describeColumns(mapping.stream));
    return { stream: name, sort, delivery, fault: null };
  } catch (thrown) {
    if (!(thrown instanceof SourceError)) throw thrown;
    return { stream: name, sort, delivery: null, fault: thrown };
  }
}

function judgeDrift(drift: Drift): Verdict {
  const { zh, en } = describeDrift(drift);
  const name = driftName(drift);
  return {
    guard: 'drift',
    stream: drift.stream,
    level: stopsStream(drift) ? 'stop' : 'warn',
    measured: drift.found ?? '',
    expected: drift.declared ?? '',
    learned: false,
    message: { zh: `${name} ${zh}`, en: `${name} ${en}` },
  };
}

function judgeStream({ declaration, history }: ArrivalOptions, arrived: ArrivedStream): Verdict[] {
  const { stream, sort, delivery } = arrived;
  if (!delivery) return [];
  const verdicts = delivery.drifts.map(judgeDrift);
  const rows = delivery.declaredRows;
  // A delivery that cannot be read says nothing of its volume.
  if (rows === null || delivery.findings.some(({ level }) => level === 'error')) return verdicts;
  const past = sort === 'state' ? history(stream).states : history(stream).changes;
  const volume = judgeVolume({ stream, rows, past, sort, levels: declaration.guards?.volume });
  return volume ? [...verdicts, volume] : verdicts;
}

export async function lookAtArrival(options: ArrivalOptions): Promise<Arrival> {
  const streams: ArrivedStream[] = [];
  for (const { stream } of options.declaration.mappings) streams.push(await lookAtStream(options, stream.name));
  return {
    streams,
    verdicts: streams.flatMap((arrived) => judgeStream(options, arrived)),
    fingerprint: hashText(streams.map(({ stream, delivery }) => `${stream} ${delivery?.fingerprint ?? ''}`).join('\n')),
  };
}

/** Streams whose very content was taken for that day before: a day that is delivered once more. */
export function repeatedStreams(
  streams: readonly ArrivedStream[],
  taken: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const isRepeated = ({ stream, delivery }: ArrivedStream): boolean =>
    delivery !== null && delivery.fingerprint !== '' && taken.get(stream)?.has(delivery.fingerprint) === true;
  return new Set(streams.filter(isRepeated).map(({ stream }) => stream));
}
