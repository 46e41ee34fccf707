/** Runs the command line as an operator does: another process, a directory of its own, a database of its own. */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openDatabase, type Database } from '../../database/connection.ts';
import { acquireEmbeddedServer, type EmbeddedServer } from '../../database/embedded.ts';

const GGZY = join(import.meta.dirname, '../../cli/ggzy.ts');

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Sends Ctrl-C as soon as stderr holds this text. */
  readonly interruptAt?: string;
}

export function runCli(args: readonly string[], { cwd, env = {}, interruptAt }: CliOptions): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const environment = { PATH: process.env['PATH'], DATABASE_URL: '', GGZY_OPERATOR: 'tester', ...env };
    const child = spawn(process.execPath, [GGZY, ...args], { cwd, env: environment });
    let stdout = '';
    let stderr = '';
    let interrupted = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      if (interrupted || interruptAt === undefined || !stderr.includes(interruptAt)) return;
      interrupted = true;
      child.kill('SIGINT');
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

const directories: string[] = [];

// Registered first, so that it runs last: the server has left its directory by then.
afterAll(async () => {
  for (const directory of directories) await rm(directory, { recursive: true, force: true });
});

/** Readable by the user the embedded server runs as. */
export async function workDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'ggzy-cli-'));
  await chmod(directory, 0o755);
  directories.push(directory);
  return directory;
}

export interface TestServer {
  /** A new, empty database on the server of this test file. */
  newDatabase(name: string): Promise<string>;
  open(url: string): Database;
}

/** One server for the test file, stopped when its tests are done. */
export function useServer(): TestServer {
  let server: EmbeddedServer;
  const opened: Database[] = [];
  const open = (url: string): Database => {
    const database = openDatabase(url);
    opened.push(database);
    return database;
  };
  beforeAll(async () => {
    server = await acquireEmbeddedServer(join(await workDirectory(), 'postgres'));
  }, 120_000);
  afterAll(async () => {
    for (const database of opened) await database.close();
    await server.release();
  });
  return {
    open,
    async newDatabase(name) {
      await open(server.connectionString).query(`create database ${name} encoding 'UTF8' template template0`);
      return server.connectionString.replace(/\/postgres$/, `/${name}`);
    },
  };
}
