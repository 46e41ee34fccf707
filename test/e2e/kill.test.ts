/** Killing the process anywhere and running again gives the same database as a run that nobody disturbed. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FaultPoint } from '../../core/fault.ts';
import { readStreamBalances } from '../../database/read/balances.ts';
import { NOW } from '../setup/centre.ts';
import { useDatabases, type TestDatabase } from '../setup/database.ts';
import { runDemo, useDemo } from '../setup/demo.ts';
import { takeSnapshot, type Snapshot } from '../setup/snapshot.ts';

const SCRIPT = join(import.meta.dirname, 'migrate-once.ts');
const CHUNK = 50;
const POINTS: readonly FaultPoint[] = ['extract', 'stage', 'rules', 'merge', 'commit'];
const PASSAGES = [1, 2, 5];

const openFresh = useDatabases();
const writeDemo = useDemo();
let directory: string;
let undisturbed: Snapshot;

beforeAll(async () => {
  ({ directory } = await writeDemo({ seed: 7, scale: 0.5, dirt: 1 }));
  const { database, url } = await openFresh();
  const { code, stderr } = await migrate(url, '');
  if (code !== 0) throw new Error(stderr);
  undisturbed = await takeSnapshot(database);
});

interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

/** @param after milliseconds until the process is killed, where no fault point does it. */
function migrate(url: string, fault: string, after?: number): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const args = [SCRIPT, url, directory, String(CHUNK), NOW.toISOString()];
    // The undisturbed run leaves the compiled modules for those that are killed.
    const env = { PATH: process.env['PATH'], GGZY_FAULT: fault, NODE_COMPILE_CACHE: join(directory, 'compiled') };
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    const timer = new AbortController();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      timer.abort();
      resolve({ code, signal, stderr });
    });
    if (after === undefined) return;
    setTimeout(after, undefined, { signal: timer.signal }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    );
  });
}

async function expectUndisturbed({ database }: TestDatabase): Promise<void> {
  const runs = await runDemo(database, directory, { chunkSize: CHUNK });
  expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(['green']));
  const balances = await readStreamBalances(database, { systems: [] });
  expect(balances.filter(({ status }) => status !== 'green')).toEqual([]);
  expect(await takeSnapshot(database)).toEqual(undisturbed);
}

describe.concurrent('a process killed', () => {
  it.each(POINTS)('at the fault point %s, three times in a row', async (point) => {
    const target = await openFresh();
    for (const passage of PASSAGES) {
      const ending = await migrate(target.url, `${point}:${passage}`);
      expect(ending).toEqual({ code: null, signal: 'SIGKILL', stderr: '' });
    }
    await expectUndisturbed(target);
  });

  it.each([1, 2])('at five random moments (%i)', async () => {
    const target = await openFresh();
    for (let kill = 0; kill < 5; kill += 1) {
      const { code, stderr } = await migrate(target.url, '', 400 + Math.random() * 1600);
      expect({ code: code ?? 0, stderr }).toEqual({ code: 0, stderr: '' });
    }
    await expectUndisturbed(target);
  });
});
