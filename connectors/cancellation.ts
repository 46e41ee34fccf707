/** Stopping between two chunks. */
import { CancelledError } from '../core/errors.ts';

export function throwIfCancelled(signal: AbortSignal | undefined, stream: string): void {
  if (signal?.aborted) throw new CancelledError(`${stream}：读取已取消`, { stream });
}
