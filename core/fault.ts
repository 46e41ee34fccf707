/**
 * Fault hook for tests: `GGZY_FAULT=merge:2` kills the process at the second passage of `merge`, the hardest way there
 * is. Does nothing in ordinary operation.
 */
export type FaultPoint = 'extract' | 'stage' | 'rules' | 'merge' | 'commit';

const [point = '', passage = '1'] = (process.env['GGZY_FAULT'] ?? '').split(':');
let remaining = Number(passage);

export function passFaultPoint(at: FaultPoint): void {
  if (at !== point) return;
  remaining -= 1;
  if (remaining === 0) process.kill(process.pid, 'SIGKILL');
}
