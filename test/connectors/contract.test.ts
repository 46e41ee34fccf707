/** Every kind of file delivery keeps the connector contract. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csv } from '../../connectors/csv.ts';
import { excel } from '../../connectors/excel.ts';
import { offlinePackage } from '../../connectors/offline-package.ts';
import { template } from '../../connectors/template.ts';
import { connectorContract } from '../contract/connector.ts';
import type { Table } from '../contract/delivery.ts';
import { textRows, writeWorkbook } from '../fixtures/formats/workbook-writer.ts';

function csvField(value: string | null): string {
  if (value === null) return '\\N';
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function csvText({ columns, rows }: Table): string {
  return [columns, ...rows].map((values) => `${values.map(csvField).join(',')}\r\n`).join('');
}

async function writeManifest(directory: string, tables: readonly Table[]): Promise<unknown> {
  const entries = tables.map(async ({ stream, rows }) => {
    const bytes = await readFile(join(directory, `${stream.name}.csv`));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return [stream.name, { file: `${stream.name}.csv`, rows: rows.length, sha256 }] as const;
  });
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(Object.fromEntries(await Promise.all(entries))));
  return { directory, encoding: 'utf-8' };
}

async function writeTables(directory: string, tables: readonly Table[]): Promise<void> {
  for (const each of tables) await writeFile(join(directory, `${each.stream.name}.csv`), csvText(each));
}

/** Half a character where the second record has its name. */
async function spoilBytes(directory: string, { stream }: Table): Promise<void> {
  const path = join(directory, `${stream.name}.csv`);
  const bytes = await readFile(path);
  bytes[bytes.indexOf('两侧')] = 0xff;
  await writeFile(path, bytes);
}

function csvSettings(tables: readonly Table[]): unknown {
  const files = Object.fromEntries(tables.map(({ stream }) => [stream.name, `${stream.name}.csv`]));
  return { files, encoding: 'utf-8', nullText: '\\N' };
}

connectorContract('csv', {
  kind: csv,
  required: ['files', 'encoding'],
  deliver: (directory, tables) => writeTables(directory, tables).then(() => csvSettings(tables)),
  spoil: (directory, table) => spoilBytes(directory, table).then(() => csvSettings([table])),
});

connectorContract('offline-package', {
  kind: offlinePackage,
  required: ['directory'],
  deliver: (directory, tables) => writeTables(directory, tables).then(() => writeManifest(directory, tables)),
  spoil: (directory, table) => spoilBytes(directory, table).then(() => writeManifest(directory, [table])),
});

function writeSheets(directory: string, tables: readonly Table[]): Promise<unknown> {
  const sheets = tables.map(({ stream, columns, rows }) => ({ name: stream.name, xml: textRows([columns, ...rows]) }));
  return writeWorkbook(join(directory, '台账.xlsx'), { sheets }).then(() => ({ directory }));
}

connectorContract('excel', { kind: excel, required: ['directory', 'files'], deliver: writeSheets });

async function writeLines(directory: string, tables: readonly Table[]): Promise<unknown> {
  for (const { stream, columns, rows } of tables) {
    const objects = rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])));
    const lines = objects.map((object) => `${JSON.stringify(object)}\n`);
    await writeFile(join(directory, `${stream.name}.jsonl`), lines.join(''));
  }
  return { directory };
}

async function spoilLine(directory: string, { stream }: Table): Promise<unknown> {
  const path = join(directory, `${stream.name}.jsonl`);
  const lines = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, lines.with(1, '{"ID":').join('\n'));
  return { directory };
}

connectorContract('template', { kind: template, required: ['directory'], deliver: writeLines, spoil: spoilLine });
