/**
 * Where a MariaDB or MySQL server can be had without installing one: on this machine, in the folder an earlier test run
 * unpacked it to, or from the packages of the system (Debian and its kin), unpacked and not installed.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { arch, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { knowPackage } from '../apt.ts';

const run = promisify(execFile);
const DOWNLOAD_MILLISECONDS = 120_000;
const PACKAGE = 'mariadb-server-core';
const NAMES = ['mariadbd', 'mysqld'];
const USUAL = ['/usr/sbin', '/usr/local/sbin', '/usr/libexec', '/opt/homebrew/bin'];

export interface Binaries {
  readonly server: string;
  /** Folder above `bin`, `sbin` and `share`. */
  readonly prefix: string;
  /** Where its own libraries are, when it is not installed. */
  readonly libraries: string | undefined;
}

/** @throws Error that says why there is none. */
export async function findBinaries(): Promise<Binaries> {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...USUAL];
  const installed = folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  if (installed) return { server: installed, prefix: dirname(dirname(installed)), libraries: undefined };
  const home = join(tmpdir(), `ggzy-mariadb-${arch()}`);
  if (!existsSync(home)) await unpackPackages(home);
  const prefix = join(home, 'usr');
  const [triplet = ''] = (await readdir(join(prefix, 'lib'))).filter((name) => name.includes('-linux-'));
  return { server: join(prefix, 'sbin', 'mariadbd'), prefix, libraries: join(prefix, 'lib', triplet) };
}

async function unpackPackages(home: string): Promise<void> {
  const directory = await mkdtemp(`${home}-`);
  try {
    // The package tool may leave its rights behind, and the server runs as another user.
    await chmod(directory, 0o755);
    const packages = join(directory, 'packages');
    const root = join(directory, 'root');
    await mkdir(packages, { mode: 0o777 });
    await mkdir(root);
    await chmod(packages, 0o777);
    await ensureLists();
    await knowPackage(PACKAGE);
    const names = [PACKAGE, ...(await missingLibraries())];
    await run('apt-get', ['download', ...names], { cwd: packages, timeout: DOWNLOAD_MILLISECONDS });
    for (const file of await readdir(packages)) await run('dpkg', ['-x', join(packages, file), root]);
    await rename(root, home).catch((thrown: unknown) => {
      if (!existsSync(home)) throw thrown;
    });
  } catch (thrown) {
    throw new Error(`no mariadbd or mysqld on PATH, and ${PACKAGE} cannot be had from apt: ${lastLine(thrown)}`, {
      cause: thrown,
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** A fresh machine knows no packages yet. Who may not update the lists is told by the download that follows. */
async function ensureLists(): Promise<void> {
  const known = await run('apt-cache', ['show', PACKAGE]).then(
    ({ stdout }) => stdout.includes('Filename:'),
    () => false,
  );
  if (!known) await run('apt-get', ['update'], { timeout: DOWNLOAD_MILLISECONDS }).catch(() => undefined);
}

async function missingLibraries(): Promise<string[]> {
  const { stdout } = await run('apt-cache', ['depends', PACKAGE]);
  const names = [...stdout.matchAll(/^\s*Depends: (lib[\w.+-]+)$/gm)].map(([, name = '']) => name);
  const missing: string[] = [];
  for (const name of names) {
    const status = await run('dpkg-query', ['-W', '-f=${Status}', name]).catch(() => ({ stdout: '' }));
    if (!status.stdout.includes('install ok installed')) missing.push(name);
  }
  return missing;
}

function lastLine(thrown: unknown): string {
  return String(thrown instanceof Error ? thrown.message : thrown)
    .trim()
    .split('\n')
    .slice(-1)
    .join('');
}
