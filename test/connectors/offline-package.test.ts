import { createHash } from 'node:crypto';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Connector, Finding } from '../../connectors/connector.ts';
import { openConnector } from '../../connectors/registry.ts';
import { defineStream } from '../../connectors/stream.ts';
import { SourceError } from '../../core/errors.ts';
import { temporaryDirectory } from '../fixtures/formats/temporary.ts';

const stream = defineStream({
  name: 'CG_XM',
  label: '采购项目',
  key: ['XMID'],
  deletion: [],
  version: 1,
  columns: { XMID: { type: 'int', label: '主键' }, XMMC: { type: 'varchar(600)', label: '项目名称' } },
});

const TEXT = 'XMID,XMMC\r\n1,\r\n2,\\N\r\n3,"a,b"\r\n';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const GOOD = { CG_XM: { file: 'CG_XM.csv', rows: 3, sha256: sha256(TEXT) } };

interface Delivered {
  readonly text?: string;
  readonly manifest?: unknown;
  readonly change?: (directory: string) => Promise<unknown>;
}

async function deliver({ text = TEXT, manifest = GOOD, change }: Delivered): Promise<Connector> {
  const directory = await temporaryDirectory();
  await writeFile(join(directory, 'CG_XM.csv'), text);
  const json = typeof manifest === 'string' ? manifest : JSON.stringify(manifest);
  await writeFile(join(directory, 'manifest.json'), json);
  await change?.(directory);
  return openConnector('offline-package', { directory: '.' }, { system: 'procurement', baseDirectory: directory });
}

async function read(connector: Connector): Promise<unknown[]> {
  const records: unknown[] = [];
  for await (const chunk of connector.read({ stream, columns: ['XMID', 'XMMC'], chunkSize: 2 })) {
    records.push(...chunk.records.map(({ values, row }) => [row, ...values]));
  }
  return records;
}

const errorsOf = (findings: readonly Finding[]): string[] =>
  findings.filter(({ level }) => level === 'error').map(({ rule }) => rule);

const inManifest = (change: object): unknown => ({ CG_XM: { ...GOOD.CG_XM, ...change } });
const LONGER = `${TEXT}4,d\r\n`;

const CASES: readonly (readonly [what: string, delivered: Delivered, rule: string])[] = [
  ['no manifest', { change: (directory) => rm(join(directory, 'manifest.json')) }, 'manifest_missing'],
  ['an empty manifest', { manifest: '' }, 'manifest_empty'],
  ['a manifest without tables', { manifest: {} }, 'manifest_empty'],
  ['a manifest that is no JSON', { manifest: '{"CG_XM":' }, 'manifest_unreadable'],
  ['a manifest that lacks a field', { manifest: { CG_XM: { file: 'CG_XM.csv' } } }, 'manifest_unreadable'],
  [
    'a directory in place of the manifest',
    { change: (directory) => rm(join(directory, 'manifest.json')).then(() => mkdir(join(directory, 'manifest.json'))) },
    'file_is_directory',
  ],
  ['a table that is not listed', { manifest: { CG_FB: GOOD.CG_XM } }, 'missing_table'],
  ['a file that is not there', { change: (directory) => rm(join(directory, 'CG_XM.csv')) }, 'file_missing'],
  [
    'a directory in place of the file',
    { change: (directory) => rm(join(directory, 'CG_XM.csv')).then(() => mkdir(join(directory, 'CG_XM.csv'))) },
    'file_is_directory',
  ],
  ['a path out of the package', { manifest: inManifest({ file: '../secret.csv' }) }, 'unsafe_path'],
  ['an absolute path', { manifest: inManifest({ file: '/etc/passwd' }) }, 'unsafe_path'],
  [
    'a link out of the package',
    {
      manifest: inManifest({ file: 'link.csv' }),
      change: (directory) => symlink('/etc/hostname', join(directory, 'link.csv')),
    },
    'unsafe_path',
  ],
  ['an empty file', { text: '', manifest: inManifest({ sha256: sha256('') }) }, 'file_empty'],
  ['a file cut off between records', { text: TEXT.slice(0, TEXT.indexOf('3,')) }, 'file_truncated'],
  ['a file cut off within a record', { text: TEXT.slice(0, -4) }, 'file_truncated'],
  ['fewer rows than listed in a whole file', { manifest: inManifest({ rows: 6 }) }, 'manifest_rows_mismatch'],
  ['more rows than listed', { text: LONGER }, 'manifest_rows_mismatch'],
  ['other content', { text: TEXT.replace('1,', '9,') }, 'manifest_hash_mismatch'],
  [
    'a column missing',
    { text: 'XMID\r\n1\r\n', manifest: inManifest({ rows: 1, sha256: sha256('XMID\r\n1\r\n') }) },
    'missing_column',
  ],
  [
    'a column twice',
    { text: 'XMID,XMMC,XMID\r\n', manifest: inManifest({ rows: 0, sha256: sha256('XMID,XMMC,XMID\r\n') }) },
    'repeated_column',
  ],
];

describe('offline package', () => {
  it('reads exact values, NULL and the empty string apart', async () => {
    const connector = await deliver({});
    expect(await read(connector)).toEqual([
      [2, '1', ''],
      [3, '2', null],
      [4, '3', 'a,b'],
    ]);
    expect(await connector.describe(stream)).toMatchObject({
      declaredRows: 3,
      findings: [],
      fingerprint: GOOD.CG_XM.sha256,
    });
  });

  it.each(CASES)('reports %s, and loads nothing of the table', async (_, delivered, rule) => {
    const connector = await deliver(delivered);
    expect(errorsOf(await connector.check([stream]))).toContain(rule);
    expect(errorsOf((await connector.describe(stream)).findings)).toContain(rule);
    await expect(read(connector)).rejects.toBeInstanceOf(SourceError);
  });

  it('says which table the manifest lists beyond the declared ones', async () => {
    const connector = await deliver({ manifest: { ...GOOD, XTGL_USER: GOOD.CG_XM } });
    expect(await connector.check([stream])).toMatchObject([{ level: 'info', rule: 'unknown_table' }]);
  });

  it('stops when the file changes between checking and reading', async () => {
    let directory = '';
    const connector = await deliver({ change: async (made) => (directory = made) });
    await connector.describe(stream);
    await writeFile(join(directory, 'CG_XM.csv'), LONGER);
    await expect(read(connector)).rejects.toThrow('读取过程中文件被改动');
  });

  it('takes a file in another encoding for what it is', async () => {
    const text = `XMID,XMMC\r\n${Array.from({ length: 30 }, (_, index) => `${index},藏医院\r\n`).join('')}`;
    const manifest = inManifest({ rows: 30, sha256: sha256(text) });
    expect(errorsOf((await (await deliver({ text, manifest })).describe(stream)).findings)).toEqual(['wrong_encoding']);
  });
});
