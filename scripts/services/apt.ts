/** The packages of Debian and its kin. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const UPDATE_MILLISECONDS = 120_000;

/** Fetches the lists of packages where they do not know this one: a new machine has none. */
export async function knowPackage(name: string): Promise<void> {
  const known = await run('apt-cache', ['show', '--no-all-versions', name]).catch(() => ({ stdout: '' }));
  if (known.stdout.trim() === '') await run('apt-get', ['update', '-qq'], { timeout: UPDATE_MILLISECONDS });
}
