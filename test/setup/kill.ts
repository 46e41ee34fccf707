/** Runs demo systems in a process of its own and kills it: at a fault point, or after a while. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { NOW } from './centre.ts';
import type { OtherDeliveries } from './demo.ts';

const SCRIPT = join(import.meta.dirname, '..', 'e2e', 'migrate-once.ts');

export interface Migration {
  readonly url: string;
  /** Where the demo data lies; compiled modules are kept there for the next process. */
  readonly directory: string;
  readonly chunkSize: number;
  readonly readers: number;
  readonly deliveries: OtherDeliveries;
  readonly systems: readonly string[];
  /** `merge:2`: the process kills itself at the second passage. */
  readonly fault?: string;
  /** Milliseconds until the process is killed from outside. */
  readonly after?: number;
}

export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

export function migrateInProcess({
  url,
  directory,
  chunkSize,
  readers,
  deliveries,
  systems,
  ...end
}: Migration): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const args = [
      url,
      directory,
      String(chunkSize),
      String(readers),
      NOW.toISOString(),
      JSON.stringify(deliveries),
      ...systems,
    ];
    const cache = join(directory, 'compiled');
    const env = { PATH: process.env['PATH'], GGZY_FAULT: end.fault ?? '', NODE_COMPILE_CACHE: cache };
    const child = spawn(process.execPath, [SCRIPT, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    const timer = new AbortController();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      timer.abort();
      resolve({ code, signal, stderr });
    });
    if (end.after === undefined) return;
    setTimeout(end.after, undefined, { signal: timer.signal }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    );
  });
}
