import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Connector } from '../../connectors/connector.ts';
import { nationalEnvelope } from '../../connectors/national-envelope.ts';
import { openKind } from '../../connectors/registry.ts';
import { defineStream } from '../../connectors/stream.ts';
import { rawByte } from '../../scripts/demo-data/forms/gb18030-encode.ts';
import { connectorContract } from '../contract/connector.ts';
import { readAll, type Table } from '../contract/delivery.ts';
import { temporaryDirectory } from '../fixtures/formats/temporary.ts';
import { GBK, gb } from '../fixtures/formats/xml-package.ts';

const UTF8 = '<?xml version="1.0" encoding="UTF-8"?>';
const TITLE = '<CA_KEY>CA1</CA_KEY><DATA_CN>标段</DATA_CN><DATA_EN>SECTION</DATA_EN><DATA_NO>502</DATA_NO>';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function messagesOf({ columns, rows }: Table): string {
  const messages = rows.map((row) =>
    columns.map((name, index) => (row[index] == null ? '' : `<${name}>${escape(row[index])}</${name}>`)).join(''),
  );
  const wrapped = messages.map((fields) => `<DES><TITLE/><CONTEXT>${fields}</CONTEXT><FILECONTEXT/></DES>\n`);
  return `${GBK}\n<PACKAGE>\n${wrapped.join('')}</PACKAGE>\n`;
}

const pathOf = (directory: string, { stream }: Table): string => join(directory, `${stream.name}_20201130_001.xml`);

connectorContract('national-envelope', {
  kind: nationalEnvelope,
  required: ['directory'],
  deliver: async (directory, tables) => {
    for (const each of tables) await writeFile(pathOf(directory, each), gb(messagesOf(each)));
    return { directory };
  },
  spoil: async (directory, table) => {
    await writeFile(pathOf(directory, table), gb(messagesOf(table).replace('两侧', `两${rawByte(0xb2)}`)));
    return { directory };
  },
  damage: (directory, table) => appendFile(pathOf(directory, table), '<PACKAGE>'),
});

const SECTION = defineStream({
  name: 'SECTION',
  label: '标段',
  key: ['DATA_KEY'],
  deletion: [{ by: 'flag', column: 'DATA_TYPE', values: ['3'], mayBeBare: true }],
  repeated: 'last',
  version: 1,
  columns: {
    DATA_KEY: { type: 'C22', label: '数据主键' },
    DATA_TYPE: { type: 'C1', label: '操作类型', ignore: 'deletion' },
    BID_SECTION_NAME: { type: 'C500', label: '标段名称' },
  },
});
const REQUEST = { stream: SECTION, columns: ['DATA_KEY', 'DATA_TYPE', 'BID_SECTION_NAME'], chunkSize: 10 };
let directory: string;

beforeEach(async () => {
  directory = await temporaryDirectory();
});

const send = (file: string, ...messages: readonly string[]) =>
  writeFile(
    join(directory, file),
    `${UTF8}<PACKAGE>${messages.map((each) => `<DES>${each}</DES>`).join('\n')}</PACKAGE>`,
  );
const title = (key: string, type: string): string =>
  `<TITLE>${TITLE}<DATA_TYPE>${type}</DATA_TYPE><DATA_KEY>${key}</DATA_KEY></TITLE>`;
const context = (name: string): string => `<CONTEXT><BID_SECTION_NAME>${name}</BID_SECTION_NAME></CONTEXT>`;
const open = (more: object = {}): Promise<Connector> =>
  openKind(nationalEnvelope, { directory, ...more }, { system: 'qamdo', baseDirectory: directory });
const read = async (): Promise<(string | null)[][]> =>
  (await readAll(await open(), REQUEST)).map(({ values }) => [...values]);

describe('messages', () => {
  it('have their fields in TITLE and CONTEXT, and a deletion has no CONTEXT', async () => {
    await send('502_20201130_001.xml', `${title('k1', '1')}${context('一标段')}<FILECONTEXT/>`, title('k2', '3'));
    expect(await read()).toEqual([
      ['k1', '1', '一标段'],
      ['k2', '3', null],
    ]);
    const { findings } = await (await open()).describe(SECTION);
    expect(findings).toEqual([]);
  });

  it('are read in the order of the files, then of the document', async () => {
    await send('502_20201201_001.xml', `${title('k1', '2')}${context('丙')}`);
    await send('502_20201130_002.xml', `${title('k1', '2')}${context('乙')}`);
    await send('502_20201130_001.xml', `${title('k1', '1')}${context('甲')}`);
    expect((await read()).map(([, , name]) => name)).toEqual(['甲', '乙', '丙']);
  });

  it('leave their attachments aside, whatever these hold', async () => {
    const files = '<FILECONTEXT><FILE><PATH>a/b</PATH><BID_SECTION_NAME>x</BID_SECTION_NAME></FILE>文字</FILECONTEXT>';
    await send('502_20201130_001.xml', `${title('k1', '1')}${context('一标段')}${files}`);
    expect(await read()).toEqual([['k1', '1', '一标段']]);
    expect((await readAll(await open(), REQUEST))[0]?.problems).toBeUndefined();
  });

  it('are malformed where a field stands twice, in CONTEXT or beside it, or holds elements', async () => {
    await send(
      '502_20201130_001.xml',
      `${title('k1', '1')}${context('甲')}${context('乙')}`,
      `${title('k2', '1')}<CONTEXT><BID_SECTION_NAME><b>丙</b></BID_SECTION_NAME></CONTEXT>`,
      `${title('k3', '1')}${context('丁')}`,
    );
    const records = await readAll(await open(), REQUEST);
    expect(records.map(({ problems }) => problems?.map(({ rule }) => rule))).toEqual([
      ['record_malformed'],
      ['record_malformed'],
      undefined,
    ]);
  });

  it('may bring a field that nobody declared', async () => {
    await send('502_20201130_001.xml', `${title('k1', '1')}<CONTEXT><新字段>1</新字段></CONTEXT>`);
    const { findings } = await (await open()).describe(SECTION);
    expect(findings.map(({ rule, drift }) => [rule, drift?.column])).toEqual([['new_column', '新字段']]);
  });
});

it('lists its days; behind the first a data set may be missing', async () => {
  await send('502_20201130_001.xml', `${title('k1', '1')}${context('甲')}`);
  await send('501_20201201_001.xml', title('k9', '3'));
  const place = { system: 'qamdo', baseDirectory: directory };
  const days = await nationalEnvelope.listDays?.(nationalEnvelope.settings.parse({ directory }), place);
  expect(days?.map(({ day }) => day)).toEqual(['2020-11-30', '2020-12-01']);
  const second = await openKind(nationalEnvelope, days?.[1]?.settings, place);
  expect((await second.describe(SECTION)).findings.map(({ level }) => level)).toEqual(['info']);
  expect(await readAll(second, REQUEST)).toEqual([]);
});
