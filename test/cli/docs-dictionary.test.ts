/** The data dictionary as an operator asks for it: no settings, no database. */
import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditMapping, passesAudit } from '../../pipelines/audit.ts';
import { SYSTEMS } from '../../pipelines/registry.ts';
import { ENTITIES } from '../../schemas/registry.ts';
import { runCli, workDirectory, type CliResult } from './harness.ts';

const DEFAULT = '数据字典与映射手册.xlsx';
const MAPPINGS = SYSTEMS.flatMap(({ mappings }) => mappings);
const COLUMNS = MAPPINGS.reduce((sum, { stream }) => sum + Object.keys(stream.columns).length, 0);
/** A column nobody has dealt with is red here as it is in `ggzy docs`. */
const EXPECTED_CODE = MAPPINGS.map(auditMapping).every(passesAudit) ? 0 : 1;

let cwd = '';
const dictionary = (args: readonly string[] = [], env: Record<string, string> = {}): Promise<CliResult> =>
  runCli(['docs', 'dictionary', ...args], { cwd, env });

async function sheetsOf(file: string): Promise<ExcelJS.Worksheet[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(cwd, file));
  return workbook.worksheets;
}

describe.sequential('ggzy docs dictionary', () => {
  beforeAll(async () => {
    cwd = await workDirectory();
  });

  it('writes the book and says what is in it', async () => {
    const { code, stdout, stderr } = await dictionary();
    expect(code).toBe(EXPECTED_CODE);
    expect(stdout).toBe('');
    expect(stderr).toContain(DEFAULT);
    expect(stderr).toContain(`${ENTITIES.length} 个实体`);
    expect(stderr).toContain(`共 ${COLUMNS} 列`);
    expect(await readdir(cwd)).toEqual([DEFAULT]);
  });

  it('has a sheet per system, in which every declared column stands', async () => {
    const sheets = await sheetsOf(DEFAULT);
    const books = sheets.filter(({ name }) => name.startsWith('映射-'));
    expect(books).toHaveLength(SYSTEMS.length);
    for (const [place, { label, mappings }] of SYSTEMS.entries()) {
      const sheet = books[place];
      expect(sheet?.getCell('A1').value).toContain(label.zh);
      const shown = new Set<string>();
      sheet?.eachRow((row) => shown.add(`${row.getCell(1).text} ${row.getCell(3).text}`));
      for (const { stream } of mappings) {
        for (const column of Object.keys(stream.columns)) expect(shown).toContain(`${stream.name} ${column}`);
      }
    }
  });

  it('never overwrites a copy unasked', async () => {
    await writeFile(join(cwd, DEFAULT), 'signed');
    const refused = await dictionary();
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('已存在');
    expect(refused.stderr).toContain('--force');
    expect(await readFile(join(cwd, DEFAULT), 'utf8')).toBe('signed');
    expect((await dictionary(['--force'])).code).toBe(EXPECTED_CODE);
    expect(await sheetsOf(DEFAULT)).not.toHaveLength(0);
  });

  it('is the same file every time, and says its day only when told', async () => {
    await dictionary(['--out', 'again.xlsx']);
    expect(Buffer.compare(await readFile(join(cwd, 'again.xlsx')), await readFile(join(cwd, DEFAULT)))).toBe(0);
    // 16:00 UTC is midnight in Beijing: the next day.
    const env = { SOURCE_DATE_EPOCH: String(Date.UTC(2020, 10, 29, 16) / 1000) };
    await dictionary(['--out', 'dated.xlsx'], env);
    const dates = await Promise.all(
      ['again.xlsx', 'dated.xlsx'].map(async (file) => (await sheetsOf(file))[0]?.getCell('D10')),
    );
    expect(dates.map((cell) => cell?.value ?? null)).toEqual([null, '2020-11-30']);
  });

  it('counts for machines', async () => {
    const { stdout } = await dictionary(['--json', '--out', 'machine.xlsx']);
    const counted = JSON.parse(stdout) as Record<string, unknown>;
    expect(counted).toMatchObject({
      ok: EXPECTED_CODE === 0,
      file: join(cwd, 'machine.xlsx'),
      entities: ENTITIES.length,
      fields: ENTITIES.flatMap(({ fieldNames }) => fieldNames).length,
      systems: SYSTEMS.length,
      streams: MAPPINGS.length,
      columns: COLUMNS,
      sheets: SYSTEMS.length + 7,
    });
    expect(counted['fingerprint']).toMatch(/^[0-9A-F-]{14}$/);
  });

  it('speaks English when asked to', async () => {
    const { stderr } = await dictionary(['--lang', 'en']);
    expect(stderr).toContain('data-dictionary.xlsx');
    expect((await sheetsOf('data-dictionary.xlsx')).map(({ name }) => name)).toContain('Map-procurement');
  });

  it.each([
    ['a directory that is not there', ['--out', 'nowhere/book.xlsx'], {}, '无法写入'],
    ['a moment that is none', ['--out', 'x.xlsx'], { SOURCE_DATE_EPOCH: 'today' }, 'SOURCE_DATE_EPOCH'],
  ])('names %s, and what to do', async (_name, args, env, message) => {
    const { code, stderr } = await dictionary(args, env);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('下一步');
    await expect(access(join(cwd, 'x.xlsx'))).rejects.toThrow('ENOENT');
  });
});
