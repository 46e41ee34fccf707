/** pg_dump and pg_restore: found, checked against the server, run without the password in the process list. */
import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ConfigurationError, TargetError } from '../core/errors.ts';
import type { Database } from '../database/connection.ts';
import type { Say } from '../core/language.ts';

export type PostgresTool = 'pg_dump' | 'pg_restore';

/** Where Debian keeps one directory per version. */
const places = (major: number): string[] => [
  ...(process.env['GGZY_PG_BIN'] ? [process.env['GGZY_PG_BIN']] : []),
  `/usr/lib/postgresql/${major}/bin`,
  ...(process.env['PATH'] ?? '').split(delimiter),
];

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

async function run(file: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ran> {
  const env = { PATH: process.env['PATH'], ...environment };
  const child = spawn(file, [...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, output: `${output}${errors}`.trim() };
}

async function majorOf(database: Database): Promise<number> {
  const [row] = await database.query('show server_version_num');
  return Math.floor(Number(row?.['server_version_num']) / 10_000);
}

async function findTool(tool: PostgresTool, major: number): Promise<string | null> {
  for (const directory of places(major)) {
    const file = join(directory, tool);
    const there = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!there) continue;
    const { output } = await run(file, ['--version'], {});
    // An older one refuses a newer server.
    if (Number(/(\d+)(?:\.\d+)*/.exec(output)?.[1]) >= major) return file;
  }
  return null;
}

/** What libpq reads from the environment: nothing of it stands in the process list. */
function connectionEnvironment(connectionString: string): Record<string, string> {
  const url = new URL(connectionString);
  const given = {
    PGHOST: url.searchParams.get('host') ?? url.hostname,
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    PGSSLMODE: url.searchParams.get('sslmode') ?? '',
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}

export interface ToolRun {
  readonly tool: PostgresTool;
  readonly args: readonly string[];
  readonly connectionString: string;
  readonly database: Database;
  readonly say: Say;
}

/** @throws ConfigurationError where there is no such program of the server's version; TargetError where it fails. */
export async function runPostgresTool({ tool, args, connectionString, database, say }: ToolRun): Promise<void> {
  const major = await majorOf(database);
  const file = await findTool(tool, major);
  if (file === null) {
    throw new ConfigurationError(
      say(`没有找到 ${major} 版或更新的 ${tool}`, `no ${tool} of version ${major} or newer was found`),
      {
        next: say(
          `安装 postgresql-client-${major}，或用 GGZY_PG_BIN 指明所在目录；使用内嵌数据库时，也可在没有命令运行时复制其数据目录。`,
          `Install postgresql-client-${major}, or name its directory in GGZY_PG_BIN; of an embedded server the data directory may be copied while no command runs.`,
        ),
      },
    );
  }
  const { code, output } = await run(file, args, connectionEnvironment(connectionString));
  if (code === 0) return;
  const last = output.split('\n').slice(-3).join(' ');
  throw new TargetError(`${tool}：${last}`, { next: say('按提示处理后再次运行。', 'Mend it and run again.') });
}
