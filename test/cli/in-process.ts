/**
 * The command line in the process of the test: arguments in, output and exit code out. For what needs no process of its
 * own; a command takes milliseconds. One after another: standard output is caught.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { main } from '../../cli/program.ts';
import type { CliResult } from './harness.ts';

type Written = string | Uint8Array;
type Done = (error?: Error | null) => void;

/** Catches what is written to a stream of the process, as a pipe would. */
function catchOutput(stream: NodeJS.WriteStream): { readonly text: () => string; readonly release: () => void } {
  const pieces: string[] = [];
  const spy = vi.spyOn(stream, 'write').mockImplementation((piece: Written, encoding?: unknown, done?: unknown) => {
    pieces.push(typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8'));
    const callback = typeof encoding === 'function' ? encoding : done;
    if (typeof callback === 'function') (callback as Done)();
    return true;
  });
  return { text: () => pieces.join(''), release: () => spy.mockRestore() };
}

async function runMain(args: readonly string[]): Promise<CliResult> {
  const [stdout, stderr] = [catchOutput(process.stdout), catchOutput(process.stderr)];
  try {
    const code = await main(args);
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.release();
    stderr.release();
  }
}

export interface CommandLine {
  /** Where the settings file lies; what commands write goes here. */
  readonly directory: string;
  run(...args: readonly string[]): Promise<CliResult>;
  json(...args: readonly string[]): Promise<Record<string, unknown>>;
}

/** A directory with settings of its own, gone when the file is done. @param url of the target. */
export function useCommandLine(): (systems: string, url: string) => Promise<CommandLine> {
  const directories: string[] = [];
  afterAll(async () => {
    for (const directory of directories) await rm(directory, { recursive: true, force: true });
  });
  return async (systems, url) => {
    const directory = await mkdtemp(join(tmpdir(), 'ggzy-cli-'));
    directories.push(directory);
    const config = join(directory, 'ggzy.yaml');
    await writeFile(config, `target: { url: '${url}' }\nsystems: ${systems}\n`);
    process.env['GGZY_OPERATOR'] = 'tester';
    const run = (...args: readonly string[]): Promise<CliResult> => runMain(['--config', config, ...args]);
    return {
      directory,
      run,
      json: async (...args) => JSON.parse((await run('--json', ...args)).stdout) as Record<string, unknown>,
    };
  };
}
