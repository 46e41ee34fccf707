import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Connector, RawRecord } from '../../connectors/connector.ts';
import { openConnector } from '../../connectors/registry.ts';
import { defineStream } from '../../connectors/stream.ts';
import { temporaryDirectory } from '../fixtures/formats/temporary.ts';
import {
  textRows,
  writeWorkbook,
  type WrittenSheet,
  type WrittenWorkbook,
} from '../fixtures/formats/workbook-writer.ts';

const text = (rest: object = {}): { type: string; label: string } => ({ type: 'C200', label: '', ...rest });
const stream = defineStream({
  name: '股权挂牌',
  label: '股权挂牌',
  key: ['项目编号'],
  deletion: [{ by: 'strike' }],
  version: 1,
  columns: {
    序号: text(),
    项目编号: text(),
    转让方名称: text({ fillDown: true }),
    转让方代码: text({ fillDown: true }),
    挂牌价: text({ unit: '万元' }),
    挂牌日期: text({ date: true }),
  },
});
const COLUMNS = ['项目编号', '转让方名称', '转让方代码', '挂牌价'];
const HEADER = ['序号', '项目编号', '转让方名称', '转让方代码', '挂牌价', '挂牌日期'];

async function deliver(
  workbooks: Record<string, Omit<WrittenWorkbook, 'sheets'> & { sheets: WrittenSheet[] }>,
  settings: object = {},
): Promise<Connector> {
  const directory = await temporaryDirectory();
  for (const [name, workbook] of Object.entries(workbooks)) await writeWorkbook(join(directory, name), workbook);
  return openConnector('excel', { directory: '.', ...settings }, { system: 'stateassets', baseDirectory: directory });
}

const sheet = (rows: readonly (readonly (string | null)[])[], more = ''): WrittenSheet => ({
  name: '股权挂牌',
  xml: textRows(rows) + more,
});

async function read(connector: Connector, columns = COLUMNS): Promise<RawRecord[]> {
  const records: RawRecord[] = [];
  for await (const chunk of connector.read({ stream, columns, chunkSize: 100 })) records.push(...chunk.records);
  return records;
}

async function readSheet(...parameters: Parameters<typeof sheet>): Promise<RawRecord[]> {
  return read(await deliver({ 'a.xlsx': { sheets: [sheet(...parameters)] } }));
}

const valuesOf = (records: readonly RawRecord[]): unknown[] =>
  records.map(({ row, values, skip }) => [row, skip?.text ?? values.join('|')]);

async function rulesOf(connector: Connector): Promise<string[]> {
  return (await connector.describe(stream)).findings.map(({ level, rule }) => `${level} ${rule}`);
}

const good = (key: string): WrittenSheet => sheet([HEADER, ['1', key, '甲', '乙', '1', null]]);

const merge = (...ranges: string[]): string =>
  `<mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

describe('excel header', () => {
  const body = ['1', 'GQ-1', '甲', '9154', '3.5', null];

  it.each([
    ['in one row', [HEADER, body], ''],
    [
      'with spaces, full-width forms and the declared unit',
      [['序 号', '项目\n编号', '转让方名称', '转让方代码', '挂牌价（万元）', '挂牌日期'], body],
      '',
    ],
    [
      'in two rows with merged parents',
      [['2019年台账'], ['序号', '项目编号', '转让方', null, '挂牌价', '挂牌日期'], [null, null, '名称', '代码'], body],
      merge('A1:F1', 'C2:D2', 'A2:A3', 'B2:B3'),
    ],
    [
      'in two rows whose parents were not merged',
      [['序号', '项目编号', '转让方', null, '挂牌价', '挂牌日期'], [null, null, '名称', '代码'], body],
      '',
    ],
    [
      'in two rows under group titles',
      [
        ['基本信息', null, '转让方', null, '价格', null],
        ['序号', '项目编号', '名称', '代码', '挂牌价', '挂牌日期'],
        body,
      ],
      merge('A1:B1', 'C1:D1', 'E1:F1'),
    ],
  ])('is found %s', async (_, rows, merges) => {
    const records = await readSheet(rows, merges);
    expect(valuesOf(records)).toEqual([[rows.length, 'GQ-1|甲|9154|3.5']]);
  });

  it('is found when three rows and a column are put before it', async () => {
    const connector = await deliver({
      'a.xlsx': { sheets: [sheet([['通知'], [], ['单位：万元'], ...[HEADER, body].map((row) => [null, ...row])])] },
    });
    for await (const chunk of connector.read({ stream, columns: COLUMNS, chunkSize: 9 })) {
      expect(chunk).toMatchObject({
        origin: 'a.xlsx!股权挂牌',
        mark: '@',
        letters: ['C', 'D', 'E', 'F'],
        cursor: 'a.xlsx@5',
      });
      expect(valuesOf(chunk.records)).toEqual([[5, 'GQ-1|甲|9154|3.5']]);
    }
  });

  it.each([
    ['another unit', HEADER.with(4, '挂牌价（元）'), ['error missing_column'], '挂牌价（元）'.normalize('NFKC')],
    ['a missing column', HEADER.toSpliced(4, 1), ['error missing_column'], '挂牌价'],
    ['a new column', [...HEADER, '备注2'], ['warning new_column'], '备注2'],
    ['no header at all', ['一', '二'], ['error missing_header'], '股权挂牌'],
  ])('reports %s', async (_, header, rules, named) => {
    const connector = await deliver({ 'a.xlsx': { sheets: [sheet([header, body])] } });
    expect(await rulesOf(connector)).toEqual(rules);
    expect(JSON.stringify((await connector.describe(stream)).findings)).toContain(named);
  });
});

describe('excel rows', () => {
  const rows = [
    HEADER,
    ['1', 'GQ-1', '甲', '9154', '1', null],
    ['2', 'GQ-2', null, '  ', '2', null],
    [null, '小  计', null, null, '3', null],
    [],
    HEADER,
    ['3', 'GQ-3', null, null, '4', null],
    ['合计（万元）', null, null, null, '7', null],
    ['注：截至2019年12月31日。'],
    ['2、金额含税'],
    ['4', 'GQ-4', '合计科技有限公司', null, '注：见附件', null],
    ['填表人：次央'],
  ];

  it('tells records from subtotals, notes, blank rows and repeated headers', async () => {
    expect(valuesOf(await readSheet(rows))).toEqual([
      [2, 'GQ-1|甲|9154|1'],
      [3, 'GQ-2|甲|9154|2'],
      [4, '小计'],
      [7, 'GQ-3|甲|9154|4'],
      [8, '合计'],
      [9, '注'],
      [10, '注'],
      [11, 'GQ-4|合计科技有限公司||注：见附件'],
      [12, '注'],
    ]);
  });

  it('takes 同上 for the value above, and a new name without a code for somebody else', async () => {
    const body = [
      ['1', 'GQ-1', '甲', '9154', '1', null],
      ['2', 'GQ-2', '同上', '〃', '2', null],
      ['3', 'GQ-3', '甲', null, '3', null],
      ['4', 'GQ-4', '乙', null, '4', null],
      ['5', 'GQ-5', null, null, '5', null],
    ];
    expect(valuesOf(await readSheet([HEADER, ...body]))).toEqual([
      [2, 'GQ-1|甲|9154|1'],
      [3, 'GQ-2|甲|9154|2'],
      [4, 'GQ-3|甲|9154|3'],
      [5, 'GQ-4|乙||4'],
      [6, 'GQ-5|乙||5'],
    ]);
  });

  it('repeats the value of cells merged downwards, in any declared column', async () => {
    const body = [
      ['1', 'GQ-1', '甲', null, '5', null],
      ['2', 'GQ-2'],
      ['3', 'GQ-3'],
      ['4', 'GQ-4'],
    ];
    const records = await readSheet([HEADER, ...body], merge('E2:E4', 'A2:B2'));
    expect(records.map(({ values }) => values[3])).toEqual(['5', '5', '5', null]);
  });

  const styled = (cells: string, rowAttributes = ''): WrittenSheet => ({
    name: '股权挂牌',
    xml: textRows([HEADER]).replace('</sheetData>', `<row r="2"${rowAttributes}>${cells}</row></sheetData>`),
  });
  const STYLES = '<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>';
  const struck = '<c r="B2" s="1"><v>1</v></c><c r="E2" s="1"><v>2</v></c>';

  it('marks a row as deleted when every cell is struck through', async () => {
    const one = await read(await deliver({ 'a.xlsx': { sheets: [styled(struck)], styles: STYLES } }));
    const two = await read(
      await deliver({ 'a.xlsx': { sheets: [styled(`${struck}<c r="F2"><v>3</v></c>`)], styles: STYLES } }),
    );
    expect([one[0]?.deleted, two[0]?.deleted]).toEqual([true, undefined]);
  });

  it('gives rounded codes in scientific notation and formula errors as problems', async () => {
    const [record] = await read(
      await deliver({
        'a.xlsx': {
          sheets: [
            styled(
              '<c r="B2" t="str"><v>k</v></c><c r="D2"><v>915400007496934000</v></c><c r="E2" t="e"><v>#REF!</v></c>',
            ),
          ],
        },
      }),
    );
    expect(record).toMatchObject({
      values: ['k', null, '9.15400007496934E+17', null],
      problems: [{ rule: 'excel_error', column: '挂牌价', severity: 'warning', detail: '#REF!' }],
    });
  });

  it.each([
    [false, '43529'],
    [true, '2023-03-06'],
  ])('reads a bare serial in a date column, 1904: %s', async (date1904, expected) => {
    const connector = await deliver({
      'a.xlsx': { sheets: [styled('<c r="B2"><v>1</v></c><c r="F2"><v>43529</v></c>')], date1904 },
    });
    expect((await read(connector, ['挂牌日期']))[0]?.values).toEqual([expected]);
  });

  it('reads hidden rows and sheets, and says so once', async () => {
    const hidden = { ...styled('<c r="B2"><v>1</v></c>', ' hidden="1"'), state: 'hidden' };
    const xml = hidden.xml.replace('</sheetData>', '<row r="3"><c r="B3"><v>2</v></c></row></sheetData>');
    const records = await read(await deliver({ 'a.xlsx': { sheets: [{ ...hidden, xml }] } }));
    expect(records.map(({ problems }) => problems?.map(({ rule, severity }) => `${severity} ${rule}`))).toEqual([
      ['info excel_hidden', 'info excel_hidden'],
      undefined,
    ]);
  });
});

describe('excel workbooks', () => {
  const other: WrittenSheet = { name: '说明', xml: textRows([['x']]) };

  it('are read in name order, lock files left aside', async () => {
    const connector = await deliver({
      'b.xlsx': { sheets: [good('B')] },
      'a.xlsx': { sheets: [good('A')] },
      '~$a.xlsx': { sheets: [] },
    });
    expect((await read(connector)).map(({ values }) => values[0])).toEqual(['A', 'B']);
  });

  it('find a sheet whose name has spaces, and name sheets that are not declared', async () => {
    const connector = await deliver({ 'a.xlsx': { sheets: [{ ...good('A'), name: ' 股权 挂牌' }, other] } });
    expect(await connector.check([stream])).toMatchObject([
      { level: 'info', rule: 'unknown_sheet', position: 'a.xlsx' },
    ]);
  });

  it.each([
    ['in every workbook', { 'a.xlsx': { sheets: [other] } }, {}, ['error missing_sheet']],
    [
      'in every workbook though optional',
      { 'a.xlsx': { sheets: [other] } },
      { optionalSheets: true },
      ['error missing_sheet'],
    ],
    [
      'in one workbook',
      { 'a.xlsx': { sheets: [other] }, 'b.xlsx': { sheets: [good('B')] } },
      {},
      ['error missing_sheet'],
    ],
    [
      'in one workbook and optional',
      { 'a.xlsx': { sheets: [other] }, 'b.xlsx': { sheets: [good('B')] } },
      { optionalSheets: true },
      ['warning missing_sheet'],
    ],
  ])('report a sheet missing %s', async (_, workbooks, settings, rules) => {
    expect(await rulesOf(await deliver(workbooks, settings))).toEqual(rules);
  });

  it('report an empty directory and a damaged workbook', async () => {
    expect(await rulesOf(await deliver({}))).toEqual(['error file_missing']);
    const directory = await temporaryDirectory();
    await writeFile(join(directory, 'a.xlsx'), 'PK');
    const connector = await openConnector('excel', { files: ['a.xlsx'] }, { system: 's', baseDirectory: directory });
    expect(await rulesOf(connector)).toEqual(['error file_damaged']);
    await expect(read(connector)).rejects.toMatchObject({
      place: { system: 's', stream: '股权挂牌', position: 'a.xlsx' },
    });
  });
});
