/** Tools of other houses, found or installed: programs on PATH, packages of the system, packages of PyPI. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { knowPackage } from '../../services/apt.ts';
import type { Prepared, Workshop } from './tool.ts';

const run = promisify(execFile);
const INSTALL_MILLISECONDS = 600_000;

/** Nothing a tool reports about its use may leave the machine. */
export const QUIET: Readonly<Record<string, string>> = {
  RUNTIME__DLTHUB_TELEMETRY: 'false',
  INGESTR_DISABLE_TELEMETRY: 'true',
  DISABLE_TELEMETRY: 'true',
  DO_NOT_TRACK: '1',
  HTTP_PROXY: 'http://127.0.0.1:9',
  HTTPS_PROXY: 'http://127.0.0.1:9',
};

/** First line of what `program --version` prints; null where there is no such program. */
export async function findVersion(program: string): Promise<string | null> {
  try {
    const { stdout } = await run(program, ['--version'], { env: { ...process.env, ...QUIET } });
    return stdout.split('\n')[0]?.trim() ?? '';
  } catch {
    return null;
  }
}

const reasonOf = (thrown: unknown): string =>
  (thrown instanceof Error ? thrown.message : String(thrown)).trim().split('\n').slice(-1).join('').slice(0, 120);

/** A program that a Debian package brings. */
export async function prepareDebian(program: string, name: string, { mayInstall }: Workshop): Promise<Prepared> {
  const version = await findVersion(program);
  if (version !== null) return { version };
  if (!mayInstall) return { missing: 'not installed, and not to be installed' };
  try {
    const options = { timeout: INSTALL_MILLISECONDS, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    await knowPackage(name);
    await run('apt-get', ['install', '-y', '--no-install-recommends', name], options);
    return { version: (await findVersion(program)) ?? '' };
  } catch (thrown) {
    return { missing: `apt-get install ${name}: ${reasonOf(thrown)}` };
  }
}

/** Folder of the programs of a virtual environment that holds these packages. */
export const environmentPrograms = (name: string, { directory }: Workshop): string => join(directory, name, 'bin');

/** @param packages pinned, the one whose version is reported first. */
export async function preparePython(name: string, packages: readonly string[], workshop: Workshop): Promise<Prepared> {
  const programs = environmentPrograms(name, workshop);
  const pip = join(programs, 'pip');
  const version = packages.join(', ').replaceAll('==', ' ');
  const isComplete = async (): Promise<boolean> => {
    if (!existsSync(pip)) return false;
    const { stdout } = await run(pip, ['freeze']);
    const installed = new Set(stdout.toLowerCase().split('\n'));
    return packages.every((one) => installed.has(one.toLowerCase()));
  };
  try {
    if (await isComplete()) return { version };
    if (!workshop.mayInstall) return { missing: 'not installed, and not to be installed' };
    await run('python3', ['-m', 'venv', join(workshop.directory, name)]);
    await run(pip, ['install', '--quiet', ...packages], { timeout: INSTALL_MILLISECONDS });
    return { version };
  } catch (thrown) {
    return { missing: `pip install ${packages.join(' ')}: ${reasonOf(thrown)}` };
  }
}
