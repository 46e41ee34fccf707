/** Streaming reader of `.xlsx` workbooks. Memory: the text table and one stretch of a sheet, whatever the size. */
import { open } from 'node:fs/promises';
import { fileFault } from '../file-fault.ts';
import { FormatError, type Fault } from '../format-error.ts';
import { ZipArchive, type ZipLimits } from '../zip.ts';
import type { CellRange } from './address.ts';
import { readMergedRanges } from './merged-ranges.ts';
import { findParts, type SheetEntry, type WorkbookParts } from './package-parts.ts';
import { PartDecoder, partScanner, scanXml } from './part-text.ts';
import { SharedStrings, SharedStringsReader } from './shared-strings.ts';
import { SheetRowReader, type SheetContext, type SheetRow } from './sheet-rows.ts';
import { StyleReader } from './styles.ts';

export interface WorkbookOptions {
  /** Stands in messages. */
  readonly name: string;
  readonly limits?: ZipLimits;
}

interface Opened {
  readonly parts: WorkbookParts;
  readonly context: SheetContext;
}

export class Workbook {
  private readonly name: string;
  private readonly archive: ZipArchive;
  private readonly parts: WorkbookParts;
  private readonly context: SheetContext;

  private constructor(name: string, archive: ZipArchive, { parts, context }: Opened) {
    this.name = name;
    this.archive = archive;
    this.parts = parts;
    this.context = context;
  }

  static async open(path: string, options: WorkbookOptions): Promise<Workbook> {
    await refuseOtherFormats(path, options.name);
    const archive = await ZipArchive.open(path, options);
    try {
      const parts = await findParts(archive, options.name);
      return new Workbook(options.name, archive, { parts, context: await readContext(archive, parts) });
    } catch (thrown) {
      archive.close();
      throw fileFault({ name: options.name, thrown });
    }
  }

  /** In the order of their tabs. */
  get sheets(): readonly SheetEntry[] {
    return this.parts.sheets;
  }

  /** Day serials count from 1904, not 1900. */
  get date1904(): boolean {
    return this.parts.date1904;
  }

  async mergedRanges(sheet: SheetEntry): Promise<CellRange[]> {
    return readMergedRanges(this.archive.read(sheet.part));
  }

  /** Rows that have at least a tag in the file, in file order, in batches. */
  async *rows(sheet: SheetEntry): AsyncGenerator<SheetRow[], void, undefined> {
    const reader = new SheetRowReader(this.context);
    const scanner = partScanner(reader);
    const decoder = new PartDecoder();
    try {
      for await (const chunk of this.archive.read(sheet.part)) {
        scanner.write(decoder.decode(chunk));
        const rows = reader.take();
        if (rows.length > 0) yield rows;
      }
      if (!reader.complete) throw new FormatError(CUT_OFF);
    } catch (thrown) {
      throw fileFault({ name: this.name, thrown });
    }
  }

  close(): void {
    this.archive.close();
  }
}

async function readContext(archive: ZipArchive, parts: WorkbookParts): Promise<SheetContext> {
  const styles = new StyleReader();
  if (parts.styles !== undefined) await scanXml(archive.read(parts.styles), styles);
  if (parts.sharedStrings === undefined) {
    return { styles, strings: new SharedStrings(), date1904: parts.date1904 };
  }
  const reader = new SharedStringsReader();
  await scanXml(archive.read(parts.sharedStrings), reader);
  return { styles, strings: reader.strings, date1904: parts.date1904 };
}

/** Compound files: old `.xls`, or an `.xlsx` with a password around it. */
const COMPOUND_FILE = 'd0cf11e0a1b11ae1';
const ZIP = '504b';

const SAVE_AS_XLSX = {
  zh: '请移交单位用 Excel 另存为 .xlsx（不设密码）后重新提供。',
  en: 'Ask for an .xlsx without password.',
};
const EMPTY: Fault = { rule: 'file_empty', zh: '文件为空（0字节）', en: 'the file is empty', next: SAVE_AS_XLSX };
const CUT_OFF: Fault = {
  rule: 'file_damaged',
  zh: '工作表的内容不完整',
  en: 'a sheet ends in the middle of its data',
  next: SAVE_AS_XLSX,
};
const LOCKED: Fault = {
  rule: 'workbook_locked',
  zh: '工作簿设有打开密码，或为旧版 .xls 格式',
  en: 'the workbook has a password, or is of the old .xls format',
  next: SAVE_AS_XLSX,
};
const OTHER: Fault = {
  rule: 'file_not_workbook',
  zh: '不是 .xlsx 工作簿',
  en: 'not an .xlsx workbook',
  next: SAVE_AS_XLSX,
};

async function refuseOtherFormats(path: string, file: string): Promise<void> {
  const head = await readHead(path, file);
  if (head === '') throw new FormatError(EMPTY, { file });
  if (head === COMPOUND_FILE) throw new FormatError(LOCKED, { file });
  if (!head.startsWith(ZIP)) throw new FormatError(OTHER, { file });
}

async function readHead(path: string, name: string): Promise<string> {
  try {
    await using file = await open(path);
    const { bytesRead, buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.toString('hex', 0, bytesRead);
  } catch (thrown) {
    throw fileFault({ name, thrown });
  }
}
