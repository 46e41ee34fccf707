/** Chunks of raw records from one sheet, and the cursor that leads back into it. */
import { SourceError } from '../core/errors.ts';
import { digestFile } from '../formats/file-bytes.ts';
import { columnLetters } from '../formats/xlsx/address.ts';
import { Workbook } from '../formats/xlsx/workbook.ts';
import { throwIfCancelled } from './cancellation.ts';
import { requireColumns } from './columns.ts';
import type { RawChunk, RawRecord, ReadRequest } from './connector.ts';
import { SheetRecords } from './sheet-records.ts';
import type { ReadySheet } from './sheet-survey.ts';

/** Delivers the records of a sheet behind row `after`. The rows before are read too: blank cells refer to them. */
export async function* readSheet(
  ready: ReadySheet,
  request: ReadRequest,
  after: number,
): AsyncGenerator<RawChunk, void, undefined> {
  requireColumns(request, [...ready.header.columns.keys()], `${ready.file.name}!${ready.sheet.name}`);
  await refuseChanged(ready);
  const workbook = await Workbook.open(ready.file.path, { name: ready.file.name });
  try {
    const records = readRecords(workbook, ready, request);
    yield* collect(records, { ready, request, after });
  } finally {
    workbook.close();
  }
}

async function* readRecords(
  workbook: Workbook,
  { sheet, header, merges }: ReadySheet,
  { stream, columns, signal }: ReadRequest,
): AsyncGenerator<RawRecord[], void, undefined> {
  const reader = new SheetRecords({
    stream,
    header,
    merges,
    columns,
    date1904: workbook.date1904,
    sheetName: sheet.name,
    sheetHidden: sheet.hidden,
  });
  for await (const rows of workbook.rows(sheet)) {
    throwIfCancelled(signal, stream.name);
    yield rows.flatMap((row) => reader.read(row) ?? []);
  }
}

interface Collecting {
  readonly ready: ReadySheet;
  readonly request: ReadRequest;
  readonly after: number;
}

async function* collect(
  batches: AsyncIterable<RawRecord[]>,
  { ready, request, after }: Collecting,
): AsyncGenerator<RawChunk, void, undefined> {
  const { stream, columns, chunkSize, signal } = request;
  const letters = columns.map((name) => toLetters(ready.header.columns.get(name)));
  const origin = `${ready.file.name}!${ready.sheet.name}`;
  const chunk = (records: RawRecord[]): RawChunk => {
    const cursor = `${ready.file.name}@${records.at(-1)?.row ?? 0}`;
    return { origin, mark: '@', letters, records, cursor };
  };
  let pending: RawRecord[] = [];
  for await (const records of batches) {
    for (const record of records) {
      if (record.row <= after) continue;
      pending.push(record);
      if (pending.length < chunkSize) continue;
      throwIfCancelled(signal, stream.name);
      yield chunk(pending);
      pending = [];
    }
  }
  if (pending.length > 0) yield chunk(pending);
}

function toLetters(column: number | undefined): string | null {
  return column === undefined ? null : columnLetters(column);
}

/** A cursor is the workbook and the row of the last delivered record. */
export function parseSheetCursor(cursor: string, sheets: readonly ReadySheet[]): { sheet: number; row: number } {
  const split = cursor.lastIndexOf('@');
  const sheet = sheets.findIndex(({ file }) => file.name === cursor.slice(0, split));
  const row = Number(cursor.slice(split + 1));
  if (sheet >= 0 && Number.isSafeInteger(row)) return { sheet, row };
  throw new SourceError(`续读位置 ${cursor} 所在的工作簿已不在移交之列`, {
    position: cursor,
    next: '恢复该工作簿，或从头读取该数据流。',
  });
}

/** What was found out about the sheet holds for the file as it was then. */
async function refuseChanged({ file, sha256 }: ReadySheet): Promise<void> {
  const now = await digestFile(file.path, file.name);
  if (now.sha256 === sha256) return;
  throw new SourceError(`${file.name}：检查之后文件被改动`, {
    position: file.name,
    next: '确认移交已完成、文件不再写入后重新运行。',
  });
}
