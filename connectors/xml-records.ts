/** Delivering XML packages as raw records. */
import { SourceError } from '../core/errors.ts';
import { readBytes, type FileDigest } from '../formats/file-bytes.ts';
import { readXmlRecords, type Sections, type XmlRecord } from '../formats/xml/records.ts';
import { throwIfCancelled } from './cancellation.ts';
import type { RawChunk, RawRecord, ReadRequest } from './connector.ts';
import type { DeliveredFile } from './files.ts';

export interface XmlForm {
  /** Names of the elements that lead to a record. */
  readonly path: readonly string[];
  /** Texts that mean "no value", as an absent and an empty element do. */
  readonly nullTexts: ReadonlySet<string>;
  /** Child elements of a record that hold its fields in their turn, or nothing that is read. */
  readonly sections?: Sections;
}

export interface XmlSurvey extends FileDigest {
  readonly file: DeliveredFile;
  /** Fields that any record has. */
  readonly names: readonly string[];
  readonly records: number;
  /** Records with bytes that are not of the encoding. */
  readonly undecodable: number;
}

/** Reads the whole file once. Throws FormatError where it is not well-formed: then nothing of it counts. */
export async function surveyXml(file: DeliveredFile, { path, sections }: XmlForm): Promise<XmlSurvey> {
  const digest = { bytes: 0, sha256: '' };
  let names: readonly string[] = [];
  let records = 0;
  let undecodable = 0;
  for await (const batch of readXmlRecords(readBytes(file.path, file.name), {
    name: file.name,
    path,
    wanted: [],
    digest,
    ...(sections ? { sections } : {}),
  })) {
    ({ names } = batch);
    records += batch.records.length;
    undecodable += batch.records.filter(hasInvalidBytes).length;
  }
  return { file, ...digest, names, records, undecodable };
}

function hasInvalidBytes({ problems }: XmlRecord): boolean {
  return problems !== undefined && problems.some(({ kind }) => kind === 'invalid_bytes');
}

/** Reads the files one after the other; `surveys` are those that `describe` took. */
export async function* readXmlChunks(
  surveys: readonly XmlSurvey[],
  form: XmlForm,
  request: ReadRequest,
): AsyncGenerator<RawChunk, void, undefined> {
  const after = request.after === undefined ? { file: 0, number: 0 } : parseCursor(request.after, surveys);
  for (const [index, survey] of surveys.entries()) {
    throwIfCancelled(request.signal, request.stream.name);
    if (index < after.file) continue;
    yield* readFile(survey, { ...request, form, passed: index === after.file ? after.number : 0 });
  }
}

interface FileRequest extends ReadRequest {
  readonly form: XmlForm;
  /** So many records were delivered before. */
  readonly passed: number;
}

async function* readFile(survey: XmlSurvey, request: FileRequest): AsyncGenerator<RawChunk, void, undefined> {
  const { name, path: filePath } = survey.file;
  const { form, columns, chunkSize, passed, signal, stream } = request;
  const digest = { bytes: 0, sha256: '' };
  const { path, sections } = form;
  const reading = { name, path, wanted: columns, digest, ...(sections ? { sections } : {}) };
  let number = 0;
  let pending: RawRecord[] = [];
  for await (const batch of readXmlRecords(readBytes(filePath, name), reading)) {
    throwIfCancelled(signal, stream.name);
    for (const record of batch.records) {
      number += 1;
      if (number <= passed) continue;
      pending.push(toRaw(record, form));
      if (pending.length < chunkSize) continue;
      throwIfCancelled(signal, stream.name);
      yield toChunk(name, pending, number);
      pending = [];
    }
  }
  refuseChanged(survey, digest);
  if (pending.length > 0) yield toChunk(name, pending, number);
}

function toRaw({ line, values, problems }: XmlRecord, { nullTexts }: XmlForm): RawRecord {
  const texts = values.map((text) => (text === null || text === '' || nullTexts.has(text) ? null : text));
  if (!problems) return { values: texts, row: line };
  const found = problems.map(({ kind, name, detail }) => {
    return { rule: kind, severity: 'blocking' as const, detail, ...(name === undefined ? {} : { column: name }) };
  });
  return { values: texts, row: line, problems: found };
}

function toChunk(origin: string, records: RawRecord[], number: number): RawChunk {
  return { origin, mark: ':', records, cursor: `${origin}:${number}` };
}

/** A cursor is the file and the number of its last delivered record: several records may begin on one line. */
function parseCursor(cursor: string, surveys: readonly XmlSurvey[]): { file: number; number: number } {
  const split = cursor.lastIndexOf(':');
  const file = surveys.findIndex((survey) => survey.file.name === cursor.slice(0, split));
  const number = Number(cursor.slice(split + 1));
  if (file >= 0 && Number.isSafeInteger(number)) return { file, number };
  throw new SourceError(`续读位置 ${cursor} 所在的文件已不在移交之列`, {
    position: cursor,
    next: '恢复该文件，或从头读取该数据流。',
  });
}

function refuseChanged({ file, sha256 }: XmlSurvey, now: FileDigest): void {
  if (now.sha256 === sha256) return;
  throw new SourceError(`${file.name}：读取过程中文件被改动`, {
    position: file.name,
    next: '确认移交已完成、文件不再写入后重新运行。',
  });
}
