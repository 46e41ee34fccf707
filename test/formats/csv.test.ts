import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, type CsvOptions, type CsvRecord } from '../../formats/csv.ts';

type Options = Partial<CsvOptions>;

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readBytes(
  bytes: Buffer,
  options: Options = {},
  chunk = 7,
): Promise<{ header: readonly string[]; records: CsvRecord[] }> {
  const records: CsvRecord[] = [];
  let header: readonly string[] = [];
  for await (const batch of readCsv(inChunks(bytes, chunk), { encoding: 'utf-8', ...options })) {
    header = batch.header;
    for (const record of batch.records) records.push(record);
  }
  return { header, records };
}

const read = (text: string, options?: Options): ReturnType<typeof readBytes> => readBytes(Buffer.from(text), options);
const fieldsOf = (records: readonly CsvRecord[]): unknown[] => records.map(({ fields }) => fields);
const faultsOf = (records: readonly CsvRecord[]): unknown[] =>
  records.map(({ line, problems }) => [line, problems?.map(({ kind }) => kind) ?? []]);

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

describe('readCsv', () => {
  it('reads quotes, escaped quotes and line breaks inside quotes', async () => {
    const { header, records } = await read('ID,名称\r\n1,"甲,乙"\r\n2,"他说""好"""\r\n3,"两\r\n行"\r\n4,丁');
    expect(header).toEqual(['ID', '名称']);
    expect(fieldsOf(records)).toEqual([
      ['1', '甲,乙'],
      ['2', '他说"好"'],
      ['3', '两\r\n行'],
      ['4', '丁'],
    ]);
    expect(records.map(({ line }) => line)).toEqual([2, 3, 4, 6]);
  });

  it('takes only the unquoted exact marker for "no value"', async () => {
    const { records } = await read('a,b,c,d\n\\N,"\\N",,"x"\n\\N,\\n,\\NN,\n', { nullText: '\\N' });
    expect(fieldsOf(records)).toEqual([
      [null, '\\N', '', 'x'],
      [null, '\\n', '\\NN', ''],
    ]);
  });

  it('keeps a quote inside an unquoted field as text', async () => {
    const { records } = await read('a,b\n5"屏,x\n');
    expect(fieldsOf(records)).toEqual([['5"屏', 'x']]);
  });

  it('flags records of another width and goes on', async () => {
    const { records } = await read('a,b\n1\n1,2,3\n1,2\n');
    expect(faultsOf(records)).toEqual([
      [2, ['record_malformed']],
      [3, ['record_malformed']],
      [4, []],
    ]);
  });

  it('passes over empty lines, unless an empty record is what they are', async () => {
    expect((await read('a,b\n\n1,2\r\n\r\n')).records).toHaveLength(1);
    expect(fieldsOf((await read('a\n\n1\n')).records)).toEqual([[''], ['1']]);
  });

  it('gives one batch without records for a header alone, none for an empty file', async () => {
    expect(await read('a,b\r\n')).toEqual({ header: ['a', 'b'], records: [] });
    expect(await read('')).toEqual({ header: [], records: [] });
  });

  it.each([
    ['an unclosed quote', 'a,b\n1,"x\n2,y\n3,z\n'],
    ['text behind a closing quote', 'a,b\n1,"x"y\n2,y\n3,z\n'],
    ['an open quote that meets a later one', 'a,b\n1,"x\n2,"y"\n3,z\n'],
  ])('loses one line to %s, not those behind it', async (_, text) => {
    const { records } = await read(text);
    expect(faultsOf(records)).toEqual([
      [2, ['record_malformed']],
      [3, []],
      [4, []],
    ]);
  });

  it('does not let an unclosed quote swallow a large file', async () => {
    const lines = Array.from({ length: 300_000 }, (_, index) => `${index},二〇一九年三月五日\n`);
    const { records } = await readBytes(Buffer.from(`a,b\n1,"x\n${lines.join('')}`), {}, 65_536);
    expect(records).toHaveLength(300_001);
    expect(records.filter(({ problems }) => problems)).toHaveLength(1);
  });

  it('flags only the record with invalid bytes, and says where they are', async () => {
    const gb = Buffer.concat([
      Buffer.from('a,b\n1,'),
      Buffer.from('d6d0b9', 'hex'),
      Buffer.from(',\n2,'),
      Buffer.from('d6d0', 'hex'),
      Buffer.from('\n3,"x\n'),
      Buffer.from('ff', 'hex'),
      Buffer.from('"\n4,y\n'),
    ]);
    const { records } = await readBytes(gb, { encoding: 'gb18030' });
    expect(faultsOf(records)).toEqual([
      [2, ['invalid_bytes', 'record_malformed']],
      [3, []],
      [4, ['invalid_bytes']],
      [6, []],
    ]);
    expect(records[0]?.problems?.[0]?.detail).toContain('字节8：b9');
    expect(records[1]?.fields).toEqual(['2', '中']);
    expect(records[0]?.fields[0]).toBe('1');
  });

  it('measures and hashes while reading', async () => {
    const digest = { bytes: 0, sha256: '' };
    await read('a\n1\n', { digest });
    expect(digest).toEqual({ bytes: 4, sha256: '309b0e45a73d3fc5325e2b6ed0a01ef8b9cde6b05a5633c1f893f970d52bfddc' });
  });

  const field = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', '中', '"', ',', '\n', '\r\n', '𠮷', ' ', '\\N'), maxLength: 6 }),
    fc.string({ maxLength: 4 }).filter((text) => !text.includes('\r')),
  );

  it('agrees with csv-parse on well-formed files, whatever the chunks', async () => {
    const rows = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc
          .array(fc.array(field, { minLength: width, maxLength: width }), { maxLength: 6 })
          .map((body) => ({ width, body })),
      );
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 9 }), fc.boolean(), async ({ width, body }, chunk, crlf) => {
        const header = Array.from({ length: width }, (_, index) => `c${index}`);
        const text = [header, ...body].map((row) => row.map(quote).join(',') + (crlf ? '\r\n' : '\n')).join('');
        const { records } = await readBytes(Buffer.from(text), {}, chunk);
        const expected = parse(text, { from: 2, record_delimiter: ['\r\n', '\n'] });
        expect(fieldsOf(records)).toEqual(expected);
        expect(records.every(({ problems }) => problems === undefined)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('survives any bytes, and gives every line its record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (bytes, chunk) => {
        const whole = Buffer.concat([Buffer.from('a,b\n'), bytes]);
        const one = await readBytes(whole, { encoding: 'gb18030' }, chunk);
        expect(one).toEqual(await readBytes(whole, { encoding: 'gb18030' }, whole.length));
      }),
      { numRuns: 300 },
    );
  });
});
