/** The way of an operator: settings, check, plan, migrate, look, export. One database, in order. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StreamBalance } from '../../database/read/balances.ts';
import { ASSETS, PROCUREMENT, settingsText, writeAssetFiles, writePackage } from './deliveries.ts';
import { runCli, useServer, workDirectory, type CliResult } from './harness.ts';

const server = useServer();
let cwd = '';
let url = '';
const ggzy = (...args: string[]): Promise<CliResult> => runCli(args, { cwd, env: { DATABASE_URL: url } });

async function exported(...args: string[]): Promise<string[]> {
  const { code, stderr } = await ggzy('export', ...args, '--out', 'out.csv');
  expect(stderr).not.toContain('错误');
  expect(code).toBe(0);
  return (await readFile(join(cwd, 'out.csv'), 'utf8')).split('\r\n');
}

describe.sequential('an operator', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    url = await server.newDatabase('journey');
    cwd = await workDirectory();
    await writePackage(join(cwd, 'package'), PROCUREMENT);
    await writeAssetFiles(join(cwd, 'assets'), ASSETS);
  }, 120_000);

  it('begins with init, which never overwrites unasked', async () => {
    expect((await ggzy('init')).code).toBe(0);
    const text = await readFile(join(cwd, 'ggzy.yaml'), 'utf8');
    expect(text).toContain('procurement:');
    expect(text).toContain('# 国资委国有产权交易中心');
    const again = await ggzy('init');
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('--force');
    expect((await ggzy('init', '--force', '--lang', 'en')).stderr).toContain('wrote');
    expect(await readFile(join(cwd, 'ggzy.yaml'), 'utf8')).toContain('# Connector kinds');
  });

  it('is told by check that the suggested directories hold nothing', async () => {
    const { code, stdout } = await ggzy('check');
    expect(code).toBe(1);
    expect(stdout).toContain('下一步');
  });

  it('edits, and check finds no errors', async () => {
    await writeFile(join(cwd, 'ggzy.yaml'), settingsText());
    const { code, stdout } = await ggzy('check');
    expect(stdout).toContain('✓ 没有错误');
    expect(code).toBe(0);
  });

  it('plans without writing anything', async () => {
    const { code, stdout } = await ggzy('plan', '--json');
    const { streams } = JSON.parse(stdout) as { streams: { stream: string; declaredRows: number; last: unknown }[] };
    expect(code).toBe(0);
    expect(streams).toHaveLength(16);
    expect(streams.find(({ stream }) => stream === 'CG_XM')).toMatchObject({ declaredRows: 2, last: null });
    const schemas = await server.open(url).query(`select 1 from pg_namespace where nspname in ('ops', 'raw')`);
    expect(schemas).toHaveLength(0);
  });

  it('is refused by status while nothing is migrated', async () => {
    const { code, stderr } = await ggzy('status');
    expect(code).toBe(2);
    expect(stderr).toContain('ggzy migrate');
  });

  it('migrates, and everything balances', async () => {
    const { code, stdout, stderr } = await ggzy('migrate', '--as-of', '2020-11-30', '--day', '2020-11-30');
    expect(code).toBe(0);
    expect(stdout).toContain('procurement  ✓ 平衡');
    expect(stderr).toContain('✓ procurement CG_XM  2 / 2 条');
  });

  it('migrates again, and nothing changes', async () => {
    const { code, stdout } = await ggzy('migrate', '--json');
    const { systems } = JSON.parse(stdout) as { systems: { streams: StreamBalance[] }[] };
    const streams = systems.flatMap((system) => system.streams);
    expect(code).toBe(0);
    expect(streams.every(({ inserted, updated, deleted }) => inserted + updated + deleted === 0)).toBe(true);
    expect(streams.reduce((sum, { unchanged }) => sum + unchanged, 0)).toBe(5);
  });

  it('sees balance and sums in status', async () => {
    const { code, stdout } = await ggzy('status');
    expect(code).toBe(0);
    expect(stdout).toMatch(/CG_XM\s+budget\s+149,995\.5\s+150,000\.5\s+-5\s+0\s+150,000\.5\s+✓/);
    const { balanced } = JSON.parse((await ggzy('status', '--json', 'stateassets')).stdout) as { balanced: boolean };
    expect(balanced).toBe(true);
  });

  it('sees issues by rule, values masked', async () => {
    const { stdout } = await ggzy('issues', '--rule', 'dob_mismatch', '--lang', 'en');
    expect(stdout).toContain('loaded 1980-**-**');
    expect(stdout).not.toContain('03-07');
  });

  it('shows, retries and waives a quarantined record', async () => {
    expect((await ggzy('quarantine', 'list')).stdout).toContain('money_negative');
    expect((await ggzy('quarantine', 'show', '1')).stdout).toMatch(/YSJE\s+预算金额\s+-5/);
    const retried = await ggzy('quarantine', 'retry');
    expect(retried.stdout).toContain('stateassets  没有可重试的记录');
    expect(retried.code).toBe(0);
    const waived = await ggzy('quarantine', 'waive', '1', '--reason', '原系统误录', '--as', '次仁');
    expect(waived.code).toBe(0);
    expect((await ggzy('quarantine', 'waive', '1', '--reason', 'x', '--as', 'y')).code).toBe(2);
    expect((await ggzy('quarantine', 'show', '1', '--json')).stdout).toContain('"state": "waived"');
    expect((await ggzy('quarantine', 'show', '999')).code).toBe(2);
  });

  it('explains a value back to its cell, in either spelling of the field', async () => {
    const { stdout } = await ggzy('explain', 'expert', '10', 'birth_date');
    expect(stdout).toContain('expert.birthDate (出生日期) = 1980-**-**');
    expect(stdout).toContain('SFZH (身份证号) = 540102********0013');
    expect(stdout).toContain('CG_ZJ.csv:2');
    expect((await ggzy('explain', 'expert', '10', 'birthDate', '--unmasked')).stdout).toContain('1980-03-07');
    const waiting = await ggzy('explain', 'purchase_project', '101', 'budget');
    expect(waiting.code).toBe(2);
    expect(waiting.stderr).toContain('隔离区');
  });

  it('exports records masked, safe for spreadsheets, exact', async () => {
    const [header = '', row = ''] = await exported('records', '--entity', 'expert');
    expect(header).toMatch(
      /^expert_number,name,gender,document_type,id_number,.*,system,stream,source_key,role,source_deleted,parent_deleted$/,
    );
    expect(row).toContain('Z10,尼玛**,,,540102********0013,,1980-**-**');
    expect(row).toContain('138****1234');
    const parties = await exported('records', '--entity', 'party', '--system', 'procurement');
    expect(parties.join('\n')).toContain(`"'=HYPERLINK(""http://example.com"",""x"")"`);
    const projects = await exported('records', '--entity', 'purchase_project');
    expect(projects[1]).toContain(',150000.5,');
    expect(projects).toHaveLength(3);
  });

  it('exports unmasked records only with a line in the access log and closed permissions', async () => {
    const out = join(cwd, 'open.csv');
    const { stderr } = await ggzy('export', 'records', '--entity', 'expert', '--unmasked', '--out', out);
    expect(stderr).toContain('已记录');
    expect(await readFile(out, 'utf8')).toContain('尼玛次仁,,,540102198003070013,,1980-03-07');
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    const log = await server.open(url).query('select operator, action, subject from ops.access_log order by id');
    expect(log).toEqual([
      { operator: 'tester', action: 'explain', subject: 'expert 10 birthDate' },
      { operator: 'tester', action: 'export records', subject: 'expert *' },
    ]);
  });

  it('exports open issues with the agreed columns', async () => {
    const [header, ...lines] = await exported('issues');
    expect(header).toBe('run,day,system,stream,source_key,position,field,rule,severity,disposition,loaded_value');
    const line = lines.find((text) => text.includes('dob_mismatch'));
    expect(line).toMatch(/,2020-11-30,procurement,CG_ZJ,10,CG_ZJ\.csv:2,CSRQ,dob_mismatch,warning,\w+,1980-\*\*-\*\*$/);
    const piped = await ggzy('export', 'issues', '--out', '-');
    expect(piped.stdout.split('\r\n')).toEqual([header, ...lines]);
  });
});
