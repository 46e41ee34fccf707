/** One oddity of a workbook's XML per test, written by hand. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Workbook } from '../../../formats/xlsx/workbook.ts';
import type { SheetRow } from '../../../formats/xlsx/sheet-rows.ts';
import { temporaryDirectory } from '../../fixtures/formats/temporary.ts';
import { relationships, writeWorkbook, type WrittenWorkbook } from '../../fixtures/formats/workbook-writer.ts';

async function rowsOf(workbook: WrittenWorkbook): Promise<SheetRow[]> {
  const path = await writeWorkbook(join(await temporaryDirectory(), 'a.xlsx'), workbook);
  const opened = await Workbook.open(path, { name: 'a.xlsx' });
  try {
    const rows: SheetRow[] = [];
    for (const sheet of opened.sheets) for await (const batch of opened.rows(sheet)) rows.push(...batch);
    return rows;
  } finally {
    opened.close();
  }
}

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.00&quot;日&quot;"/></numFmts>' +
  '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><dxfs><dxf><font><strike/></font></dxf></dxfs>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14" fontId="1"/><xf numFmtId="165" fontId="2"/><xf numFmtId="31"/></cellXfs>';
const STRINGS =
  '<si><t>甲</t></si>' +
  '<si><r><t>拉</t></r><r><rPr><strike/></rPr><t>萨</t></r><rPh sb="0" eb="1"><t>lasa</t></rPh></si>' +
  '<si><r><rPr><strike/></rPr><t>全</t></r><r><rPr><strike/></rPr><t>删</t></r></si>' +
  '<si><t>a_x000D_b_x005F_x0041_</t></si><si><t>&lt;&amp;&#x4E2D;&#25991;<![CDATA[<&amp;>]]></t></si><si/>';

async function cells(xml: string, rest: Partial<WrittenWorkbook> = {}): Promise<string[]> {
  const [row] = await rowsOf({
    sheets: [{ name: 'S', xml: `<sheetData><row r="3">${xml}</row></sheetData>` }],
    strings: STRINGS,
    styles: STYLES,
    ...rest,
  });
  return (row?.cells ?? []).map(
    ({ column, kind, text, struck }) => `${column} ${kind} ${text}${struck ? ' struck' : ''}`,
  );
}

describe('cells', () => {
  it.each([
    ['shared text', '<c r="B3" t="s"><v>0</v></c>', '1 text 甲'],
    ['rich text without phonetic hints, struck in part', '<c r="A3" t="s"><v>1</v></c>', '0 text 拉萨'],
    ['rich text struck in every run', '<c r="A3" t="s"><v>2</v></c>', '0 text 全删 struck'],
    ['escaped characters', '<c r="A3" t="s"><v>3</v></c>', '0 text a\rb_x0041_'],
    ['entities and CDATA', '<c r="A3" t="s"><v>4</v></c>', '0 text <&中文<&amp;>'],
    ['a text beyond the table', '<c r="A3" t="s"><v>99</v></c>', '0 error #SST'],
    ['inline text', '<c r="AB3" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c>', '27 text  x '],
    ['the text of a formula', '<c r="A3" t="str"><f>A1&amp;"&lt;"</f><v>r&lt;</v></c>', '0 text r<'],
    ['a formula error', '<c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '0 error #DIV/0!'],
    ['a boolean', '<c r="A3" t="b"><v>1</v></c>', '0 boolean TRUE'],
    ['a Chinese date format', '<c r="A3" s="1"><v>43529</v></c>', '0 date 2019-03-05'],
    ['a built-in Chinese date format', '<c r="A3" s="4"><v>43529</v></c>', '0 date 2019-03-05'],
    ['a struck date with a time', '<c r="A3" s="2"><v>43529.5</v></c>', '0 date 2019-03-05 12:00:00 struck'],
    ['a format whose only 日 is quoted', '<c r="A3" s="3"><v>43529</v></c>', '0 number 43529'],
    ['an ISO date', '<c r="A3" t="d"><v>2019-03-05T00:00:00Z</v></c>', '0 date 2019-03-05'],
    ['a style that is not there', '<c r="A3" s="77"><v>1</v></c>', '0 number 1'],
    ['attributes in single quotes and another order', "<c t = 's' s='0' r='C3'><v>0</v></c>", '2 text 甲'],
    ['a > in an attribute', '<c foo="a>b" r="A3"><v>1</v></c>', '0 number 1'],
  ])('reads %s', async (_, xml, expected) => {
    expect(await cells(xml)).toEqual([expected]);
  });

  it('leaves out cells without a value', async () => {
    expect(
      await cells('<c r="A3" s="1"/><c r="B3"><v></v></c><c r="C3" t="s"><v>5</v></c><c r="D3" t="str"><v/></c>'),
    ).toEqual([]);
  });

  it('counts rows and cells that do not say where they are', async () => {
    const xml =
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="5" hidden="1"><c r="D5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row></sheetData>';
    const rows = await rowsOf({ sheets: [{ name: 'S', xml }] });
    expect(
      rows.map(({ row, hidden, cells: own }) => [row, hidden, own.map(({ column, text }) => column + text)]),
    ).toEqual([
      [1, false, ['01', '12']],
      [5, true, ['33', '44']],
      [6, false, ['05']],
    ]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    expect(await cells('<c r="A3" s="1"><v>42067</v></c>', { date1904: true })).toEqual(['0 date 2019-03-05']);
  });
});

const PREFIXED =
  '<?xml version="1.0"?><!-- c --><x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';

describe('packages', () => {
  it('finds parts by relationship, absolute and out of order, without styles and strings', async () => {
    const rows = await rowsOf({
      sheets: [{ name: 'S', xml: '' }],
      parts: [
        { name: 'odd/sheet.xml', content: PREFIXED },
        { name: '_rels/.rels', content: relationships([['x', 'officeDocument', '/book/w.xml']]) },
        {
          name: 'book/_rels/w.xml.rels',
          content: relationships([
            ['a', 'worksheet', '../odd/sheet.xml'],
            ['b', 'worksheet', '/odd/sheet.xml'],
          ]),
        },
        {
          name: 'book/w.xml',
          content:
            '<workbook><sheets><sheet name="A" id="a"/><sheet name="B" id="b"/><sheet name="chart" id="c"/></sheets></workbook>',
        },
      ],
    });
    expect(rows.map(({ cells: own }) => own[0]?.text)).toEqual(['7', '7']);
  });

  it('reads a part in UTF-16', async () => {
    const content = Buffer.from(`\uFEFF${PREFIXED}`, 'utf16le');
    expect(
      await rowsOf({ sheets: [{ name: 'S', xml: '' }], parts: [{ name: 'xl/worksheets/sheet1.xml', content }] }),
    ).toHaveLength(1);
  });

  it('refuses a document type', async () => {
    const content = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>';
    const reading = rowsOf({
      sheets: [{ name: 'S', xml: '' }],
      parts: [{ name: 'xl/worksheets/sheet1.xml', content }],
    });
    await expect(reading).rejects.toThrow('a.xlsx：XML含文档类型声明');
  });

  it('refuses a sheet that ends in the middle of its data', async () => {
    const content = '<worksheet><sheetData><row r="1"><c><v>1</v></c></row>';
    const parts = [{ name: 'xl/worksheets/sheet1.xml', content }];
    await expect(rowsOf({ sheets: [{ name: 'S', xml: '' }], parts })).rejects.toThrow('工作表的内容不完整');
  });

  it('finds merged ranges behind the data, whatever the data says', async () => {
    const xml =
      '<sheetData><row><c t="inlineStr"><is><t>sheetData&gt; mergeCells</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="D4"/></mergeCells>';
    const path = await writeWorkbook(join(await temporaryDirectory(), 'a.xlsx'), { sheets: [{ name: 'S', xml }] });
    const opened = await Workbook.open(path, { name: 'a.xlsx' });
    const [sheet] = opened.sheets;
    expect(sheet && (await opened.mergedRanges(sheet))).toEqual([
      { top: 1, left: 0, bottom: 2, right: 2 },
      { top: 4, left: 3, bottom: 4, right: 3 },
    ]);
    opened.close();
  });
});
