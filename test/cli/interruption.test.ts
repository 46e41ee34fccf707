/** Ctrl-C in the middle of a stream: what was committed stays, the next run goes on. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { settingsText, writeAssetFiles, writePackage } from './deliveries.ts';
import { runCli, useServer, workDirectory } from './harness.ts';

const ROWS = 6_000;
const server = useServer();

it('leaves a run that goes on and gives the whole stream', { timeout: 120_000 }, async () => {
  const cwd = await workDirectory();
  const url = await server.newDatabase('interrupted');
  const rows = Array.from({ length: ROWS }, (_, index) => ({ CGRID: String(index), DWMC: `单位${index}`, ZT: '1' }));
  await writePackage(join(cwd, 'package'), { CG_CGR: rows });
  await writeAssetFiles(join(cwd, 'assets'), {});
  await writeFile(join(cwd, 'ggzy.yaml'), settingsText());
  const env = { DATABASE_URL: url };
  const args = ['migrate', '--chunk-size', '20'];

  const broken = await runCli(args, { cwd, env, interruptAt: '12 个数据流' });
  expect(broken.code).toBe(130);
  expect(broken.stderr).toContain('正在取消');
  expect(broken.stdout).toContain('再次运行');
  const database = server.open(url);
  const [run] = await database.query(`select run_id, status from ops.runs where system = 'procurement'`);
  expect(run?.['status']).toBe('running');

  const status = await runCli(['status', 'procurement'], { cwd, env });
  expect(status.code).toBe(1);
  const resumed = await runCli([...args, '--json'], { cwd, env });
  expect(resumed.code).toBe(0);
  expect(resumed.stderr).toContain('从中断处继续');
  expect(JSON.parse(resumed.stdout)).toMatchObject({
    systems: [{ run: { runId: run?.['run_id'], resumed: true } }, {}],
  });
  const [loaded] = await database.query('select count(*) as n from canonical.parties');
  expect(loaded?.['n']).toBe(String(ROWS));
});
