import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Connector, Finding } from '../../connectors/connector.ts';
import { openKind } from '../../connectors/registry.ts';
import { defineStream } from '../../connectors/stream.ts';
import { xml } from '../../connectors/xml.ts';
import { rawByte } from '../../scripts/demo-data/forms/gb18030-encode.ts';
import { connectorContract } from '../contract/connector.ts';
import { caught, collect, readAll, type Table } from '../contract/delivery.ts';
import { temporaryDirectory } from '../fixtures/formats/temporary.ts';
import { GBK, gb, gbPackage } from '../fixtures/formats/xml-package.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function packageOf({ columns, rows }: Table): string {
  const records = rows.map((row) =>
    columns.map((name, index) => (row[index] == null ? '' : `<${name}>${escape(row[index])}</${name}>`)).join(''),
  );
  return `${GBK}\r\n<body>\r\n${records.map((fields) => `<data>${fields}</data>\r\n`).join('')}</body>\r\n`;
}

const pathOf = (directory: string, { stream }: Table): string => join(directory, `${stream.name}_20201130_001.xml`);

async function writePackages(directory: string, tables: readonly Table[]): Promise<unknown> {
  for (const each of tables) await writeFile(pathOf(directory, each), gb(packageOf(each)));
  return { directory };
}

async function spoilBytes(directory: string, table: Table): Promise<unknown> {
  await writeFile(pathOf(directory, table), gb(packageOf(table).replace('两侧', `两${rawByte(0xb2)}`)));
  return { directory };
}

connectorContract('xml', {
  kind: xml,
  required: ['directory'],
  deliver: writePackages,
  spoil: spoilBytes,
  damage: (directory, table) => appendFile(pathOf(directory, table), '<body>'),
});

const ZJXX = defineStream({
  name: 'ZJXX',
  label: '专家',
  key: ['ZJBH'],
  deletion: [],
  version: 1,
  columns: {
    ZJBH: { type: 'C20', label: '专家编号' },
    XM: { type: 'C50', label: '姓名' },
    YHKH: { type: 'C30', label: '银行卡号', ignore: 'sensitive' },
  },
});
const REQUEST = { stream: ZJXX, columns: ['ZJBH', 'XM'], chunkSize: 2 };

let directory: string;

beforeEach(async () => {
  directory = await temporaryDirectory();
});

const open = (settings: Record<string, unknown> = {}): Promise<Connector> =>
  openKind(xml, { directory, ...settings }, { system: 'onestop', baseDirectory: '/' });

async function deliver(files: Readonly<Record<string, Buffer>>): Promise<Connector> {
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(directory, name), bytes);
  return open();
}

const expert = (number: string, name = '甲'): string => `<ZJBH>${number}</ZJBH><XM>${name}</XM>`;
const brief = (findings: readonly Finding[]): string[] =>
  findings.map(({ level, rule, position = '' }) => `${level} ${rule} ${position}`);

describe('values', () => {
  it('absent, empty and null are no value; other texts are, blanks and zeros too', async () => {
    const rows = [
      '<ZJBH>1</ZJBH>',
      '<ZJBH>2</ZJBH><XM/>',
      '<ZJBH>3</ZJBH><XM>null</XM>',
      expert('4', 'NULL'),
      expert('5', ' '),
    ];
    const connector = await deliver({ 'ZJXX_20201130_001.xml': gbPackage(...rows) });
    const values = (await readAll(connector, REQUEST)).map((record) => record.values[1]);
    expect(values).toEqual([null, null, null, 'NULL', ' ']);
  });

  it('the texts that mean no value can be set', async () => {
    await deliver({ 'ZJXX_20201130_001.xml': gbPackage(expert('1', 'null'), expert('2', '无')) });
    const connector = await open({ nullTexts: ['无'] });
    expect((await readAll(connector, REQUEST)).map((record) => record.values[1])).toEqual(['null', null]);
  });

  it('a record with half a character names the column, its key stays readable', async () => {
    const cut = expert('2', `白玛${rawByte(0xd5)}`);
    const connector = await deliver({ 'ZJXX_20201130_001.xml': gbPackage(expert('1'), cut, expert('3', '༄')) });
    const records = await readAll(connector, REQUEST);
    const problem = { rule: 'invalid_bytes', severity: 'blocking', column: 'XM', detail: expect.any(String) as string };
    expect(records).toEqual([
      { values: ['1', '甲'], row: 3 },
      { values: ['2', '白玛\uFFFD'], row: 4, problems: [problem] },
      { values: ['3', '༄'], row: 5 },
    ]);
  });

  it('a repeated element spoils its record, whether it is asked for or not', async () => {
    const rows = [`${expert('1')}<XM>乙</XM>`, `${expert('2')}<YHKH>1</YHKH><YHKH>2</YHKH>`, expert('3')];
    const connector = await deliver({ 'ZJXX_20201130_001.xml': gbPackage(...rows) });
    const problems = (await readAll(connector, REQUEST)).map((record) => record.problems?.[0]?.column);
    expect(problems).toEqual(['XM', 'YHKH', undefined]);
  });
});

describe('packages', () => {
  it('are read by day and number, whatever zeros stand before them', async () => {
    const names = ['20201201_001', '20201130_010', '20201130_9', '20201130_002', '20201130_11'];
    const files = names.map((name) => [`ZJXX_${name}.xml`, gbPackage(expert(name))] as const);
    const connector = await deliver(Object.fromEntries(files));
    const chunks = await collect(connector.read(REQUEST));
    expect(chunks.map(({ origin }) => origin.slice(5, -4))).toEqual([
      '20201130_002',
      '20201130_9',
      '20201130_010',
      '20201130_11',
      '20201201_001',
    ]);
  });

  it('are told by their names: other types and other names are pointed out, not read', async () => {
    await mkdir(join(directory, 'archive'));
    const connector = await deliver({
      'ZJXX_20201130_001.xml': gbPackage(expert('1')),
      'ZJXX_JL_20201130_001.xml': gbPackage(expert('2')),
      'ZJXX_20201130_001 (1).xml': gbPackage(expert('3')),
      'ZJXX_20201130_002.xml.tmp': Buffer.from('half'),
      'readme.txt': Buffer.from('x'),
      '.hidden': Buffer.from('x'),
    });
    expect(brief(await connector.check([ZJXX]))).toEqual([
      'warning unknown_file ZJXX_20201130_001 (1).xml',
      'warning unknown_file ZJXX_20201130_002.xml.tmp',
      'warning unknown_table ZJXX_JL_20201130_001.xml',
      'warning unknown_file readme.txt',
    ]);
    expect(await readAll(connector, REQUEST)).toHaveLength(1);
  });

  it('may be named by another pattern, records by another path', async () => {
    const text = '<PACKAGE><DES><ZJBH>1</ZJBH></DES></PACKAGE>';
    await deliver({ '夜_ZJXX(新).XML': Buffer.from(text) });
    const connector = await open({ pattern: '*_{stream}(?).xml', recordPath: 'PACKAGE/DES' });
    expect((await readAll(connector, REQUEST)).map(({ values }) => values[0])).toEqual(['1']);
  });

  it('must not be missing, unless that is agreed on', async () => {
    const connector = await deliver({ 'ZJXX_20201130_001.txt': gbPackage() });
    expect((await connector.describe(ZJXX)).findings[0]).toMatchObject({ level: 'error', rule: 'missing_table' });
    const tolerant = await open({ optionalStreams: true });
    expect((await tolerant.describe(ZJXX)).findings.map(({ level }) => level)).toEqual(['info']);
    expect(await readAll(tolerant, REQUEST)).toEqual([]);
  });

  it('may hold more records than agreed on', async () => {
    const connector = await deliver({ 'ZJXX_20201130_001.xml': gbPackage(...Array.from({ length: 501 }, () => '')) });
    const { findings } = await connector.describe(ZJXX);
    expect(brief(findings)).toEqual(['info many_records ZJXX_20201130_001.xml']);
    expect(await readAll(connector, REQUEST)).toHaveLength(501);
  });

  it('that disappear with their directory are one finding', async () => {
    const connector = await open({ directory: join(directory, 'gone') });
    expect(brief(await connector.check([ZJXX]))).toEqual(['error file_missing gone']);
  });
});

describe('fields nobody declared', () => {
  it('are pointed out once, with the file they are first in', async () => {
    const connector = await deliver({
      'ZJXX_20201130_001.xml': gbPackage(expert('1')),
      'ZJXX_20201130_002.xml': gbPackage(`${expert('2')}<BZ>1</BZ>`, '<BZ lang="zh">2</BZ>'),
      'ZJXX_20201130_003.xml': gbPackage('<BZ>3</BZ>'),
    });
    const { findings, columns } = await connector.describe(ZJXX);
    expect(findings.map(({ message }) => message.en)).toEqual([
      'ZJXX_20201130_002.xml: column BZ is not declared and is left aside',
      'ZJXX_20201130_002.xml: column BZ@lang is not declared and is left aside',
    ]);
    expect(columns).toEqual(['ZJBH', 'XM', 'BZ', 'BZ@lang']);
  });
});

describe('a package at fault', () => {
  it('is named with every other one, and nothing is read', async () => {
    const connector = await deliver({
      'ZJXX_20201130_001.xml': gbPackage(expert('1')),
      'ZJXX_20201130_002.xml': gbPackage(`${expert('2')}<XM>`),
      'ZJXX_20201130_003.xml': gbPackage(expert('3')).subarray(0, 80),
      'ZJXX_20201130_004.xml': gb(`${GBK}\r\n<!DOCTYPE body>\r\n<body/>`),
    });
    expect(brief((await connector.describe(ZJXX)).findings)).toEqual([
      'error file_damaged ZJXX_20201130_002.xml:3',
      'error file_truncated ZJXX_20201130_003.xml:3',
      'error file_refused ZJXX_20201130_004.xml:2',
    ]);
    const refusal = await caught(readAll(connector, REQUEST));
    expect(refusal.message).toContain('ZJXX_20201130_002.xml:3');
    expect(refusal.message).toContain('另有2处问题');
  });

  it('is one whose bytes are of another encoding throughout', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `<data>${expert(String(index), '好')}</data>`);
    const connector = await deliver({ 'ZJXX_20201130_001.xml': Buffer.from(`${GBK}<body>${rows.join('')}</body>`) });
    expect(brief((await connector.describe(ZJXX)).findings)).toEqual(['error wrong_encoding ZJXX_20201130_001.xml']);
  });

  it('is one that changes between looking and reading', async () => {
    const connector = await deliver({ 'ZJXX_20201130_001.xml': gbPackage(expert('1')) });
    await connector.describe(ZJXX);
    await writeFile(join(directory, 'ZJXX_20201130_001.xml'), gbPackage(expert('2')));
    const refusal = await caught(readAll(connector, REQUEST));
    expect(refusal.message).toContain('读取过程中文件被改动');
    expect(refusal.place).toMatchObject({ system: 'onestop', stream: 'ZJXX', position: 'ZJXX_20201130_001.xml' });
  });
});

describe('a cursor', () => {
  it('tells records on one line apart, and goes on into the next file', async () => {
    const row = (number: string) => `<data>${expert(number)}</data>`;
    const connector = await deliver({
      'ZJXX_20201130_001.xml': gb(`${GBK}<body>${row('1')}${row('2')}${row('3')}</body>`),
      'ZJXX_20201130_002.xml': gbPackage(expert('4')),
    });
    const chunks = await collect(connector.read({ ...REQUEST, chunkSize: 1 }));
    const seen = chunks.map(
      ({ origin, records: [record] }) => `${origin.slice(14, 17)}:${record?.row} ${record?.values[0]}`,
    );
    expect(seen).toEqual(['001:1 1', '001:1 2', '001:1 3', '002:3 4']);
    for (const [index, { cursor }] of chunks.entries()) {
      const rest = await collect(connector.read({ ...REQUEST, after: cursor }));
      expect(rest.flatMap(({ records }) => records.map(({ values }) => values[0]))).toEqual(
        ['1', '2', '3', '4'].slice(index + 1),
      );
    }
  });

  it('of a file that is gone is refused', async () => {
    const connector = await deliver({ 'ZJXX_20201130_001.xml': gbPackage(expert('1')) });
    const refusal = await caught(collect(connector.read({ ...REQUEST, after: 'ZJXX_20201129_001.xml:3' })));
    expect(refusal.message).toContain('已不在移交之列');
  });
});

it('leaves the delivery as it is', async () => {
  const bytes = gbPackage(expert('1'));
  const connector = await deliver({ 'ZJXX_20201130_001.xml': bytes });
  await readAll(connector, REQUEST);
  expect(await readFile(join(directory, 'ZJXX_20201130_001.xml'))).toEqual(bytes);
});
