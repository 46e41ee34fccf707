import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAmountBalances, readStreamBalances } from '../../database/read/balances.ts';
import { transport } from '../../pipelines/systems/transport.ts';
import { createRandom } from '../../scripts/demo-data/forms/random.ts';
import { commonWorld } from '../../scripts/demo-data/world/shared.ts';
import { scientific } from '../../scripts/demo-data/transport/money.ts';
import { generateTransport, makeTransport, TRANSPORT_LAYOUT } from '../../scripts/demo-data/transport/centre.ts';
import type { SystemTruth } from '../../scripts/demo-data/truth.ts';
import { textOf, type PlantedDefect } from '../../scripts/demo-data/types.ts';
import { useDatabases } from '../setup/database.ts';
import { runSystem } from '../setup/demo.ts';
import { parseCsv } from './parse-csv.ts';

const KINDS =
  'code_fullwidth code_lowercase code_unknown control_char dangling_party date_impossible date_placeholder division_retired division_unknown duplicate_key_conflict duplicate_key_exact formula_text gbk_lost html_in_text html_script id_15 id_check_digit id_fullwidth id_lowercase_x id_placeholder invalid_bytes mojibake money_absurd money_capital money_negative money_sci money_suffix money_text money_unit_mismatch money_unit_missing newline_in_text nul_byte orphan overlong phone_invalid uscc_check_digit';
const DISPOSITIONS = { quarantine: 'quarantined', repair: 'repaired', warn: 'loaded', skip: 'skipped' } as const;

const openFresh = useDatabases();
let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ggzy-transport-'));
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

/** Writes one delivery below the root: `<name>/transport`. */
function deliver(name: string, options: { seed: number; scale: number; dirt: number }): Promise<SystemTruth> {
  return generateTransport(join(root, name, 'transport'), options);
}

async function hashes(name: string): Promise<Record<string, string>> {
  const directory = join(root, name, 'transport');
  const entries = await Promise.all(
    (await readdir(directory)).map(async (file) => {
      const bytes = await readFile(join(directory, file));
      return [file, createHash('sha256').update(bytes).digest('hex')] as const;
    }),
  );
  return Object.fromEntries(entries);
}

describe('the package of the transport centre', () => {
  it('holds every kind of defect that fits columns of text, and no other', async () => {
    const { defects } = await deliver('large', { seed: 1, scale: 12, dirt: 1 });
    expect([...new Set(defects.map(({ kind }) => kind))].sort()).toEqual(KINDS.split(' '));
  });

  it('names the line on which a damaged row begins', async () => {
    const { defects } = await deliver('lines', { seed: 2, scale: 4, dirt: 1 });
    for (const table of Object.keys(TRANSPORT_LAYOUT)) {
      const bytes = await readFile(join(root, 'lines', 'transport', `${table}.csv`));
      const records = parseCsv(new TextDecoder('gb18030').decode(bytes));
      expect(records[0]?.values).toEqual(TRANSPORT_LAYOUT[table]);
      const keys = new Map(records.map(({ line, values }) => [`${table}.csv:${line}`, values[0]]));
      for (const defect of defects.filter(({ stream }) => stream === table)) {
        expect(keys.get(defect.position)).toBe(defect.source_key);
      }
    }
  });

  it('is the same for the same seed, and another for another', async () => {
    const small = { seed: 1, scale: 1, dirt: 1 };
    expect(await deliver('one', small)).toEqual(await deliver('again', small));
    await deliver('two', { ...small, seed: 2 });
    expect(await hashes('again')).toEqual(await hashes('one'));
    expect(await hashes('two')).not.toEqual(await hashes('one'));
  });

  it('at scale 1 is as large as a sample, and clean without dirt', async () => {
    const { streams, defects } = await deliver('clean', { seed: 1, scale: 1, dirt: 0 });
    expect(defects).toEqual([]);
    const usual = { jt_xm: 16, jt_bd: 26, jt_gg: 31, jt_tbr: 33, jt_tb: 119, jt_zj: 130, jt_zbjg: 25, jt_xypj: 24 };
    for (const { stream, rows_total: rows } of streams) {
      const expected = usual[stream as keyof typeof usual];
      expect(rows).toBeGreaterThan(expected / 2);
      expect(rows).toBeLessThan(expected * 2);
    }
  });

  it('shares companies, people, offices and projects with the other centres', () => {
    const options = { seed: 1, scale: 4, dirt: 0 };
    const world = commonWorld(options);
    const { tables } = makeTransport(createRandom(1).fork('transport'), options, world);
    const shared = (known: readonly (string | null)[], table: string, field: string): number => {
      const held = new Set((tables[table] ?? []).map((row) => textOf(row, field)).filter(Boolean));
      return known.filter((text) => held.has(text ?? '')).length;
    };
    const codes = world.companies.map(({ uscc }) => uscc);
    expect(shared(codes, 'jt_tbr', 'TBR_DM')).toBeGreaterThan(10);
    const ids = world.experts.map(({ id }) => id);
    expect(shared(ids, 'jt_zj', 'SFZH')).toBeGreaterThan(30);
    expect(shared(world.agencies, 'jt_xm', 'ZBDL_MC')).toBeGreaterThan(10);
    const projects = world.works.map(({ investmentCode }) => investmentCode);
    expect(shared(projects, 'jt_xm', 'TZXMDM')).toBeGreaterThan(3);
  });

  it('writes amounts of a spreadsheet without loss', () => {
    for (const yuan of [53_140_903, 70_000_000, 9]) expect(Number(scientific(yuan))).toBe(yuan);
    expect(scientific(53_140_903)).toBe('5.3140903E+7');
  });
});

function describeDefect({ stream, source_key: key, position, field, kind, outcome }: PlantedDefect): string {
  return [stream, key, position, `${field}:`, kind, DISPOSITIONS[outcome]].join(' ');
}

describe.each([7, 2020])('of seed %i', (seed) => {
  it('gives exactly the findings that were planted, and nothing the second time', async () => {
    const { streams, defects } = await deliver(`seed-${seed}`, { seed, scale: 8, dirt: 1 });
    const { database } = await openFresh();
    const directory = join(root, `seed-${seed}`);
    expect((await runSystem(database, transport, directory)).status).toBe('green');

    const rows = await database.query(
      `select concat_ws(' ', stream, source_key, position, field || ':', rule, disposition) as line, loaded_value as loaded
       from ops.issues where closed_run is null and severity <> 'info' or rule = 'duplicate_key_exact'`,
    );
    const found = new Map(rows.map(({ line, loaded }) => [line ?? '', loaded ?? '']));
    const planted = defects.map((defect) => {
      const line = describeDefect(defect);
      return [line, defect.outcome === 'repair' ? defect.expected : (found.get(line) ?? '')] as const;
    });
    expect(planted.length).toBeGreaterThan(250);
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
    await runSystem(database, transport, directory, { now: new Date('2020-12-01T18:30:00Z') });
    const again = await readStreamBalances(database, { systems: [] });
    expect(again.filter(({ inserted, updated, deleted }) => inserted + updated + deleted > 0)).toEqual([]);
  });
});
