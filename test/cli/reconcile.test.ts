/** Reconciliation from the command line, as an operator and a steward use it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../database/connection.ts';
import { migrateDatabase } from '../../database/migrate.ts';
import { Expert } from '../../schemas/entities/expert.ts';
import { putRows } from '../setup/canonical.ts';
import { adoptDeclared, personRows } from '../setup/reconcile.ts';
import { runCli, useServer, workDirectory, type CliResult } from './harness.ts';

const server = useServer();
let cwd: string;
let url: string;
let database: Database;

function ggzy(...args: string[]): Promise<CliResult> {
  return runCli(args, { cwd, env: { DATABASE_URL: url } });
}

async function json(...args: string[]): Promise<Record<string, unknown>> {
  const { stdout } = await ggzy('--json', ...args);
  return JSON.parse(stdout) as Record<string, unknown>;
}

beforeAll(async () => {
  cwd = await workDirectory();
  url = await server.newDatabase('reconcile');
  await migrateDatabase(url);
  database = server.open(url);
  await writeFile(join(cwd, 'ggzy.yaml'), 'systems: {procurement: {connector: offline-package, directory: .}}\n');
  await adoptDeclared(database, 'expert');
  await putRows(database, Expert, [1, 2, 3].flatMap(personRows));
}, 120_000);

describe('ggzy reconcile', { timeout: 120_000 }, () => {
  it('says what it would do, does it, and says what it did', async () => {
    const preview = await ggzy('reconcile', 'experts', '--what-if');
    expect([preview.code, preview.stdout]).toEqual([0, expect.stringContaining('新实体 3')]);
    expect(await database.query('select 1 from identity.members')).toEqual([]);
    const run = await ggzy('--lang', 'en', 'reconcile', 'experts');
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/experts +full +6 +6 /);
  });

  it('exports which record is whom, ready to be a label file', async () => {
    expect((await ggzy('export', 'crosswalk', '--entity', 'expert', '--out', 'crosswalk.csv')).code).toBe(0);
    const lines = (await readFile(join(cwd, 'crosswalk.csv'), 'utf8')).trim().split('\r\n');
    expect(lines[0]).toBe('entity_id,system,stream,source_key,role');
    expect(lines).toHaveLength(7);
    expect(lines[1]).toMatch(/^X\d{8},onestop,S,O\d,$/);
    const evaluation = await json('reconcile', 'evaluate', 'experts', '--labels', 'crosswalk.csv');
    expect(evaluation).toMatchObject({
      records: 6,
      missing: 0,
      exactShare: 1,
      blockingRecall: 1,
      edges: { f1: 1, claimed: 3 },
      components: { both: { hits: 3 }, none: { actual: 0 } },
      bands: { merge: { both: { pairs: 3, same: 3 } } },
    });
    const { stdout } = await ggzy('reconcile', 'evaluate', 'experts', '--labels', 'crosswalk.csv');
    expect(stdout).toMatch(/合并段的对：查准率 1.0000.* F1 1.0000/);
  });

  it('exports golden records masked, and unmasked with a line in the access log', async () => {
    await ggzy('export', 'golden', '--entity', 'expert', '--out', 'masked.csv');
    await ggzy('export', 'golden', '--entity', 'expert', '--out', 'open.csv', '--unmasked');
    const [masked, open] = await Promise.all(
      ['masked.csv', 'open.csv'].map((name) => readFile(join(cwd, name), 'utf8')),
    );
    const [row] = await database.query('select name, id_number from golden.experts order by entity_id limit 1');
    expect(masked).not.toContain(row?.['id_number']);
    expect(open).toContain(row?.['id_number']);
    expect(await database.query('select operator, action, subject from ops.access_log')).toEqual([
      { operator: 'tester', action: 'export golden', subject: 'expert' },
    ]);
  });

  it('explains a pair by rows that sum to the stored weight', async () => {
    const explanation = (await json('reconcile', 'explain', 'onestop/S/O1', 'procurement/S/P1')) as {
      weight: number;
      steps: { weight: number; left: string | null }[];
      stored: { weight: number; status: string };
    };
    const sum = explanation.steps.reduce((total, { weight }) => total + weight, 0);
    expect(explanation.stored.status).toBe('joined');
    expect(Math.fround(explanation.weight)).toBeCloseTo(explanation.stored.weight, 4);
    expect(sum).toBeCloseTo(explanation.weight, 9);
    const { stdout } = await ggzy('reconcile', 'explain', 'onestop/S/O1', 'procurement/S/P1');
    expect(stdout).toContain('先验');
    const { values } = personRows(1)[0]!;
    expect(stdout).not.toContain(values['idNumber']);
  });

  it('takes judgements, says why it refuses one, and lists them', async () => {
    const judge = (a: string, b: string, verdict: string) =>
      ggzy('reconcile', 'judge', a, b, verdict, '--as', '卓玛', '--why', '电话核实');
    expect((await judge('onestop/S/O1', 'procurement/S/P1', 'same')).code).toBe(0);
    expect((await judge('onestop/S/O2', 'procurement/S/P1', 'different')).code).toBe(0);
    const refused = await judge('onestop/S/O1', 'onestop/S/O2', 'same');
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('与已有判定矛盾')]);
    const missing = await judge('onestop/S/O9', 'onestop/S/O2', 'same');
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('onestop/S/O9')]);
    const { judgements } = (await json('reconcile', 'judgements')) as {
      judgements: { left: string; verdict: string }[];
    };
    expect(judgements.map(({ verdict }) => verdict)).toEqual(['different', 'same']);
    const measured = await json('reconcile', 'evaluate', 'experts');
    expect(measured).toMatchObject({ pairs: 2, wrong: [] });
  });

  it('pins a golden value by name and reason, lists it masked, and lifts it', async () => {
    const pin = ['reconcile', 'pin', 'set', 'onestop/S/O2'];
    const signed = ['--as', '卓玛', '--why', '身份证原件'];
    const phone = async () =>
      (
        await database.query(`select mobile, origins -> 'mobile' ->> 'rule' as rule from golden.experts g
        join identity.members m using (entity_id) join identity.records r using (record_no) where r.source_key = 'O2'`)
      )[0];
    const before = await phone();
    expect(await json(...pin, 'mobile', '--value', '13900000001', ...signed)).toMatchObject({ pinId: '1' });
    expect(await phone()).toEqual({ mobile: '13900000001', rule: 'pinned' });
    expect((await ggzy('reconcile', 'experts', '--full')).code).toBe(0);
    expect(await phone()).toEqual({ mobile: '13900000001', rule: 'pinned' });
    const { stdout } = await ggzy('reconcile', 'pin', 'list');
    expect(stdout).toContain('身份证原件');
    expect(stdout).not.toContain('13900000001');
    expect((await ggzy('reconcile', 'pin', 'list', '--unmasked')).stdout).toContain('13900000001');
    expect(await json('reconcile', 'pin', 'lift', '1', ...signed)).toMatchObject({ pinId: '1' });
    expect(await phone()).toEqual(before);
    expect((await json('reconcile', 'pin', 'list', '--all'))['pins']).toMatchObject([{ id: '1', liftedBy: '卓玛' }]);
  });

  it.each([
    [['no_field', '--value', 'x'], 'there is no field no_field'],
    [['birthDate', '--value', '昨天'], 'no valid birthDate'],
    [['address'], 'the record has no address'],
  ])('refuses to pin %s', async (what, message) => {
    const refused = await ggzy('reconcile', 'pin', 'set', 'onestop/S/O2', ...what, '--as', '卓玛', '--why', '核实');
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(message)]);
    expect((await ggzy('reconcile', 'pin', 'lift', '99', '--as', '卓玛', '--why', '核实')).code).toBe(2);
  });

  it('lists conflicts with what to do next', async () => {
    expect((await ggzy('reconcile', 'conflicts')).stdout).toContain('没有未决冲突');
    await database.query(
      `insert into identity.conflicts (kind, rule, subject, records, detail, opened_run)
       select 'expert', 'two_identifiers', 'x', array_agg(record_no), '', 'r' from identity.records
       where source_key in ('O1', 'O3')`,
    );
    const { stdout } = await ggzy('--lang', 'en', 'reconcile', 'conflicts');
    for (const part of ['valid numbers differ', 'onestop/S/O1', 'onestop/S/O3', 'two people']) {
      expect(stdout).toContain(part);
    }
    const listed = await json('reconcile', 'conflicts', 'experts');
    expect(listed).toMatchObject({ total: 1, conflicts: [{ rule: 'two_identifiers', records: { length: 2 } }] });
    await database.query('delete from identity.conflicts');
  });

  it('shows what blocking would cost, and trains a draft that waits to be used', async () => {
    const { stdout } = await ggzy('reconcile', 'blocking', 'experts');
    expect(stdout).toContain('id_number');
    const trained = await json('reconcile', 'train', 'experts');
    expect(trained).toMatchObject({ kind: 'expert', version: 2, state: 'draft' });
    const unknown = await ggzy('reconcile', 'experts', '--model', '9');
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('1, 2')]);
    const used = await json('reconcile', 'experts', '--model', '2');
    expect(used).toMatchObject({ results: [{ mode: 'full', modelVersion: 2 }] });
    expect(await database.query('select version, state from identity.models order by version')).toEqual([
      { version: '1', state: 'retired' },
      { version: '2', state: 'current' },
    ]);
  });

  it('refuses a kind nobody knows', async () => {
    const { code, stderr } = await ggzy('reconcile', 'animals');
    expect([code, stderr]).toEqual([2, expect.stringContaining('expert')]);
  });
});
