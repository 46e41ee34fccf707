/** A server with a data directory of its own, gone without a trace when the test run ends, however it ends. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { findBinaries, type Binaries } from './binaries.ts';
import { makeCertificate } from './certificate.ts';

const run = promisify(execFile);
const START_MILLISECONDS = 60_000;
const OWNER = 'tester';
const PASSWORD = 'owns-everything';
/** A server must not run as root. */
const UNPRIVILEGED = 'nobody';

export interface MariadbServer {
  /** Of an account that may do everything. */
  readonly url: string;
  /** File of the authority that signed the server's certificate; undefined where it has none. */
  readonly ca: string | undefined;
  /** Ends every session and comes back on the same port with the same data. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Ends the server when the process that wanted it is gone. */
const WATCH = `parent=$1; shift; "$@" & server=$!
trap 'kill $server' TERM INT
while kill -0 $parent 2>/dev/null && kill -0 $server 2>/dev/null; do sleep 1 & wait $!; done
kill $server 2>/dev/null; wait $server`;

/** @throws Error that says why there is none. */
export async function startMariadb(): Promise<MariadbServer> {
  const binaries = await findBinaries();
  const directory = await mkdtemp(join(tmpdir(), 'ggzy-mariadb-'));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true });
  try {
    await chmod(directory, 0o755);
    for (const name of ['data', 'tmp']) await mkdir(join(directory, name));
    const ca = await makeCertificate(directory);
    if (process.getuid?.() === 0) await run('chown', ['-R', UNPRIVILEGED, directory]);
    await initialise(binaries, directory);
    const port = await freePort();
    let child = await launch(binaries, directory, port);
    const end = async (): Promise<void> => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    };
    const stop = (): Promise<void> => end().then(remove);
    const restart = async (): Promise<void> => {
      await end();
      child = await launch(binaries, directory, port);
      await whenReady(child, { port, directory });
    };
    await whenReady(child, { port, directory }).catch(async (thrown: unknown) => {
      await stop();
      throw thrown;
    });
    return { url: `mysql://${OWNER}:${PASSWORD}@127.0.0.1:${port}`, ca, restart, stop };
  } catch (thrown) {
    await remove();
    throw thrown;
  }
}

function environmentOf({ libraries }: Binaries): NodeJS.ProcessEnv {
  return libraries === undefined ? process.env : { ...process.env, LD_LIBRARY_PATH: libraries };
}

function commonArguments({ prefix, libraries }: Binaries, directory: string): string[] {
  const share = join(prefix, 'share', 'mysql');
  return [
    '--no-defaults',
    `--datadir=${join(directory, 'data')}`,
    `--tmpdir=${join(directory, 'tmp')}`,
    '--innodb-flush-log-at-trx-commit=0',
    '--skip-log-bin',
    ...(libraries === undefined
      ? []
      : [`--lc-messages-dir=${share}`, `--character-sets-dir=${join(share, 'charsets')}`]),
    ...(process.getuid?.() === 0 ? [`--user=${UNPRIVILEGED}`] : []),
  ];
}

/** MariaDB is given the tables of its own in SQL; MySQL knows them. */
async function initialise(binaries: Binaries, directory: string): Promise<void> {
  const { stdout } = await run(binaries.server, ['--version'], { env: environmentOf(binaries) });
  const isMariadb = stdout.includes('MariaDB');
  const given = [...commonArguments(binaries, directory), isMariadb ? '--bootstrap' : '--initialize-insecure'];
  const child = execFile(binaries.server, given, { env: environmentOf(binaries), maxBuffer: 1 << 26 });
  child.stdin?.end(isMariadb ? await systemTables(binaries) : '');
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`${binaries.server} could not make a data directory (exit code ${code})`);
}

async function systemTables({ prefix }: Binaries): Promise<string> {
  const parts = ['system_tables', 'performance_tables', 'system_tables_data'];
  const names = ['mysql', 'mariadb'].flatMap((share) => ['mysql', 'mariadb'].map((name) => `share/${share}/${name}`));
  const files = parts.map((part) =>
    names.map((name) => join(prefix, `${name}_${part}.sql`)).find((path) => existsSync(path)),
  );
  const texts = await Promise.all(files.map((path) => readFile(path ?? '', 'utf8')));
  return ['create database mysql;', 'use mysql;', ...texts].join('\n');
}

async function launch(binaries: Binaries, directory: string, port: number): Promise<ChildProcess> {
  const accounts = join(directory, 'accounts.sql');
  const owner = `${OWNER}@'127.0.0.1'`;
  await writeFile(
    accounts,
    `create user if not exists ${owner} identified by '${PASSWORD}';\ngrant all privileges on *.* to ${owner} with grant option;\n`,
  );
  const given = [
    ...commonArguments(binaries, directory),
    ...(existsSync(join(directory, 'server.pem'))
      ? [`--ssl-cert=${join(directory, 'server.pem')}`, `--ssl-key=${join(directory, 'server.key')}`]
      : ['--skip-ssl']),
    `--init-file=${accounts}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    `--socket=${join(directory, 'socket')}`,
    `--pid-file=${join(directory, 'pid')}`,
    '--innodb-doublewrite=0',
    '--innodb-buffer-pool-size=128M',
  ];
  const log = await open(join(directory, 'log'), 'w');
  const stdio: ['ignore', number, number] = ['ignore', log.fd, log.fd];
  const shell = ['-c', WATCH, 'watch', String(process.pid), binaries.server, ...given];
  const child = spawn('sh', shell, { stdio, env: environmentOf(binaries) });
  await log.close();
  return child;
}

async function whenReady(child: ChildProcess, { port, directory }: { port: number; directory: string }): Promise<void> {
  for (const until = Date.now() + START_MILLISECONDS; Date.now() < until && child.exitCode === null; await sleep(50)) {
    const opened = await createConnection({ host: '127.0.0.1', port, user: OWNER, password: PASSWORD }).catch(
      () => null,
    );
    if (opened) return opened.end();
  }
  const log = await readFile(join(directory, 'log'), 'utf8').catch(() => '');
  throw new Error(`the server did not start: ${log.trim().split('\n').slice(-3).join(' | ')}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = Object(server.address())['port'] as number;
  server.close();
  return port;
}
