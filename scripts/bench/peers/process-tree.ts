/**
 * Runs a command and measures it with everything it starts, servers it talks to not included. Processor time is what
 * the shell's `times` says of its children and theirs; memory is the largest sum of proportional sizes (PSS: a page
 * shared by two processes counts half for each) seen every 200 ms, and never less than the peak of a single process.
 * Linux only: it reads /proc.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Command {
  /** Run by `sh`; quoted by the caller where needed. */
  readonly line: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly directory: string;
}

export interface TreeMeasure {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly exitCode: number;
  readonly output: string;
}

const EVERY_MILLISECONDS = 200;

/** Ids of the process and all its descendants. */
async function treeOf(root: number): Promise<number[]> {
  const parents = new Map<number, number[]>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'latin1').catch(() => '');
    // The name in brackets may hold anything.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const tree: number[] = [root];
  for (let at = 0; at < tree.length; at += 1) tree.push(...(parents.get(tree[at] ?? 0) ?? []));
  return tree;
}

async function kilobytes(path: string, field: string): Promise<number> {
  const lines = await readFile(path, 'latin1').catch(() => '');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(lines)?.[1] ?? 0);
}

/** @returns the largest size in kilobytes until `ended` says that the tree is gone. */
async function watchMemory(root: number, ended: () => boolean): Promise<number> {
  let peak = 0;
  while (!ended()) {
    let sum = 0;
    for (const id of await treeOf(root)) {
      sum += await kilobytes(`/proc/${id}/smaps_rollup`, 'Pss');
      peak = Math.max(peak, await kilobytes(`/proc/${id}/status`, 'VmHWM'));
    }
    peak = Math.max(peak, sum);
    await sleep(EVERY_MILLISECONDS);
  }
  return peak;
}

/** `0m1.230s 0m0.456s`: user and system time of the shell's children, in its last line. */
function secondsOf(times: string): number {
  const [last = ''] = times.trim().split('\n').slice(-1);
  return [...last.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
    0,
  );
}

export async function measureCommand({ line, environment = {}, directory }: Command): Promise<TreeMeasure> {
  const begun = performance.now();
  const child = spawn('sh', ['-c', `(${line}); code=$?; times >&3; exit $code`], {
    cwd: directory,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, out, error, accounts] = child.stdio as unknown as [null, ...NodeJS.ReadableStream[]];
  const texts = Promise.all([out, error, accounts].map(async (stream) => (stream ? text(stream) : '')));
  let ended = false;
  const memory = watchMemory(child.pid ?? 0, () => ended);
  const [exitCode] = (await once(child, 'exit')) as [number | null];
  const seconds = (performance.now() - begun) / 1000;
  ended = true;
  const [printed = '', complained = '', times = ''] = await texts;
  return {
    seconds,
    cpuSeconds: secondsOf(times),
    peakMegabytes: (await memory) / 1024,
    exitCode: exitCode ?? -1,
    output: `${printed}\n${complained}`.trim(),
  };
}
