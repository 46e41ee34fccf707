/** A server that stopped sending is given up, however slowly we take what it sends. */

/** The server did not answer in time, or stopped sending. */
export class SilenceError extends Error {
  readonly code = 'silence';
}

export interface Silence {
  /** Longest wait for the server; the time we take between two waits does not count. */
  readonly seconds: number;
  /** Ends the source, so that whoever waits for it hears of it. */
  readonly stop: (reason: SilenceError) => void;
}

export async function* withinSilence<T>(
  source: AsyncIterable<T>,
  { seconds, stop }: Silence,
): AsyncGenerator<T, void, undefined> {
  const wait = (): NodeJS.Timeout =>
    setTimeout(() => stop(new SilenceError(`silent for ${seconds} s`)), seconds * 1000);
  let timer = wait();
  try {
    for await (const part of source) {
      clearTimeout(timer);
      yield part;
      timer = wait();
    }
  } finally {
    clearTimeout(timer);
  }
}
