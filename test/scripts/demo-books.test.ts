import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBenchPackage, writeBenchWorkbook } from '../../scripts/demo-data/bench/csv.ts';
import { isValidId } from '../../scripts/demo-data/forms/check-digits.ts';
import { generateDemo, type DemoTruth } from '../../scripts/demo-data/generate.ts';
import { parseCsv } from './parse-csv.ts';

let root = '';
let truth: DemoTruth;
const books = new Map<string, ExcelJS.Workbook>();

async function load(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ggzy-books-'));
  truth = await generateDemo(join(root, 'demo'), { seed: 5, scale: 6, dirt: 1 });
  for (const year of [2017, 2018, 2019]) {
    const name = `${year}年产权交易台账.xlsx`;
    books.set(name, await load(join(root, 'demo', 'stateassets', name)));
  }
}, 60_000);

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('ledgers', () => {
  it('have the four sheets in order under a merged title', () => {
    for (const book of books.values()) {
      expect(book.worksheets.map((sheet) => sheet.name)).toEqual([
        '实物资产挂牌',
        '股权挂牌',
        '成交结果',
        '转受让方名录',
      ]);
      for (const sheet of book.worksheets) expect(sheet.getCell('B1').isMerged).toBe(true);
    }
  });

  it('have every defect where the truth says', () => {
    const own = truth.defects.filter((defect) => defect.system === 'stateassets');
    expect(own.length).toBeGreaterThan(50);
    for (const defect of own) {
      const [file = '', place = ''] = defect.position.split('!');
      const [sheet = '', row = ''] = place.split('@');
      const texts = JSON.stringify(books.get(file)?.getWorksheet(sheet)?.getRow(Number(row)).values);
      const key = /!(小计|合计|注)@/.exec(defect.source_key)?.[1] ?? defect.source_key;
      expect(texts).toContain(key);
    }
  });

  it('strike out deleted rows in every cell, and count them', () => {
    for (const stream of truth.streams.filter((one) => one.system === 'stateassets')) {
      let struck = 0;
      for (const book of books.values()) {
        book.getWorksheet(stream.stream)?.eachRow((row) => {
          const fonts = Array.from(
            { length: row.cellCount },
            (_, index) => row.getCell(index + 1).font?.strike === true,
          );
          expect(fonts.every((strike) => strike === fonts[0])).toBe(true);
          if (fonts[0] === true) struck += 1;
        });
      }
      expect(struck).toBe(stream.rows_deleted);
    }
  });
});

describe('benchmarks', () => {
  it('write packages of any size with unique keys and valid ID numbers', async () => {
    const result = await writeBenchPackage(join(root, 'bench'), { rows: 3000, table: 'CG_ZJ', seed: 1 });
    const [, ...records] = parseCsv(new TextDecoder('gb18030').decode(await readFile(result.path)));
    expect(records).toHaveLength(3000);
    expect(new Set(records.map((record) => record.values[0])).size).toBe(3000);
    const ids = records.map((record) => record.values[5] ?? '');
    expect(ids.filter((id) => !isValidId(id))).toHaveLength(result.planted['id_check_digit'] ?? 0);
    expect(new Set(ids).size).toBe(3000);
  });

  it('write bids whose packages and suppliers exist', async () => {
    const directory = join(root, 'bids');
    const result = await writeBenchPackage(directory, { rows: 2000, table: 'CG_TB', seed: 1 });
    const read = async (file: string): Promise<string[][]> =>
      parseCsv(new TextDecoder('gb18030').decode(await readFile(join(directory, file)))).map((record) => record.values);
    const packages = new Set((await read('CG_FB.csv')).map((values) => values[0]));
    const orphans = (await read('CG_TB.csv')).slice(1).filter((values) => !packages.has(values[1]));
    expect(orphans).toHaveLength(result.planted['orphan'] ?? 0);
  });

  it('write a workbook of any size', async () => {
    const { path } = await writeBenchWorkbook(join(root, 'book'), { rows: 1200, seed: 1 });
    const book = await load(path);
    const keys = book
      .getWorksheet('实物资产挂牌')
      ?.getColumn(2)
      .values.filter((value) => typeof value === 'string' && value.startsWith('ZCJY'));
    expect(new Set(keys).size).toBe(1200);
  });
});
