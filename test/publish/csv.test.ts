import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../core/errors.ts';
import { csvLine, neutraliseFormula } from '../../publish/csv.ts';
import { writeCsv, type CsvRow } from '../../publish/csv-file.ts';
import { temporaryDirectory } from '../fixtures/formats/temporary.ts';

describe('what a spreadsheet would run', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1+1', "'+1+1"],
    ['-1+1', "'-1+1"],
    ['@sum(a1)', "'@sum(a1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['＝1+1', "'＝1+1"],
    ['-', "'-"],
    ['+86-139-1234-5678', "'+86-139-1234-5678"],
    ['-12.5', '-12.5'],
    ['+7', '+7'],
    ['+8613912345678', '+8613912345678'],
    ['+86 13912345678', '+86 13912345678'],
    ['a=1', 'a=1'],
    ['', ''],
  ])('%j', (text, expected) => expect(neutraliseFormula(text)).toBe(expected));
});

it('quotes as RFC 4180 has it', () => {
  expect(csvLine(['a', null, '', 'b,c', 'd"e', 'f\ng'])).toBe('a,,,"b,c","d""e","f\ng"\r\n');
});

it('never begins a cell with what a spreadsheet runs, numbers and phones apart', () => {
  const harmless = property(string(), (text) => /^(?![=+\-@\t\r])|^[-+][\d. ]+$/.test(neutraliseFormula(text)));
  expect(() => assert(harmless)).not.toThrow();
});

async function* pieces(): AsyncGenerator<CsvRow[]> {
  yield [['1'], ['2']];
  yield [['3']];
}

async function* broken(): AsyncGenerator<CsvRow[]> {
  yield [['1']];
  throw new Error('connection lost');
}

describe('a file', () => {
  const signal = new AbortController().signal;
  it('holds header and rows', async () => {
    const out = join(await temporaryDirectory(), 'x.csv');
    expect(await writeCsv({ out, confidential: false, signal }, ['id'], pieces())).toBe(3);
    expect(await readFile(out, 'utf8')).toBe('id\r\n1\r\n2\r\n3\r\n');
  });

  it('does not appear when reading fails half way', async () => {
    const directory = await temporaryDirectory();
    const writing = writeCsv({ out: join(directory, 'x.csv'), confidential: false, signal }, ['id'], broken());
    await expect(writing).rejects.toThrow('connection lost');
    expect(await readdir(directory)).toEqual([]);
  });

  it('in a directory that does not exist is a matter of settings', async () => {
    const writing = writeCsv({ out: '/nowhere/x.csv', confidential: false, signal }, ['id'], pieces());
    await expect(writing).rejects.toBeInstanceOf(ConfigurationError);
  });
});
