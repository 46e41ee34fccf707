import { createHash } from 'node:crypto';

/** One hash of several: equal when and only when all are, in order. A single one stands for itself. */
export function combineFingerprints(hashes: readonly string[]): string {
  const [only] = hashes;
  if (hashes.length === 1 && only !== undefined) return only;
  return createHash('sha256').update(hashes.join('\n')).digest('hex');
}
