/** Ctrl-C: the first asks the current chunk to end, the second leaves at once. */
import { EXIT } from './exit-codes.ts';

export interface Cancellation {
  readonly signal: AbortSignal;
  dispose(): void;
}

export function listenForCancellation(announce: () => void): Cancellation {
  const controller = new AbortController();
  const cancel = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.cancelled);
    controller.abort();
    announce();
  };
  process.on('SIGINT', cancel);
  process.on('SIGTERM', cancel);
  return {
    signal: controller.signal,
    dispose() {
      process.off('SIGINT', cancel);
      process.off('SIGTERM', cancel);
    },
  };
}
