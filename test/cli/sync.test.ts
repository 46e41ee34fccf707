/** An operator at night: looks first, takes what waits, answers for what is held. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { gbPackage } from '../fixtures/formats/xml-package.ts';
import { PROCUREMENT, writePackage } from './deliveries.ts';
import { runCli, useServer, workDirectory, type CliResult } from './harness.ts';

const server = useServer();
let cwd = '';
let url = '';
const ggzy = (...args: string[]): Promise<CliResult> => runCli(args, { cwd, env: { DATABASE_URL: url } });
const KEYS = Array.from({ length: 10 }, (_, index) => String(index));

const drop = (day: string, ...records: readonly string[]): Promise<void> =>
  writeFile(join(cwd, 'drop', `TZXM_${day}_001.xml`), gbPackage(...records));
const project = (key: string, more = ''): string => `<XMDM>${key}</XMDM><XMMC>第${key}号</XMMC>${more}`;

const SETTINGS = [
  'systems:',
  '  onestop: { connector: xml, directory: ./drop, optionalStreams: true }',
  '  procurement: { connector: offline-package, directory: ./package, encoding: utf-8 }',
  '',
].join('\n');

describe.sequential('a night by hand', { timeout: 180_000 }, () => {
  beforeAll(async () => {
    url = await server.newDatabase('nights');
    cwd = await workDirectory();
    await mkdir(join(cwd, 'drop'));
    await writePackage(join(cwd, 'package'), PROCUREMENT);
    await writeFile(join(cwd, 'ggzy.yaml'), SETTINGS);
    await drop('20201130', ...KEYS.map((key) => project(key)));
  }, 120_000);

  it('can be looked at before: what waits, how it is read, and nothing is written', async () => {
    const { code, stdout, stderr } = await ggzy('sync', '--dry-run', '--at', '2020-12-01');
    expect(code).toBe(0);
    expect(stdout).toContain('onestop  2020-11-30');
    expect(stdout).toMatch(/CG_XM\s+全量比对\s+2/);
    expect(stderr).toContain('没有写入');
    const [row] = await server.open(url).query('select count(*) as n from ops.syncs');
    expect(row).toEqual({ n: '0' });
  });

  it('takes every system on its own: one that fails does not stop the others', async () => {
    await rm(join(cwd, 'drop'), { recursive: true });
    const { code, stdout } = await ggzy('sync', '--no-reconcile', '--at', '2020-12-01');
    expect(code).toBe(3);
    expect(stdout).toMatch(/onestop\s+✗ 失败/);
    expect(stdout).toMatch(/procurement\s+✓ 正常/);
    expect(stdout).toContain('onestop  下一步：');
  });

  it('goes on once the cause is gone, and reconciles what was touched', async () => {
    await mkdir(join(cwd, 'drop'));
    await drop('20201130', ...KEYS.map((key) => project(key)));
    const { code, stdout, stderr } = await ggzy('sync', '--at', '2020-12-01');
    expect(stderr).toContain('归一：3 类已更新');
    expect(stdout).toMatch(/onestop\s+✓ 正常\s+2020-11-30\s+10\s+10/);
    expect(code).toBe(0);
  });

  it('tells of the night in the terminal and as a page', async () => {
    const { code, stdout } = await ggzy('report', 'night', '--out', 'night.html');
    expect(code).toBe(0);
    expect(stdout).toMatch(/onestop\s+✓ 正常\s+2020-11-30/);
    const page = await readFile(join(cwd, 'night.html'), 'utf8');
    expect(page).toContain('没有需要处理的系统');
  });

  it('remembers what nights came to', async () => {
    const { stdout } = await ggzy('runs', 'onestop', '--json');
    const { runs } = JSON.parse(stdout) as { runs: { status: string; inserted: number }[] };
    expect(runs.map(({ status, inserted }) => `${status} ${inserted}`)).toEqual(['green 10', 'failed 0']);
    expect((await ggzy('runs')).stdout).toMatch(/onestop\s+✓ 正常/);
  });

  it('holds a mass deletion by name; a name and a reason release it', async () => {
    await drop('20201201', ...KEYS.slice(0, 6).map((key) => project(key, '<CZBZ>D</CZBZ>')), project('99'));
    const night = await ggzy('sync', 'onestop', '--no-reconcile', '--at', '2020-12-02');
    expect(night.code).toBe(1);
    expect(night.stdout).toMatch(/onestop\s+■ 已暂停/);
    expect((await ggzy('report', 'night')).stdout).toContain(
      'ggzy approve onestop.TZXM.mass_delete --as 姓名 --reason 理由',
    );
    const { holds } = JSON.parse((await ggzy('holds', '--json')).stdout) as { holds: unknown[] };
    expect(holds).toEqual([expect.objectContaining({ name: 'onestop.TZXM.mass_delete', records: 6, state: 'open' })]);
    expect((await ggzy('approve', 'onestop.TZXM.mass_delete', '--as', '扎西')).code).toBe(2);
    expect((await ggzy('refuse', 'onestop.TZXM.volume', '--as', '扎西', '--reason', 'x')).code).toBe(2);
    const approval = ['onestop.TZXM.mass_delete', '--as', '扎西', '--reason', '对方已书面确认'];
    expect(await ggzy('approve', ...approval)).toMatchObject({ code: 0, stderr: expect.stringContaining('已放行') });
    expect((await ggzy('holds')).stdout).toContain('扎西：对方已书面确认');
    expect((await ggzy('sync', 'onestop', '--no-reconcile', '--at', '2020-12-02')).code).toBe(0);
    const [row] = await server
      .open(url)
      .query('select count(*) as n from canonical.projects where source_deleted_at is null');
    expect(row).toEqual({ n: '5' });
    expect((await ggzy('holds')).stdout).toContain('没有暂停的内容');
  });
});
