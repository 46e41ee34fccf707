/** A backup is whole or not there; it is restored into an empty target and nowhere else. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROCUREMENT, writePackage } from './deliveries.ts';
import { runCli, useServer, workDirectory } from './harness.ts';

const server = useServer();
let cwd = '';
let url = '';
const ggzy = (args: string[], env: Record<string, string> = {}) =>
  runCli(args, { cwd, env: { DATABASE_URL: url, ...env } });

/** Stands for a client of the server's version: says so, and does what the script says. */
async function fakeTool(name: string, script: string): Promise<string> {
  const directory = join(cwd, 'bin');
  await mkdir(directory, { recursive: true });
  const version = `if [ "$1" = --version ]; then echo "${name} (PostgreSQL) 99.1"; exit 0; fi`;
  await writeFile(join(directory, name), `#!/bin/sh\n${version}\n${script}\n`);
  await chmod(join(directory, name), 0o755);
  return directory;
}

describe.sequential('a backup', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    url = await server.newDatabase('backed_up');
    cwd = await workDirectory();
    await writePackage(join(cwd, 'package'), PROCUREMENT);
    const procurement = 'procurement: { connector: offline-package, directory: ./package, encoding: utf-8 }';
    await writeFile(join(cwd, 'ggzy.yaml'), `systems:\n  ${procurement}\n`);
    expect((await ggzy(['migrate'])).code).toBe(0);
  }, 120_000);

  it('needs a program of the server’s version, and says which', async () => {
    const { code, stderr } = await ggzy(['backup', '--out', 'x.dump'], { PATH: '/nowhere' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/postgresql-client-\d+/);
  });

  it('that breaks off leaves no file behind, and the password is not among the arguments', async () => {
    const bin = await fakeTool('pg_dump', 'echo "$@" >&2; touch "${2#--file=}"; exit 1');
    const { code, stderr } = await ggzy(['backup', '--out', 'x.dump'], { GGZY_PG_BIN: bin });
    expect(code).toBe(4);
    expect(stderr).toContain('--format=custom');
    expect(stderr).not.toContain(decodeURIComponent(new URL(url).password) || 'no password');
    expect([existsSync(join(cwd, 'x.dump')), existsSync(join(cwd, 'x.dump.partial'))]).toEqual([false, false]);
  });

  it('reaches the database it was told to', async () => {
    const bin = await fakeTool('pg_dump', 'echo "$PGHOST $PGPORT $PGDATABASE" > "${2#--file=}"');
    const { code } = await ggzy(['backup', '--out', 'y.dump'], { GGZY_PG_BIN: bin });
    expect(code).toBe(0);
    const { hostname, port } = new URL(url);
    const { stdout } = spawnSync('cat', [join(cwd, 'y.dump')], { encoding: 'utf8' });
    expect(stdout.trim()).toBe(`${hostname} ${port} backed_up`);
  });

  it('is not restored over what is there', async () => {
    const bin = await fakeTool('pg_restore', 'exit 0');
    const refused = await ggzy(['restore', 'y.dump'], { GGZY_PG_BIN: bin });
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('不是空的') });
    url = await server.newDatabase('restored');
    expect((await ggzy(['restore', 'y.dump'], { GGZY_PG_BIN: bin })).code).toBe(0);
  });
});
