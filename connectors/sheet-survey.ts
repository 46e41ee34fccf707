/** Looks at the workbooks before reading: is the sheet there, where is its header, what does it lack. */
import { digestFile } from '../formats/file-bytes.ts';
import type { CellRange } from '../formats/xlsx/address.ts';
import type { SheetEntry } from '../formats/xlsx/package-parts.ts';
import type { SheetRow } from '../formats/xlsx/sheet-rows.ts';
import { Workbook } from '../formats/xlsx/workbook.ts';
import type { Finding, StreamDelivery } from './connector.ts';
import type { DeliveredFile } from './files.ts';
import { findingOfError } from './findings.ts';
import { combineFingerprints } from './fingerprint.ts';
import { headerFindings, missingSheet, noWorkbooks, unknownSheet } from './sheet-findings.ts';
import { normaliseHeader } from './sheet-grid.ts';
import { findHeader, HEADER_ROWS, type SheetHeader } from './sheet-header.ts';
import type { StreamContract } from './stream.ts';

/** A sheet ready to be read. */
export interface ReadySheet {
  readonly file: DeliveredFile;
  readonly sha256: string;
  readonly sheet: SheetEntry;
  readonly header: SheetHeader;
  readonly merges: readonly CellRange[];
}

export interface SheetSurvey {
  readonly delivery: StreamDelivery;
  readonly sheets: readonly ReadySheet[];
}

export interface SurveyOptions {
  readonly optionalSheets: boolean;
  /** Where the workbooks were looked for. */
  readonly where: string;
}

export async function surveySheets(
  stream: StreamContract,
  files: readonly DeliveredFile[],
  { optionalSheets, where }: SurveyOptions,
): Promise<SheetSurvey> {
  const surveys: WorkbookSurvey[] = [];
  for (const file of files) surveys.push(await surveyWorkbook(stream, file));
  const none = surveys.every(({ found }) => !found);
  const findings = surveys.flatMap((survey) => survey.findings);
  for (const { found, names, file } of surveys) {
    // A workbook that cannot be read says nothing about its sheets.
    if (found || !names) continue;
    findings.push(missingSheet(stream.name, { position: file.name, sheets: names, optional: optionalSheets && !none }));
  }
  if (files.length === 0) findings.push(noWorkbooks(stream.name, where));
  const sheets = surveys.flatMap(({ ready }) => ready ?? []);
  const columns = [...new Set(sheets.flatMap(({ header }) => header.names))];
  const bytes = surveys.reduce((sum, survey) => sum + survey.bytes, 0);
  const fingerprint = combineFingerprints(surveys.map(({ file, sha256 }) => `${file.name} ${sha256}`));
  return { sheets, delivery: { declaredRows: null, columns, bytes, fingerprint, findings } };
}

interface WorkbookSurvey {
  readonly file: DeliveredFile;
  readonly bytes: number;
  readonly sha256: string;
  readonly findings: Finding[];
  /** The sheet is there. */
  readonly found: boolean;
  /** Sheets of the workbook; absent where it cannot be read. */
  readonly names?: readonly string[];
  readonly ready?: ReadySheet;
}

async function surveyWorkbook(stream: StreamContract, file: DeliveredFile): Promise<WorkbookSurvey> {
  let digest = { bytes: 0, sha256: '' };
  try {
    digest = await digestFile(file.path, file.name);
    const workbook = await Workbook.open(file.path, { name: file.name });
    try {
      const names = workbook.sheets.map(({ name }) => name);
      const sheet = findSheet(workbook.sheets, stream.name);
      if (!sheet) return { file, ...digest, findings: [], found: false, names };
      return {
        file,
        ...digest,
        names,
        found: true,
        ...(await surveySheet(stream, workbook, { file, sheet, ...digest })),
      };
    } finally {
      workbook.close();
    }
  } catch (thrown) {
    return { file, ...digest, findings: [findingOfError(thrown, stream.name)], found: false };
  }
}

async function surveySheet(
  stream: StreamContract,
  workbook: Workbook,
  { file, sheet, sha256 }: { file: DeliveredFile; sheet: SheetEntry; sha256: string },
): Promise<{ findings: Finding[]; ready?: ReadySheet }> {
  const merges = await workbook.mergedRanges(sheet);
  const header = findHeader(stream, await topRows(workbook, sheet), merges);
  const findings = headerFindings(stream, header, `${file.name}!${sheet.name}`);
  return header ? { findings, ready: { file, sha256, sheet, header, merges } } : { findings };
}

/** The first rows that have anything in them. */
async function topRows(workbook: Workbook, sheet: SheetEntry): Promise<SheetRow[]> {
  const top: SheetRow[] = [];
  for await (const rows of workbook.rows(sheet)) {
    top.push(...rows.filter(({ cells }) => cells.length > 0).slice(0, HEADER_ROWS - top.length));
    if (top.length >= HEADER_ROWS) break;
  }
  return top;
}

/** By exact name; spaces and full-width forms are forgiven where no sheet has the exact one. */
function findSheet(sheets: readonly SheetEntry[], name: string): SheetEntry | undefined {
  const wanted = normaliseHeader(name);
  return sheets.find((sheet) => sheet.name === name) ?? sheets.find((sheet) => normaliseHeader(sheet.name) === wanted);
}

/** Sheets that are no declared stream; workbooks that cannot be read were reported with their streams. */
export async function findUnknownSheets(
  files: readonly DeliveredFile[],
  streams: readonly StreamContract[],
): Promise<Finding[]> {
  const declared = new Set(streams.map(({ name }) => normaliseHeader(name)));
  const findings: Finding[] = [];
  for (const file of files) {
    const names = await sheetNames(file);
    const unknown = names.filter((name) => !declared.has(normaliseHeader(name)));
    findings.push(...unknown.map((name) => unknownSheet(name, file.name)));
  }
  return findings;
}

async function sheetNames(file: DeliveredFile): Promise<string[]> {
  try {
    const workbook = await Workbook.open(file.path, { name: file.name });
    workbook.close();
    return workbook.sheets.map(({ name }) => name);
  } catch {
    return [];
  }
}
