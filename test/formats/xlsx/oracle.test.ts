/** Random workbooks, read by this reader and by exceljs. */
import { join } from 'node:path';
import ExcelJs from 'exceljs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Workbook } from '../../../formats/xlsx/workbook.ts';
import { temporaryDirectory } from '../../fixtures/formats/temporary.ts';

type Value = string | number | boolean | Date | null;

const text = fc.string({
  unit: fc.constantFrom('甲', '𠮷', '<', '&', '"', "'", '>', ' ', '\n', '\t', '_', 'x', '0'),
  minLength: 1,
  maxLength: 8,
});
const day = fc.integer({ min: 2000, max: 60_000 }).map((serial) => new Date((serial - 25_569) * 86_400_000));
const value: fc.Arbitrary<Value> = fc.oneof(
  text,
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 10_000),
  day,
);
const rows = fc.array(fc.array(value, { maxLength: 5 }), { maxLength: 8 });

function expected(cell: Value | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

/** `row,column=text` of every cell that has a value. */
async function readOwn(path: string): Promise<string[]> {
  const workbook = await Workbook.open(path, { name: 'x' });
  const found: string[] = [];
  for (const sheet of workbook.sheets) {
    for await (const batch of workbook.rows(sheet)) {
      for (const { row, cells } of batch) found.push(...cells.map((cell) => `${row},${cell.column + 1}=${cell.text}`));
    }
  }
  workbook.close();
  return found;
}

async function readOracle(path: string): Promise<string[]> {
  const workbook = new ExcelJs.Workbook();
  await workbook.xlsx.readFile(path);
  const found: string[] = [];
  workbook.worksheets[0]?.eachRow((row, number) => {
    row.eachCell((cell, column) => {
      const shown = expected(cell.value as Value);
      if (shown !== null) found.push(`${number},${column}=${shown}`);
    });
  });
  return found;
}

describe('Workbook', () => {
  it('reads what exceljs writes and reads', async () => {
    const path = join(await temporaryDirectory(), 'a.xlsx');
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (body, date1904) => {
        const workbook = new ExcelJs.Workbook();
        workbook.properties.date1904 = date1904;
        workbook.addWorksheet('S').addRows(body);
        await workbook.xlsx.writeFile(path);
        expect(await readOwn(path)).toEqual(await readOracle(path));
      }),
      { numRuns: 80 },
    );
  });
});
