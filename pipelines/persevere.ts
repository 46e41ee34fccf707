/**
 * A source that is lost while it is read may be back in a moment: it is opened anew, and the run goes on where the new
 * state holds what the old one did. As long as it is away, the run that was broken off is not touched.
 */
import type { Connector } from '../connectors/connector.ts';
import { GgzyError, SourceLostError } from '../core/errors.ts';
import { SYSTEM_CLOCK, type Clock } from './throttle/clock.ts';

/** Seconds until the next try: a server that is restarted, a network that comes back. */
const PAUSES = [5, 30];

export interface Perseverance<T> {
  readonly connector: Connector;
  readonly run: (connector: Connector) => Promise<T>;
  /** @throws GgzyError where it is still away. */
  readonly reopen: () => Promise<Connector>;
  readonly onLost: (fault: SourceLostError, seconds: number) => void;
  readonly signal: AbortSignal;
  readonly clock?: Clock;
}

/** Whoever opened the connector closes it; those that are opened here are closed here. */
export async function persevere<T>(perseverance: Perseverance<T>): Promise<T> {
  const { connector, run, reopen, onLost, signal, clock = SYSTEM_CLOCK } = perseverance;
  let lost: SourceLostError;
  try {
    return await run(connector);
  } catch (thrown) {
    lost = lossOf(thrown);
  }
  // What is left of it would keep its state open at the source.
  await connector.close();
  for (const seconds of PAUSES) {
    onLost(lost, seconds);
    await clock.wait(seconds * 1000, signal);
    const again = await findOpen(reopen);
    if (!again) continue;
    try {
      return await run(again);
    } catch (thrown) {
      lost = lossOf(thrown);
    } finally {
      await again.close();
    }
  }
  throw lost;
}

function lossOf(thrown: unknown): SourceLostError {
  if (thrown instanceof SourceLostError) return thrown;
  throw thrown;
}

/** @returns undefined where it is still away. */
async function findOpen(reopen: () => Promise<Connector>): Promise<Connector | undefined> {
  try {
    const connector = await reopen();
    const findings = await connector.check([]);
    if (findings.every(({ level }) => level !== 'error')) return connector;
    await connector.close();
  } catch (thrown) {
    if (!(thrown instanceof GgzyError)) throw thrown;
  }
  return undefined;
}
