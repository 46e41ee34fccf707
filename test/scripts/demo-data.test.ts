import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateDemo, type DemoTruth } from '../../scripts/demo-data/generate.ts';
import { parseCsv } from './parse-csv.ts';

interface ManifestEntry {
  readonly file: string;
  readonly rows: number;
  readonly sha256: string;
}

const OPTIONS = { seed: 3, scale: 20, dirt: 1 };
let root = '';
let truth: DemoTruth;

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function hashes(directory: string): Promise<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const entry of (await readdir(directory, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  )) {
    result[entry.name] = sha256(await readFile(join(entry.parentPath, entry.name)));
  }
  return result;
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ggzy-demo-'));
  truth = await generateDemo(join(root, 'first'), OPTIONS);
}, 60_000);

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('demo files', () => {
  it('are the same bytes for the same seed and others for another', async () => {
    const again = await generateDemo(join(root, 'second'), OPTIONS);
    expect(again).toEqual(truth);
    expect(await hashes(join(root, 'second'))).toEqual(await hashes(join(root, 'first')));
    await generateDemo(join(root, 'small-1'), { ...OPTIONS, seed: 1, scale: 1 });
    await generateDemo(join(root, 'small-2'), { ...OPTIONS, seed: 2, scale: 1 });
    expect((await hashes(join(root, 'small-1')))['CG_ZJ.csv']).not.toBe(
      (await hashes(join(root, 'small-2')))['CG_ZJ.csv'],
    );
  }, 60_000);

  it('are described by the manifest: hash and rows', async () => {
    const directory = join(root, 'first', 'procurement');
    const manifest = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')) as Record<
      string,
      ManifestEntry
    >;
    expect(Object.keys(manifest)).toHaveLength(12);
    for (const [table, entry] of Object.entries(manifest)) {
      const bytes = await readFile(join(directory, entry.file));
      expect(sha256(bytes)).toBe(entry.sha256);
      const records = parseCsv(new TextDecoder('gb18030').decode(bytes));
      expect(records.length - 1).toBe(entry.rows);
      expect(records.every((record) => record.values.length === records[0]?.values.length)).toBe(true);
      expect(truth.streams.find((stream) => stream.stream === table)?.rows_total).toBe(entry.rows);
    }
  });

  it('name the line on which a damaged row begins', async () => {
    const directory = join(root, 'first', 'procurement');
    for (const table of ['CG_GG', 'CG_TB', 'CG_CGR']) {
      const text = new TextDecoder('gb18030').decode(await readFile(join(directory, `${table}.csv`)));
      const keys = new Map(parseCsv(text).map((record) => [`${table}.csv:${record.line}`, record.values[0]]));
      const defects = truth.defects.filter((defect) => defect.stream === table);
      expect(defects.length).toBeGreaterThan(0);
      for (const defect of defects) expect(keys.get(defect.position)).toBe(defect.source_key);
    }
  });

  it('are clean without dirt, and valid GB18030', async () => {
    const clean = await generateDemo(join(root, 'clean'), { seed: 1, scale: 1, dirt: 0 });
    expect(clean.defects).toEqual([]);
    for (const file of await readdir(join(root, 'clean', 'procurement'))) {
      const bytes = await readFile(join(root, 'clean', 'procurement', file));
      expect(() => new TextDecoder('gb18030', { fatal: true }).decode(bytes)).not.toThrow();
    }
  });
});
