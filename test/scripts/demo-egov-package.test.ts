import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EGOV_LAYOUT, generateEgov } from '../../scripts/demo-data/egov/centre.ts';
import type { SystemTruth } from '../../scripts/demo-data/truth.ts';
import type { WorldOptions } from '../../scripts/demo-data/types.ts';
import { parseCsv } from './parse-csv.ts';

const KINDS =
  'code_fullwidth code_lowercase code_unknown control_char date_impossible date_placeholder division_retired division_unknown duplicate_key_conflict duplicate_key_exact flag_contradiction formula_text gbk_lost html_in_text html_script id_15 id_check_digit id_fullwidth id_lowercase_x id_placeholder invalid_bytes mojibake money_absurd money_capital money_negative money_sci money_suffix money_text money_unit_missing newline_in_text nul_byte orphan overlong phone_invalid uscc_check_digit';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ggzy-egov-package-'));
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

/** Writes one package below the root: `<name>/egov`. */
function deliver(name: string, options: WorldOptions): Promise<SystemTruth> {
  return generateEgov(join(root, name, 'egov'), options);
}

async function filesOf(name: string): Promise<Map<string, Buffer>> {
  const directory = join(root, name, 'egov');
  const names = (await readdir(directory)).sort();
  return new Map(await Promise.all(names.map(async (file) => [file, await readFile(join(directory, file))] as const)));
}

describe('the package of the public site', () => {
  it('holds every kind of defect that fits it, and no other', async () => {
    const { defects } = await deliver('large', { seed: 1, scale: 6, dirt: 1 });
    expect([...new Set(defects.map(({ kind }) => kind))].sort()).toEqual(KINDS.split(' '));
  });

  it('has one table of each stream, with the rows and the hash the manifest says', async () => {
    const files = await filesOf('large');
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '{}') as Record<
      string,
      { file: string; rows: number; sha256: string }
    >;
    expect(Object.keys(manifest)).toEqual(Object.keys(EGOV_LAYOUT));
    for (const [table, { file, rows, sha256 }] of Object.entries(manifest)) {
      const bytes = files.get(file) ?? Buffer.alloc(0);
      const [header, ...records] = parseCsv(new TextDecoder('gb18030').decode(bytes));
      expect(header?.values).toEqual(EGOV_LAYOUT[table]);
      expect(records).toHaveLength(rows);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  it('is the same bytes for the same seed, and others for another', async () => {
    const small = { seed: 1, scale: 1, dirt: 1 };
    expect(await deliver('one', small)).toEqual(await deliver('again', small));
    await deliver('two', { ...small, seed: 2 });
    const [one, again, two] = [await filesOf('one'), await filesOf('again'), await filesOf('two')];
    expect(again).toEqual(one);
    expect(two).not.toEqual(one);
  });

  it('is clean and decodable without dirt', async () => {
    const { streams, defects } = await deliver('clean', { seed: 1, scale: 1, dirt: 0 });
    expect(defects).toEqual([]);
    expect(streams.every(({ rows_total: rows }) => rows > 0)).toBe(true);
    const decoder = new TextDecoder('gb18030', { fatal: true });
    for (const bytes of (await filesOf('clean')).values()) expect(() => decoder.decode(bytes)).not.toThrow();
  });
});
