import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAmountBalances, readStreamBalances } from '../../database/read/balances.ts';
import { onestop } from '../../pipelines/systems/onestop.ts';
import { generateOnestop, makeOnestop } from '../../scripts/demo-data/onestop/centre.ts';
import { createRandom } from '../../scripts/demo-data/forms/random.ts';
import { commonWorld } from '../../scripts/demo-data/world/shared.ts';
import type { SystemTruth } from '../../scripts/demo-data/truth.ts';
import { textOf, type PlantedDefect } from '../../scripts/demo-data/types.ts';
import { useDatabases } from '../setup/database.ts';
import { runSystem } from '../setup/demo.ts';

const KINDS =
  'code_fullwidth code_lowercase code_unknown control_char date_impossible date_placeholder division_retired division_unknown dob_mismatch formula_text gbk_lost html_in_text id_15 id_check_digit id_fullwidth id_lowercase_x id_placeholder invalid_bytes mojibake money_absurd money_capital money_negative money_sci money_suffix money_text money_unit_mismatch newline_in_text nul_byte orphan overlong phone_invalid specialty_2010 uscc_check_digit';
const DISPOSITIONS = { quarantine: 'quarantined', repair: 'repaired', warn: 'loaded', skip: 'skipped' } as const;

const openFresh = useDatabases();
let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ggzy-onestop-'));
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

/** Writes one delivery below the root: `<name>/onestop`. */
function deliver(name: string, options: { seed: number; scale: number; dirt: number }): Promise<SystemTruth> {
  return generateOnestop(join(root, name, 'onestop'), options);
}

async function filesOf(name: string): Promise<Map<string, Buffer>> {
  const directory = join(root, name, 'onestop');
  const names = (await readdir(directory)).sort();
  return new Map(await Promise.all(names.map(async (file) => [file, await readFile(join(directory, file))] as const)));
}

describe('the packages of the one-stop centre', () => {
  it('hold every kind of defect that fits a text file, and no other', async () => {
    const { defects } = await deliver('large', { seed: 1, scale: 8, dirt: 1 });
    expect([...new Set(defects.map(({ kind }) => kind))].sort()).toEqual(KINDS.split(' '));
  });

  it('have at most 500 records each, and name stream, day and number', async () => {
    const files = await filesOf('large');
    expect([...files.keys()].filter((name) => !/^[A-Z]{4,6}_20201130_\d{3}\.xml$/.test(name))).toEqual([]);
    expect(files.size).toBeGreaterThan(8);
    for (const bytes of files.values()) {
      const text = bytes.toString('latin1');
      expect(text.startsWith('<?xml version="1.0" encoding="GBK"?>')).toBe(true);
      expect(text.match(/<data>/g)?.length).toBeLessThanOrEqual(500);
    }
  });

  it('write no value in three ways, and deletions with the key alone', async () => {
    const all = Buffer.concat([...(await filesOf('large')).values()]).toString('latin1');
    for (const form of [/<ZCZSBH\/>/, /<ZCZSBH><\/ZCZSBH>/, /<ZCZSBH>null<\/ZCZSBH>/, /<XL>[^<]*<\/XL>(?!<ZC)/]) {
      expect(all).toMatch(form);
    }
    expect(all).toMatch(/<data><ZJBH>\w+<\/ZJBH><CZBZ>D<\/CZBZ><\/data>/);
  });

  it('are the same bytes for the same seed, and others for another', async () => {
    const small = { seed: 1, scale: 1, dirt: 1 };
    expect(await deliver('one', small)).toEqual(await deliver('again', small));
    await deliver('two', { ...small, seed: 2 });
    const [one, again, two] = [await filesOf('one'), await filesOf('again'), await filesOf('two')];
    expect(again).toEqual(one);
    expect(two).not.toEqual(one);
  });

  it('are clean and decodable without dirt', async () => {
    const { streams, defects } = await deliver('clean', { seed: 1, scale: 1, dirt: 0 });
    expect(defects).toEqual([]);
    expect(streams.every(({ rows_total: rows }) => rows > 0)).toBe(true);
    const decoder = new TextDecoder('gb18030', { fatal: true });
    for (const bytes of (await filesOf('clean')).values()) expect(() => decoder.decode(bytes)).not.toThrow();
  });
});

describe('the one-stop centre of the demo', () => {
  it('shares projects, owners, persons and companies with the other centres', () => {
    const options = { seed: 1, scale: 4, dirt: 0 };
    const world = commonWorld(options);
    const { tables } = makeOnestop(createRandom(1).fork('onestop'), options, world);
    const texts = (stream: string, field: string) => new Set((tables[stream] ?? []).map((row) => textOf(row, field)));
    const shared = (known: readonly (string | null)[], held: Set<string>) =>
      known.filter((text) => held.has(text ?? ''));
    const codes = world.works.map(({ investmentCode }) => investmentCode);
    expect(shared(codes, texts('TZXM', 'XMDM'))).toEqual(codes);
    const ids = world.experts.map(({ id }) => id);
    expect(shared(ids, texts('ZJXX', 'ZJHM')).length).toBeGreaterThan(100);
    const names = world.companies.map(({ name }) => name);
    expect(shared(names, texts('ZJHB', 'HBDW')).length).toBeGreaterThan(30);
    const offices = world.offices.map(({ code }) => code);
    expect(shared(offices, texts('TZXM', 'JSDWDM')).length).toBeGreaterThan(10);
  });
});

function describeDefect({ stream, source_key: key, position, field, kind, outcome }: PlantedDefect): string {
  return `${stream} ${key} ${position} ${field}: ${kind} ${DISPOSITIONS[outcome]}`;
}

describe.each([7, 2020])('of seed %i', (seed) => {
  it('gives exactly the findings that were planted, and nothing the second time', async () => {
    const { streams, defects } = await deliver(`seed-${seed}`, { seed, scale: 6, dirt: 1 });
    const { database } = await openFresh();
    const first = await runSystem(database, onestop, join(root, `seed-${seed}`));
    expect(first.status).toBe('green');

    const rows = await database.query(
      `select concat_ws(' ', stream, source_key, position, field || ':', rule, disposition) as line, loaded_value as loaded
       from ops.issues where closed_run is null and severity <> 'info'`,
    );
    const found = new Map(rows.map(({ line, loaded }) => [line ?? '', loaded ?? '']));
    const decided = new Set(['dob_mismatch']);
    const planted = defects.map((defect) => {
      const line = describeDefect(defect);
      const known = defect.outcome === 'repair' || decided.has(defect.kind);
      return [line, known ? defect.expected : (found.get(line) ?? '')] as const;
    });
    expect(planted.length).toBeGreaterThan(500);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(planted));

    const balances = await readStreamBalances(database, { systems: [] });
    expect(balances.map(({ stream, read, deleted, status }) => ({ stream, read, deleted, status }))).toEqual(
      streams.map(({ stream, rows_total: read, rows_deleted: deleted }) => ({
        stream,
        read,
        deleted,
        status: 'green',
      })),
    );
    expect((await readAmountBalances(database, { systems: [] })).filter(({ balances: equal }) => !equal)).toEqual([]);
    await runSystem(database, onestop, join(root, `seed-${seed}`), { now: new Date('2020-12-01T18:30:00Z') });
    const again = await readStreamBalances(database, { systems: [] });
    expect(again.filter(({ inserted, updated, deleted }) => inserted + updated + deleted > 0)).toEqual([]);
  });
});
