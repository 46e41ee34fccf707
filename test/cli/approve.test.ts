/** An operator whose source is no longer what was declared: plan stops, someone answers for it, and the run goes on. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROCUREMENT, settingsText, writeAssetFiles, writePackage } from './deliveries.ts';
import { runCli, useServer, workDirectory, type CliResult } from './harness.ts';

const server = useServer();
let cwd = '';
let url = '';
const ggzy = (...args: string[]): Promise<CliResult> => runCli(args, { cwd, env: { DATABASE_URL: url } });

/** Takes a column out of the package, puts another one in, and has the manifest agree. */
async function changeColumns(stream: string, [gone, added]: readonly [string, string]): Promise<void> {
  const directory = join(cwd, 'package');
  const path = join(directory, `${stream}.csv`);
  const [head = '', ...rows] = (await readFile(path, 'utf8')).trimEnd().split('\n');
  const names = head.split(',');
  const at = names.indexOf(gone);
  const lines = [names, ...rows.map((row) => row.split(','))].map((cells, line) =>
    [...cells.filter((_, place) => place !== at), line === 0 ? added : '"x"'].join(','),
  );
  const text = [...lines, ''].join('\n');
  await writeFile(path, text);
  const manifest = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')) as Record<string, object>;
  manifest[stream] = { ...manifest[stream], sha256: createHash('sha256').update(text).digest('hex') };
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest));
}

describe.sequential('an operator whose source drifts', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    url = await server.newDatabase('drift');
    cwd = await workDirectory();
    await writePackage(join(cwd, 'package'), PROCUREMENT);
    await writeAssetFiles(join(cwd, 'assets'), {});
    await writeFile(join(cwd, 'ggzy.yaml'), settingsText());
    await changeColumns('CG_CGR', ['LXR', 'LXR2']);
  }, 120_000);

  it('is told by plan, by name, and by an exit code of its own', async () => {
    const { code, stdout } = await ggzy('plan', 'procurement');
    expect(code).toBe(6);
    expect(stdout).toContain('✗ procurement.CG_CGR.LXR  列缺失');
    expect(stdout).toContain('! procurement.CG_CGR.LXR2  新增列');
    expect(stdout).toContain('ggzy approve procurement.CG_CGR.LXR ');
  });

  it('may approve nothing that has not drifted, nor without a name and a reason', async () => {
    const unknown = await ggzy('approve', 'procurement.CG_CGR.DZ', '--as', '扎西', '--reason', '旧系统已停用');
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('procurement.CG_CGR.LXR') });
    expect((await ggzy('approve', 'procurement.CG_CGR.LXR', '--as', ' ', '--reason', 'x')).code).toBe(2);
    expect((await ggzy('approve', 'procurement.CG_CGR.LXR', '--as', '扎西')).code).toBe(2);
  });

  it('approves by name, and plan and migrate no longer stop', async () => {
    const stopped = await ggzy('migrate', 'procurement');
    expect(stopped).toMatchObject({ code: 1, stderr: expect.stringContaining('✗ procurement CG_CGR') });
    const names = ['procurement.CG_CGR.LXR', 'procurement.CG_CGR.LXR2'];
    const approved = await ggzy('approve', ...names, '--as', '扎西', '--reason', '旧系统已停用', '--json');
    expect(JSON.parse(approved.stdout)).toMatchObject({
      approved: [
        { column: 'LXR', kind: 'missing', by: '扎西', reason: '旧系统已停用' },
        { column: 'LXR2', kind: 'new' },
      ],
    });
    expect((await ggzy('plan', 'procurement')).code).toBe(0);
    expect((await ggzy('migrate', 'procurement')).code).toBe(0);
    const [row] = await server.open(url).query(`select count(*) as n from raw.procurement_cg_cgr where "LXR" is null`);
    expect(row).toEqual({ n: '2' });
  });

  it('may take the approval back', async () => {
    const args = ['approve', 'procurement.CG_CGR.LXR', '--withdraw', '--as', '卓玛', '--reason', '已恢复'];
    expect((await ggzy(...args)).code).toBe(0);
    expect((await ggzy('plan', 'procurement')).code).toBe(6);
    expect((await ggzy(...args)).code).toBe(2);
  });
});
