/**
 * An embedded PostgreSQL for machines that have none: real server binaries from npm, a data directory of its own.
 * Several commands may use it at once; the last one to leave stops it. A server left behind by a killed command is
 * found again and taken over.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describeCause, TargetError } from '../core/errors.ts';
import { prepareServerHome, runServerTool, type ServerHome } from './embedded-home.ts';

export interface EmbeddedServer {
  readonly connectionString: string;
  /** Where the data lies; the caller may show it. */
  readonly directory: string;
  /** Leaves the server; stops it when nobody else uses it. */
  release(): Promise<void>;
}

const SETTINGS = [
  'shared_buffers = 512MB',
  'max_wal_size = 4GB',
  'checkpoint_timeout = 15min',
  'wal_compression = off',
  'max_connections = 60',
  "timezone = 'UTC'",
  "log_timezone = 'UTC'",
  "listen_addresses = '127.0.0.1'",
  "unix_socket_directories = ''",
];

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

async function initialise(home: ServerHome): Promise<void> {
  if (existsSync(join(home.data, 'PG_VERSION'))) return;
  const password = randomBytes(18).toString('base64url');
  await writeFile(home.passwordFile, password, { mode: 0o600 });
  await home.own(home.passwordFile);
  const flags = [
    '-D',
    home.data,
    '-U',
    'ggzy',
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  await runServerTool(home, 'initdb', [...flags, '--auth=scram-sha-256', `--pwfile=${home.passwordFile}`]);
  await writeFile(join(home.data, 'postgresql.auto.conf'), `${SETTINGS.join('\n')}\n`);
  await home.own(join(home.data, 'postgresql.auto.conf'));
}

/** Port of the server that runs on this data directory, if one does. */
async function runningPort(home: ServerHome): Promise<number | null> {
  const lines = await readFile(join(home.data, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid = '', , , port = ''] = lines.split('\n');
  return pid !== '' && isAlive(Number(pid)) && port !== '' ? Number(port) : null;
}

async function start(home: ServerHome): Promise<number> {
  const port = await freePort();
  const args = ['start', '-w', '-t', '60', '-D', home.data, '-l', home.logFile, '-o', `-p ${port}`];
  try {
    await runServerTool(home, 'pg_ctl', args);
  } catch (thrown) {
    const again = await runningPort(home);
    if (again !== null) return again;
    const log = await readFile(home.logFile, 'utf8').catch(() => '');
    const tail = log.trim().split('\n').slice(-3).join(' | ');
    throw new TargetError(`内嵌 PostgreSQL 无法启动：${tail || describeCause(thrown)}`, {
      next: `请检查磁盘空间和目录权限（${home.directory}），或在 ggzy.yaml 中设置 DATABASE_URL 使用已有的服务器。`,
      cause: thrown,
    });
  }
  return port;
}

async function otherUsers(home: ServerHome): Promise<number> {
  const entries = await readdir(home.users).catch(() => []);
  let alive = 0;
  for (const entry of entries) {
    if (Number(entry) === process.pid) continue;
    if (isAlive(Number(entry))) alive += 1;
    else await rm(join(home.users, entry), { force: true });
  }
  return alive;
}

/** @param directory data directory, made when it is not there. */
export async function acquireEmbeddedServer(directory: string): Promise<EmbeddedServer> {
  const home = await prepareServerHome(directory);
  await mkdir(home.users, { recursive: true });
  await writeFile(join(home.users, String(process.pid)), '');
  await initialise(home);
  const port = (await runningPort(home)) ?? (await start(home));
  const password = (await readFile(home.passwordFile, 'utf8')).trim();
  return {
    connectionString: `postgresql://ggzy:${password}@127.0.0.1:${port}/postgres`,
    directory: home.directory,
    async release() {
      await rm(join(home.users, String(process.pid)), { force: true });
      if ((await otherUsers(home)) > 0) return;
      await runServerTool(home, 'pg_ctl', ['stop', '-w', '-m', 'fast', '-D', home.data]).catch(() => undefined);
    },
  };
}
