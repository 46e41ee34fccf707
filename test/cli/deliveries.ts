/** Small deliveries of both systems: an offline package of procurement, CSV files of stateassets. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findSystem } from '../../pipelines/registry.ts';
import type { SystemDeclaration } from '../../pipelines/system.ts';

type Values = Readonly<Record<string, string>>;
export type Tables = Readonly<Record<string, readonly Values[]>>;

function declarationOf(system: string): SystemDeclaration {
  const declaration = findSystem(system);
  if (!declaration) throw new Error(`no system ${system}`);
  return declaration;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function csvOf(columns: readonly string[], rows: readonly Values[]): string {
  const lines = rows.map((row) =>
    columns.map((name) => (name in row ? quote(row[name] ?? '') : String.raw`\N`)).join(','),
  );
  return [columns.join(','), ...lines, ''].join('\n');
}

/** Every stream of the system; those not named have a header and no rows. */
async function writeTables(system: string, directory: string, tables: Tables) {
  await mkdir(directory, { recursive: true });
  const written: { stream: string; file: string; rows: number; text: string }[] = [];
  for (const { stream } of declarationOf(system).mappings) {
    const rows = tables[stream.name] ?? [];
    const file = `${stream.name}.csv`;
    const text = csvOf(Object.keys(stream.columns), rows);
    await writeFile(join(directory, file), text);
    written.push({ stream: stream.name, file, rows: rows.length, text });
  }
  return written;
}

export async function writePackage(directory: string, tables: Tables): Promise<void> {
  const written = await writeTables('procurement', directory, tables);
  const manifest = written.map(({ stream, file, rows, text }) => {
    return [stream, { file, rows, sha256: createHash('sha256').update(text).digest('hex') }];
  });
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(Object.fromEntries(manifest)));
}

export function writeAssetFiles(directory: string, tables: Tables): Promise<unknown> {
  return writeTables('stateassets', directory, tables);
}

/** One row less in the file than the manifest says. */
export async function cutLastRow(directory: string, stream: string): Promise<void> {
  const path = join(directory, `${stream}.csv`);
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  await writeFile(path, `${lines.slice(0, -1).join('\n')}\n`);
}

/** Settings of both systems as these deliveries need them. */
export function settingsText(target = ''): string {
  const files = declarationOf('stateassets').mappings.map(
    ({ stream }) => `      ${stream.name}: assets/${stream.name}.csv`,
  );
  return [
    ...(target === '' ? [] : ['target:', `  url: ${target}`]),
    'systems:',
    '  procurement: { connector: offline-package, directory: ./package, encoding: utf-8 }',
    '  stateassets:',
    '    connector: csv',
    '    encoding: utf-8',
    '    files:',
    ...files,
    '',
  ].join('\n');
}

export const PROCUREMENT: Tables = {
  CG_CGR: [
    {
      CGRID: '1',
      DWMC: '拉萨市财政局',
      DZ: '=HYPERLINK("http://example.com","x")',
      LXR: '扎西',
      LXDH: '13912345678',
      ZT: '1',
    },
    { CGRID: '2', DWMC: '那曲市教育局', DZ: '那曲市浙江中路1号', LXDH: '0896-3821234', ZT: '1' },
  ],
  CG_ZJ: [
    // The ID number passes its check digit and says another birth date.
    {
      ZJID: '10',
      ZJBH: 'Z10',
      XM: '尼玛次仁',
      SFZH: '540102198003070013',
      CSRQ: '1981-03-07',
      SJ: '13800001234',
      ZT: '1',
    },
  ],
  CG_XM: [
    {
      XMID: '100',
      XMBH: 'P100',
      XMMC: '办公设备采购',
      CGRID: '1',
      CGR_MC: '拉萨市财政局',
      YSJE: '150000.50',
      XZQHDM: '540102',
    },
    { XMID: '101', XMBH: 'P101', XMMC: '车辆采购', CGRID: '1', YSJE: '-5' },
  ],
};

export const ASSETS: Tables = {
  实物资产挂牌: [{ 项目编号: 'A1', 标的名称: '旧车一辆', 评估值: '12.5', 挂牌价: '12', 挂牌日期: '2019-01-02' }],
};
