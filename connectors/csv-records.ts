/** Delivering CSV files as raw records, for every kind of system that sends CSV. */
import { SourceError } from '../core/errors.ts';
import { readCsv, type CsvRecord } from '../formats/csv.ts';
import type { Encoding } from '../formats/encoding.ts';
import { readBytes, type FileDigest } from '../formats/file-bytes.ts';
import { throwIfCancelled } from './cancellation.ts';
import { requireColumns } from './columns.ts';
import type { RawChunk, RawRecord, ReadRequest } from './connector.ts';
import type { DeliveredFile } from './files.ts';

export interface CsvForm {
  readonly encoding: Encoding;
  readonly delimiter?: string;
  readonly nullText?: string;
}

export interface CsvSurvey extends FileDigest {
  readonly file: DeliveredFile;
  /** Empty where the file is. */
  readonly header: readonly string[];
  readonly rows: number;
  /** Records with bytes that are not of the encoding. */
  readonly undecodable: number;
  /** The last record lacks its line end or is not whole: the file may have been cut. */
  readonly endsOpen: boolean;
}

/** Reads the whole file once: hash, header and record count. */
export async function surveyCsv(file: DeliveredFile, form: CsvForm): Promise<CsvSurvey> {
  const digest = { bytes: 0, sha256: '' };
  const tail = { endsInLine: true };
  let header: readonly string[] = [];
  let rows = 0;
  let undecodable = 0;
  let last: CsvRecord | undefined;
  for await (const batch of readCsv(watchEnd(readBytes(file.path, file.name), tail), {
    ...form,
    digest,
    counting: true,
  })) {
    header = batch.header;
    rows += batch.records.length;
    undecodable += batch.records.filter(hasInvalidBytes).length;
    last = batch.records.at(-1) ?? last;
  }
  return { file, ...digest, header, rows, undecodable, endsOpen: !tail.endsInLine || last?.problems !== undefined };
}

function hasInvalidBytes({ problems }: CsvRecord): boolean {
  return problems !== undefined && problems.some(({ kind }) => kind === 'invalid_bytes');
}

async function* watchEnd(source: AsyncIterable<Buffer>, tail: { endsInLine: boolean }): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    // The line feed of UTF-16 is followed by a zero byte.
    tail.endsInLine = chunk.at(-1) === 0x0a || (chunk.at(-1) === 0 && chunk.at(-2) === 0x0a);
    yield chunk;
  }
}

/** Reads the files one after the other; `surveys` are those that `describe` took. */
export async function* readCsvChunks(
  surveys: readonly CsvSurvey[],
  form: CsvForm,
  request: ReadRequest,
): AsyncGenerator<RawChunk, void, undefined> {
  const after = request.after === undefined ? undefined : parseCursor(request.after, surveys);
  for (const [index, survey] of surveys.entries()) {
    if (after && index < after.file) continue;
    const line = after?.file === index ? after.line : 0;
    yield* readFile(survey, { ...request, form, line });
  }
}

interface FileRequest extends ReadRequest {
  readonly form: CsvForm;
  /** Records up to this line were delivered before. */
  readonly line: number;
}

async function* readFile(survey: CsvSurvey, request: FileRequest): AsyncGenerator<RawChunk, void, undefined> {
  const { file, header } = survey;
  const digest = { bytes: 0, sha256: '' };
  requireColumns(request, header, file.name);
  const indexes = request.columns.map((name) => header.indexOf(name));
  let pending: RawRecord[] = [];
  for await (const batch of readCsv(readBytes(file.path, file.name), { ...request.form, digest })) {
    for (const record of batch.records) {
      if (record.line <= request.line) continue;
      pending.push(toRaw(record, indexes, request.columns));
      if (pending.length < request.chunkSize) continue;
      throwIfCancelled(request.signal, request.stream.name);
      yield toChunk(file.name, pending);
      pending = [];
    }
    throwIfCancelled(request.signal, request.stream.name);
  }
  refuseChanged(survey, digest);
  if (pending.length > 0) yield toChunk(file.name, pending);
}

function toRaw(
  { fields, line, problems }: CsvRecord,
  indexes: readonly number[],
  columns: readonly string[],
): RawRecord {
  const values = indexes.map((index) => fields[index] ?? null);
  if (!problems) return { values, row: line };
  const found = problems.map(({ kind, detail }) => {
    // What could not be decoded reads U+FFFD: the first such field is the one to look at.
    const column =
      kind === 'invalid_bytes' ? columns[values.findIndex((value) => value?.includes('\uFFFD'))] : undefined;
    return { rule: kind, severity: 'blocking' as const, detail, ...(column === undefined ? {} : { column }) };
  });
  return { values, row: line, problems: found };
}

function toChunk(origin: string, records: RawRecord[]): RawChunk {
  return { origin, mark: ':', records, cursor: `${origin}:${records.at(-1)?.row ?? 0}` };
}

/** A cursor is the file and the line on which the last delivered record began. */
function parseCursor(cursor: string, surveys: readonly CsvSurvey[]): { file: number; line: number } {
  const split = cursor.lastIndexOf(':');
  const file = surveys.findIndex((survey) => survey.file.name === cursor.slice(0, split));
  const line = Number(cursor.slice(split + 1));
  if (file >= 0 && Number.isSafeInteger(line)) return { file, line };
  throw new SourceError(`续读位置 ${cursor} 所在的文件已不在移交之列`, {
    position: cursor,
    next: '恢复该文件，或从头读取该数据流。',
  });
}

function refuseChanged({ file, sha256 }: CsvSurvey, now: FileDigest): void {
  if (now.sha256 === sha256) return;
  throw new SourceError(`${file.name}：读取过程中文件被改动`, {
    position: file.name,
    next: '确认移交已完成、文件不再写入后重新运行。',
  });
}
