/** What goes wrong, what the message says, which exit code comes back. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ASSETS, cutLastRow, PROCUREMENT, settingsText, writeAssetFiles, writePackage } from './deliveries.ts';
import { runCli, useServer, workDirectory } from './harness.ts';

const server = useServer();

async function prepare(settings = settingsText()): Promise<string> {
  const cwd = await workDirectory();
  await writePackage(join(cwd, 'package'), PROCUREMENT);
  await writeAssetFiles(join(cwd, 'assets'), ASSETS);
  await writeFile(join(cwd, 'ggzy.yaml'), settings);
  return cwd;
}

describe('usage', { timeout: 60_000 }, () => {
  const cases: readonly (readonly [name: string, args: readonly string[], code: number, text: string])[] = [
    ['help', ['--help'], 0, '退出码'],
    ['help in English', ['--help', '--lang', 'en'], 0, 'Exit codes'],
    ['version', ['--version'], 0, '.'],
    ['an unknown command', ['reconcil'], 2, 'reconcil'],
    ['an unknown option', ['status', '--fast'], 2, '--fast'],
    ['an option that is missing', ['export', 'issues'], 2, '--out'],
    ['no settings file', ['status', '--config', 'nowhere.yaml'], 2, 'ggzy init'],
    ['an unknown system', ['check', 'atlantis'], 2, 'procurement、stateassets'],
    ['an unknown entity', ['export', 'records', '--entity', 'x', '--out', '-'], 2, 'purchase_project'],
    ['an unknown rule', ['issues', '--rule', 'x'], 2, 'money_negative'],
    ['a chunk size of nothing', ['migrate', '--chunk-size', '0'], 2, '1000000'],
    ['an as-of that is no date', ['migrate', '--as-of', 'soon'], 2, '2020-11-30'],
    ['an unknown language', ['status', '--lang', 'fr'], 2, 'zh, en'],
  ];
  it.each(cases)('%s', async (_name, args, code, text) => {
    const result = await runCli(args, { cwd: await prepare() });
    expect(result.stdout + result.stderr).toContain(text);
    expect(result.stderr).not.toContain('    at ');
    expect(result.code).toBe(code);
  });
});

describe('settings', { timeout: 60_000 }, () => {
  const cases: readonly (readonly [name: string, text: string, expected: string])[] = [
    ['an unknown key', 'sytems: {}\nsystems: {}', 'sytems'],
    ['an unknown key below', 'target: { uri: x }\nsystems: { procurement: { connector: csv } }', 'target.uri'],
    ['a system nobody knows', 'systems: { lhasa2: { connector: csv } }', 'catalogue、egov、onestop、procurement'],
    ['an unknown connector', 'systems: { procurement: { connector: fax } }', 'offline-package'],
    ['a connector setting that is missing', 'systems: { procurement: { connector: offline-package } }', 'directory'],
    ['a variable without value', 'systems: { procurement: { connector: csv, x: "${NO_SUCH_NAME}" } }', 'NO_SUCH_NAME'],
    ['broken YAML, by line', 'systems:\n  procurement: [', 'ggzy.yaml:'],
    ['an empty file', '', 'systems'],
  ];
  it.each(cases)('%s', async (_name, text, expected) => {
    const result = await runCli(['check'], { cwd: await prepare(text) });
    expect(result.stderr).toContain(expected);
    expect(result.code).toBe(2);
  });

  it('never shows a password', async () => {
    const cwd = await prepare(settingsText('postgresql://ggzy:s3cret@127.0.0.1:1/x'));
    for (const args of [['status'], ['migrate'], ['check', '--json']]) {
      const { stdout, stderr } = await runCli(args, { cwd });
      expect(stdout + stderr).not.toContain('s3cret');
    }
  });
});

describe('a migration', { timeout: 60_000 }, () => {
  it('refuses one damaged stream, says so, and loads everything else', async () => {
    const cwd = await prepare();
    const env = { DATABASE_URL: await server.newDatabase('damaged') };
    await cutLastRow(join(cwd, 'package'), 'CG_ZJ');
    const { code, stdout, stderr } = await runCli(['migrate'], { cwd, env });
    expect(code).toBe(1);
    expect(stderr).toContain('✗ procurement CG_ZJ');
    expect(stderr).toContain('下一步');
    expect(stdout).toMatch(/CG_ZJ_ZY .*✗ 搁置/);
    expect(stdout).toMatch(/实物资产挂牌 .*✓/);
    expect((await runCli(['status', 'stateassets'], { cwd, env })).code).toBe(0);
    expect((await runCli(['status'], { cwd, env })).code).toBe(1);
    expect((await runCli(['check', '--json'], { cwd, env })).code).toBe(1);
  });

  it('ends with 3 where a whole source is missing, and still loads the other system', async () => {
    const text = settingsText().replace('./package', './nowhere');
    const env = { DATABASE_URL: await server.newDatabase('missing') };
    const { code, stdout } = await runCli(['migrate', '--json'], { cwd: await prepare(text), env });
    const { systems } = JSON.parse(stdout) as { systems: { system: string; exitCode: number }[] };
    expect(systems).toMatchObject([
      { system: 'procurement', exitCode: 3 },
      { system: 'stateassets', exitCode: 0 },
    ]);
    expect(code).toBe(3);
  });

  it('ends with 4 where the target cannot be reached', async () => {
    const env = { DATABASE_URL: 'postgresql://ggzy@127.0.0.1:1/x' };
    const { code, stderr, stdout } = await runCli(['migrate', '--json'], { cwd: await prepare(), env });
    expect(code).toBe(4);
    expect(stderr).toContain('下一步');
    expect(JSON.parse(stdout)).toMatchObject({ error: { exitCode: 4 } });
  });

  it('ends with 7 where a source may not be read at this hour, and reads the others', async () => {
    const url = await server.newDatabase('closed');
    // An hour that begins in two: in Beijing it is eight hours later than in UTC.
    const hour = (new Date().getUTCHours() + 8 + 2) % 24;
    const [from, to] = [hour, (hour + 1) % 24].map((part) => `${String(part).padStart(2, '0')}:00`);
    const open = 'procurement: { connector: offline-package,';
    const closed = settingsText().replace(open, `${open} throttle: { windows: ["${from}-${to}"] },`);
    const cwd = await prepare(closed);
    const { code, stdout } = await runCli(['migrate'], { cwd, env: { DATABASE_URL: url } });
    expect(code).toBe(7);
    expect(stdout).toContain(`${from} 起可以读取`);
    expect(stdout).toContain('stateassets  ✓');
    expect((await runCli(['check', 'procurement'], { cwd, env: { DATABASE_URL: url } })).code).toBe(0);
  });

  it('ends with 5 while another process migrates the system', async () => {
    const url = await server.newDatabase('busy');
    const holder = await server.open(url).connect();
    await holder.query(`select pg_advisory_lock(hashtextextended('ggzy procurement', 0))`);
    const { code, stdout } = await runCli(['migrate'], { cwd: await prepare(), env: { DATABASE_URL: url } });
    await holder.end();
    expect(code).toBe(5);
    expect(stdout).toContain('stateassets  ✓');
  });
});
