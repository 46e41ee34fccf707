/** Review sheets from the command line, as a steward's office uses them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../database/connection.ts';
import { migrateDatabase } from '../../database/migrate.ts';
import { COLUMN, FIRST_ROW } from '../../reports/review/layout.ts';
import { Expert } from '../../schemas/entities/expert.ts';
import { putRows } from '../setup/canonical.ts';
import { adoptDeclared, personRows } from '../setup/reconcile.ts';
import { runCli, useServer, workDirectory, type CliResult } from './harness.ts';

const server = useServer();
let cwd: string;
let url: string;
let database: Database;

const ggzy = (...args: string[]): Promise<CliResult> => runCli(args, { cwd, env: { DATABASE_URL: url } });

async function edit(from: string, to: string, change: (sheet: ExcelJS.Worksheet) => void): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(cwd, from));
  const [, sheet] = workbook.worksheets;
  if (sheet) change(sheet);
  await workbook.xlsx.writeFile(join(cwd, to));
}

/** Two people somebody has to look at: reconciled apart, and in doubt. */
async function putInDoubt(): Promise<void> {
  await database.query(
    `insert into identity.pairs (kind, left_no, right_no, weight, conflict, band, status, model_id, run_id)
     select 'expert', min(l.record_no), min(r.record_no), 1, false, 'review', 'review',
       (select model_id from identity.models where state = 'current'), 'test'
     from identity.members l join identity.members r on l.entity_id < r.entity_id and l.record_no < r.record_no
     group by l.entity_id, r.entity_id order by 2, 3 limit 1`,
  );
}

beforeAll(async () => {
  cwd = await workDirectory();
  url = await server.newDatabase('review');
  await migrateDatabase(url);
  database = server.open(url);
  await writeFile(join(cwd, 'ggzy.yaml'), 'systems: {procurement: {connector: offline-package, directory: .}}\n');
  await adoptDeclared(database, 'expert');
  await putRows(database, Expert, [1, 2].flatMap(personRows));
  expect((await ggzy('reconcile', 'experts')).code).toBe(0);
}, 120_000);

describe('ggzy review', { timeout: 120_000 }, () => {
  it('says that nothing waits, and writes nothing', async () => {
    await database.query('delete from identity.pairs where status <> $1', ['joined']);
    const { code, stderr } = await ggzy('review', 'export', 'experts', '--out', 'none.xlsx');
    expect([code, stderr]).toEqual([0, expect.stringContaining('没有待复核的')]);
    await expect(readFile(join(cwd, 'none.xlsx'))).rejects.toThrow('ENOENT');
  });

  it('writes what waits, and never over a sheet that may be filled in', async () => {
    await putInDoubt();
    const written = await ggzy('review', 'export', 'experts', '--out', 'sheet.xlsx');
    expect([written.code, written.stderr]).toEqual([0, expect.stringContaining('1 对')]);
    const again = await ggzy('review', 'export', 'experts', '--out', 'sheet.xlsx');
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('可能已经填过')]);
  });

  it('logs who wrote a sheet with personal data', async () => {
    await ggzy('review', 'export', 'experts', '--out', 'open.xlsx', '--unmasked');
    expect(await database.query('select operator, action, subject from ops.access_log')).toEqual([
      { operator: 'tester', action: 'review export', subject: 'expert' },
    ]);
  });

  it('refuses a sheet that was edited, naming the row', async () => {
    await edit('sheet.xlsx', 'edited.xlsx', (sheet) => (sheet.getCell(FIRST_ROW, COLUMN.key).value = '9'));
    const { code, stderr } = await ggzy('review', 'import', 'edited.xlsx', '--as', '次旺');
    expect([code, stderr]).toEqual([2, expect.stringContaining(`锁定的单元格被改动，行 ${FIRST_ROW}`)]);
  });

  it('says what a sheet would do, does it, and takes it back', async () => {
    await edit('sheet.xlsx', 'filled.xlsx', (sheet) => (sheet.getCell(FIRST_ROW, COLUMN.decision).value = '不同'));
    const preview = await ggzy('review', 'import', 'filled.xlsx', '--as', '次旺', '--dry-run');
    expect([preview.code, preview.stderr]).toEqual([0, expect.stringContaining('没有写入任何判定')]);
    expect(await database.query('select 1 from identity.judgements')).toEqual([]);
    const { code, stdout } = await ggzy('--json', 'review', 'import', 'filled.xlsx', '--as', '次旺');
    const { importId, ...counts } = JSON.parse(stdout) as Record<string, unknown>;
    expect([code, counts]).toEqual([0, expect.objectContaining({ applied: true, appended: 1, refused: 0 })]);
    expect((await ggzy('review', 'import', 'filled.xlsx', '--as', '次旺')).stderr).toContain('同一文件已由 次旺 导入');
    expect((await ggzy('review', 'imports')).stdout).toContain('filled.xlsx');
    const undone = await ggzy('review', 'undo', String(importId), '--as', '卓玛', '--why', '弄错了');
    expect([undone.code, undone.stderr]).toEqual([0, expect.stringContaining('关闭 1 条判定')]);
    expect((await ggzy('review', 'undo', String(importId), '--as', '卓玛', '--why', '又一次')).code).toBe(2);
  });

  it.each([
    ['no workbook', 'ggzy.yaml', '不是复核表'],
    ['no file', 'missing.xlsx', '无法读取'],
  ])('refuses %s', async (_what, file, message) => {
    const { code, stderr } = await ggzy('review', 'import', file, '--as', '次旺');
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
