import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Connector } from '../../connectors/connector.ts';
import { csvDrop } from '../../connectors/csv-drop.ts';
import { openKind } from '../../connectors/registry.ts';
import { connectorContract } from '../contract/connector.ts';
import { caught, readAll, stream, type Table } from '../contract/delivery.ts';
import { temporaryDirectory } from '../fixtures/formats/temporary.ts';

const DAY = '20201201';

function csvField(value: string | null): string {
  if (value === null) return String.raw`\N`;
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

async function signDay(directory: string, day: string, rows: Readonly<Record<string, number>>): Promise<void> {
  const lines: string[] = [];
  for (const [name, count] of Object.entries(rows)) {
    const bytes = await readFile(join(directory, name));
    lines.push(`${name},${count},${createHash('md5').update(bytes).digest('hex')}\n`);
  }
  await writeFile(join(directory, `${day}.ok`), lines.join(''));
}

async function writeTables(directory: string, tables: readonly Table[]): Promise<unknown> {
  const rows: Record<string, number> = {};
  for (const { stream: each, columns, rows: records } of tables) {
    const name = `${DAY}_${each.name}.csv`;
    await writeFile(
      join(directory, name),
      [columns, ...records].map((values) => `${values.map(csvField).join(',')}\r\n`).join(''),
    );
    rows[name] = records.length;
  }
  await signDay(directory, DAY, rows);
  return { directory, encoding: 'utf-8', nullText: String.raw`\N` };
}

async function spoilBytes(directory: string, { stream: each, rows }: Table): Promise<unknown> {
  const name = `${DAY}_${each.name}.csv`;
  const bytes = await readFile(join(directory, name));
  bytes[bytes.indexOf('两侧')] = 0xff;
  await writeFile(join(directory, name), bytes);
  await signDay(directory, DAY, { [name]: rows.length });
  return { directory, encoding: 'utf-8', nullText: String.raw`\N` };
}

connectorContract('csv-drop', {
  kind: csvDrop,
  required: ['directory'],
  deliver: writeTables,
  spoil: spoilBytes,
});

const QY = stream('qyxx');
const REQUEST = { stream: QY, columns: ['ID', 'MC'], chunkSize: 10 };
let directory: string;

beforeEach(async () => {
  directory = await temporaryDirectory();
});

async function deliver(day: string, ids: readonly string[], stated = ids.length): Promise<void> {
  const name = `${day}_qyxx.csv`;
  await writeFile(join(directory, name), ['ID,MC,MM,JE', ...ids.map((id) => `${id},名${day},x,1`), ''].join('\r\n'));
  await signDay(directory, day, { [name]: stated });
}

const open = (more: object = {}): Promise<Connector> =>
  openKind(csvDrop, { directory, encoding: 'utf-8', ...more }, { system: 'shigatse', baseDirectory: directory });
const idsOf = async (connector: Connector): Promise<(string | null | undefined)[]> =>
  (await readAll(connector, REQUEST)).map(({ values }) => values[0]);
const rulesOf = async (connector: Connector): Promise<string[]> =>
  (await connector.describe(QY)).findings.map(({ level, rule, position }) => `${level} ${rule} ${position}`);

describe('a drop folder', () => {
  it('is read day by day, in the order of the days', async () => {
    await deliver('20201202', ['3']);
    await deliver('20201201', ['1', '2']);
    expect(await idsOf(await open())).toEqual(['1', '2', '3']);
    expect((await (await open()).describe(QY)).declaredRows).toBe(3);
  });

  it('leaves a day without its manifest alone', async () => {
    await deliver('20201201', ['1']);
    await deliver('20201202', ['2']);
    await rm(join(directory, '20201202.ok'));
    expect(await idsOf(await open())).toEqual(['1']);
  });

  it('says that nothing is ready where no manifest is there', async () => {
    await writeFile(join(directory, '20201201_qyxx.csv'), 'ID,MC,MM,JE\r\n');
    expect(await rulesOf(await open())).toEqual([`error manifest_missing ${directory.split('/').at(-1)}`]);
  });

  it('leaves out a file that is not what its manifest says, and reads the other days', async () => {
    await deliver('20201201', ['1']);
    await deliver('20201202', ['2'], 5);
    const connector = await open();
    expect(await idsOf(connector)).toEqual(['1']);
    expect(await rulesOf(connector)).toEqual(['warning manifest_rows_mismatch 20201202_qyxx.csv']);
    expect((await connector.describe(QY)).declaredRows).toBe(1);
  });

  it('refuses a file that was cut off, where it is all there is', async () => {
    await deliver('20201201', ['1', '2']);
    const path = join(directory, '20201201_qyxx.csv');
    await writeFile(path, (await readFile(path)).subarray(0, -9));
    const connector = await open();
    expect(await rulesOf(connector)).toEqual(['error file_truncated 20201201_qyxx.csv']);
    expect(await caught(readAll(connector, REQUEST))).toMatchObject({ place: { stream: 'qyxx' } });
  });

  it('says which line of a manifest is none', async () => {
    await deliver('20201201', ['1']);
    await writeFile(join(directory, '20201201.ok'), '20201201_qyxx.csv,1,abc\n');
    expect(await rulesOf(await open())).toEqual(['error manifest_unreadable 20201201.ok']);
  });

  it('reads nothing outside its folder, whatever the manifest lists', async () => {
    await deliver('20201201', ['1']);
    await writeFile(join(directory, '20201202.ok'), `../x.csv,1,${'0'.repeat(32)}\n`);
    expect(await rulesOf(await open())).toEqual(['warning missing_table 20201202.ok']);
  });

  it('lists its days, and reads one of them alone', async () => {
    await deliver('20201202', ['3']);
    await deliver('20201201', ['1', '2']);
    await deliver('20201203', ['4']);
    await rm(join(directory, '20201203.ok'));
    const context = { system: 'shigatse', baseDirectory: directory };
    const days = await csvDrop.listDays?.(csvDrop.settings.parse({ directory, encoding: 'utf-8' }), context);
    expect(days?.map(({ day }) => day)).toEqual(['2020-12-01', '2020-12-02']);
    expect(await idsOf(await open(days?.[1]?.settings))).toEqual(['3']);
  });
});
