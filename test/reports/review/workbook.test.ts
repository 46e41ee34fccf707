/** The way there and back, through a real spreadsheet file. */
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { COLUMN, FIRST_ROW } from '../../../reports/review/layout.ts';
import { readReviewSheet } from '../../../reports/review/read.ts';
import { writeReviewWorkbook } from '../../../reports/review/workbook.ts';
import { field, pair, STAMP } from './pairs.ts';

const pairs = [
  pair('1', '2', { conflict: true }),
  pair('3', '4', { fields: [field('姓名', '=1+1', null), field('单位', '第一行\n第二行', ' 藏 ')] }),
  pair('5', '6'),
];

async function edit(
  change: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void,
  language: 'zh' | 'en' = 'zh',
) {
  const { bytes } = await writeReviewWorkbook(pairs, STAMP, language);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const [, sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  change(sheet, workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const decide = (sheet: ExcelJS.Worksheet, pairNumber: number, decision: string, reason = '') => {
  const row = FIRST_ROW + (pairNumber - 1) * 2;
  sheet.getCell(row, COLUMN.decision).value = decision;
  sheet.getCell(row, COLUMN.reason).value = reason;
};

describe('a review sheet', () => {
  it('comes back with what was filled in, after a spreadsheet program has saved it', async () => {
    const returned = await readReviewSheet(
      await edit((sheet) => {
        decide(sheet, 1, '不同', '两代人');
        decide(sheet, 3, ' Same ');
      }),
    );
    expect(returned.faults).toEqual([]);
    expect(returned.stamp).toMatchObject({ exportId: STAMP.exportId, pairs: 3, masked: true });
    expect(
      returned.answers.map(({ verdict, reason, left, right }) => [verdict, reason, left.record, right.version]),
    ).toEqual([
      ['different', '两代人', pairs[0]?.left.id, pairs[0]?.right.version],
      ['same', '', pairs[2]?.left.id, pairs[2]?.right.version],
    ]);
  });

  it('is one file for one content', async () => {
    const [first, second] = [
      await writeReviewWorkbook(pairs, STAMP, 'zh'),
      await writeReviewWorkbook(pairs, STAMP, 'zh'),
    ];
    expect(first.bytes.equals(second.bytes)).toBe(true);
    expect((await readReviewSheet(first.bytes)).stamp?.checksum).toBe(first.checksum);
  });

  it('locks all but decision and reason, and offers three decisions', async () => {
    const { bytes } = await writeReviewWorkbook(pairs, STAMP, 'zh');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const [, sheet] = workbook.worksheets;
    const row = sheet?.getRow(FIRST_ROW);
    const unlocked: number[] = [];
    row?.eachCell({ includeEmpty: true }, (cell, column) => {
      if (cell.protection?.locked === false) unlocked.push(column);
    });
    expect(unlocked).toEqual([COLUMN.decision, COLUMN.reason]);
    expect(row?.getCell(COLUMN.decision).dataValidation.formulae).toEqual(['"同一,不同,待定"']);
    expect(workbook.worksheets.map(({ state }) => state)).toEqual(['visible', 'visible', 'veryHidden']);
  });

  it('shows no personal data that is masked, anywhere in the file', async () => {
    const { bytes } = await writeReviewWorkbook(pairs, STAMP, 'zh');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const seen = workbook.worksheets.map((sheet) => JSON.stringify(sheet.getSheetValues())).join('');
    expect(seen).not.toContain('540102198001011234');
    expect(seen).not.toContain('顿珠');
    const open = await writeReviewWorkbook(pairs, { ...STAMP, masked: false }, 'zh');
    await workbook.xlsx.load(open.bytes as unknown as ArrayBuffer);
    expect(JSON.stringify(workbook.worksheets[1]?.getSheetValues())).toContain('54010219');
  });

  it('keeps a formula a text', async () => {
    const { bytes } = await writeReviewWorkbook(pairs, { ...STAMP, masked: false }, 'zh');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    expect(workbook.worksheets[1]?.getCell(FIRST_ROW + 2, 9).value).toBe('=1+1');
  });
});

describe('a sheet that was touched', () => {
  it.each([
    [
      'a shown value',
      (sheet: ExcelJS.Worksheet) => (sheet.getCell(FIRST_ROW + 1, COLUMN.key).value = '7'),
      [FIRST_ROW + 1],
    ],
    [
      'a hidden key',
      (sheet: ExcelJS.Worksheet) => (sheet.getCell(FIRST_ROW, sheet.columnCount - 2).value = 'f'.repeat(32)),
      [FIRST_ROW],
    ],
    [
      'the opinion, of both rows',
      (sheet: ExcelJS.Worksheet) => (sheet.getCell(FIRST_ROW + 4, COLUMN.opinion).value = '放心合并'),
      [FIRST_ROW + 4, FIRST_ROW + 5],
    ],
  ])('in %s names the rows', async (_what, change, rows) => {
    const { faults } = await readReviewSheet(await edit(change));
    expect(faults).toEqual([{ kind: 'rows_edited', rows }]);
  });

  it('by leaving out a pair is found out by its checksum', async () => {
    const bytes = await edit((_sheet, workbook) => {
      const cell = workbook.worksheets[2]?.getCell(1, 1);
      if (cell) cell.value = cell.text.replace('"pairs":3', '"pairs":2');
    });
    expect((await readReviewSheet(bytes)).faults).toMatchObject([{ kind: 'sheet_edited' }]);
  });

  it('by an answer of its own names the cell', async () => {
    const { faults } = await readReviewSheet(await edit((sheet) => decide(sheet, 2, '也许')));
    expect(faults).toEqual([{ kind: 'unknown_decision', cell: `C${FIRST_ROW + 2}`, text: '也许' }]);
  });

  it.each([
    ['text', Buffer.from('no workbook')],
    ['an empty file', Buffer.alloc(0)],
  ])('is none of ours: %s', async (_what, bytes) => {
    const { stamp, faults } = await readReviewSheet(bytes);
    expect(stamp).toBeNull();
    expect(faults).toMatchObject([{ kind: 'not_a_review_sheet' }]);
  });

  it('is none of ours: a workbook without our stamp', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('x');
    const { faults } = await readReviewSheet(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(faults).toMatchObject([{ kind: 'not_a_review_sheet', detail: 'no stamp' }]);
  });
});
