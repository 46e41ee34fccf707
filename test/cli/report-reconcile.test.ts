/** `ggzy report reconcile` as an operator runs it. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../database/connection.ts';
import { migrateDatabase } from '../../database/migrate.ts';
import { Expert } from '../../schemas/entities/expert.ts';
import { putReconciled } from '../setup/reconciled.ts';
import { runCli, useServer, workDirectory, type CliResult } from './harness.ts';

const server = useServer();
let directory: string;
let database: Database;

const report = (...args: readonly string[]): Promise<CliResult> =>
  runCli(['report', 'reconcile', ...args], { cwd: directory });

beforeAll(async () => {
  directory = await workDirectory();
  const url = await server.newDatabase('report');
  await writeFile(
    join(directory, 'ggzy.yaml'),
    `target:\n  url: '${url}'\nsystems:\n  egov: { connector: offline-package, directory: . }\n`,
  );
  database = server.open(url);
  await migrateDatabase(url);
}, 120_000);

it('says what to do first where nothing was reconciled', async () => {
  const { code, stderr } = await report('--out', 'r.html');
  expect(code).not.toBe(0);
  expect(stderr).toContain('还没有归并过');
  expect(stderr).toContain('ggzy reconcile');
});

it('writes a masked page, and an unmasked one that is on record and not for all to read', async () => {
  await putReconciled(database, {
    kind: 'expert',
    entity: Expert,
    rows: ['A', 'B'].map((key) => ({ system: 'onestop', key, group: 'one', values: { name: '次仁旺堆' } })),
  });
  const written = await report('--out', 'masked.html', '--entity', 'experts');
  expect(written).toMatchObject({ code: 0, stdout: '' });
  const page = await readFile(join(directory, 'masked.html'), 'utf8');
  expect(page).toContain('次仁**');
  expect(page).not.toContain('次仁旺堆');
  const accesses = 'select operator, action, subject from ops.access_log';
  expect(await database.query(accesses)).toEqual([]);

  const { code, stderr } = await report('--out', 'open.html', '--entity', 'expert', '--unmasked');
  expect({ code, said: stderr.includes('本次访问已记录') }).toEqual({ code: 0, said: true });
  expect(await readFile(join(directory, 'open.html'), 'utf8')).toContain('次仁旺堆');
  expect((await stat(join(directory, 'open.html'))).mode & 0o777).toBe(0o600);
  expect(await database.query(accesses)).toEqual([
    { operator: 'tester', action: 'report reconcile', subject: 'expert' },
  ]);
});

it('tells machines what was written', async () => {
  const { stdout } = await runCli(['--json', 'report', 'reconcile', '--out', 'j.html'], { cwd: directory });
  expect(JSON.parse(stdout)).toEqual({
    file: join(directory, 'j.html'),
    masked: true,
    kinds: [{ kind: 'expert', runId: 'run-expert' }],
  });
});

it.each([
  [['--out', 'x.html', '--entity', 'people'], '没有 people 这一类实体'],
  [['--out', 'missing/x.html'], '无法写入'],
  [[], '--out'],
])('refuses %j', async (args, said) => {
  const { code, stderr } = await report(...args);
  expect(code).not.toBe(0);
  expect(stderr).toContain(said);
});
