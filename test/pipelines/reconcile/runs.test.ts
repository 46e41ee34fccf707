/** Full and incremental runs end in the same place; a run without changes changes nothing. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../database/connection.ts';
import { followRedirect } from '../../../database/identity/members.ts';
import { Expert } from '../../../schemas/entities/expert.ts';
import { putRows, removeRow, uuidOf } from '../../setup/canonical.ts';
import { useDatabases } from '../../setup/database.ts';
import {
  adoptDeclared,
  idNumber,
  personRows,
  readEntities,
  readEverything,
  readIds,
  runReconcile,
} from '../../setup/reconcile.ts';

const openFresh = useDatabases();
const directories: string[] = [];
let database: Database;

const KIND = { kind: 'expert' } as const;
const people = (...numbers: number[]) => numbers.flatMap(personRows);

beforeEach(async () => {
  ({ database } = await openFresh());
  await adoptDeclared(database, 'expert');
  await putRows(database, Expert, people(1, 2, 3, 4, 5, 6));
});

afterAll(async () => {
  for (const directory of directories) await rm(directory, { recursive: true, force: true });
});

async function engineDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'ggzy-engine-'));
  directories.push(directory);
  return directory;
}

describe('a run', () => {
  it('joins the records of each person and counts what it did', async () => {
    const result = await runReconcile(database, KIND);
    expect(await readEntities(database, 'expert')).toEqual(['O1 P1', 'O2 P2', 'O3 P3', 'O4 P4', 'O5 P5', 'O6 P6']);
    expect(result).toMatchObject({ mode: 'full', records: 12, changed: 12, entities: 6, merged: 6, conflicts: 0 });
    const [row] = await database.query('select status, records, entities, merged, pairs from identity.runs');
    expect(row).toEqual({ status: 'done', records: '12', entities: '6', merged: '6', pairs: String(result.pairs) });
  });

  it.each(['full', 'incremental'] as const)('that is %s and finds nothing new changes nothing', async (mode) => {
    await runReconcile(database, KIND);
    const before = await readEverything(database);
    const result = await runReconcile(database, { ...KIND, mode });
    expect(result).toMatchObject({ mode, changed: 0, created: 0, changes: [] });
    expect(await readEverything(database)).toEqual(before);
  });

  it('that fails leaves everything as it was, and says so', async () => {
    await runReconcile(database, KIND);
    const before = await readEverything(database);
    await putRows(database, Expert, people(7));
    const stop = new Error('no further');
    const onStep = (step: string): void => {
      if (step === 'golden') throw stop;
    };
    await expect(runReconcile(database, { ...KIND, onStep })).rejects.toThrow('no further');
    expect(await readEverything(database)).toEqual(before);
    const [run] = await database.query('select status, message from identity.runs order by seq desc limit 1');
    expect(run).toEqual({ status: 'failed', message: 'no further' });
    expect((await runReconcile(database, KIND)).changed).toBe(2);
  });

  it('refuses while another one is at work', async () => {
    const holder = await database.connect();
    await holder.query(`select pg_advisory_lock(hashtextextended('ggzy reconcile expert', 0))`);
    await expect(runReconcile(database, KIND)).rejects.toThrow('正在由另一个进程归一');
    await holder.end();
    expect((await runReconcile(database, KIND)).records).toBe(12);
  });
});

describe.each(['in memory', 'with an engine that keeps its records'])(
  'an increment %s',
  { timeout: 180_000 },
  (where) => {
    it('ends where a full run ends, whatever changed', async () => {
      const directory = where === 'in memory' ? {} : { directory: await engineDirectory() };
      await runReconcile(database, { ...KIND, ...directory });
      const moved = { ...personRows(2)[1]!.values, idNumber: idNumber(3), name: personRows(3)[0]!.values['name']! };
      const steps = [
        () => putRows(database, Expert, people(7)),
        () => putRows(database, Expert, [{ system: 'procurement', key: 'P2', values: moved }]),
        () => removeRow(database, Expert, uuidOf(Expert, { system: 'onestop', key: 'O4' })),
        () => putRows(database, Expert, [{ system: 'construction', key: 'C5', values: personRows(5)[0]!.values }]),
        () => putRows(database, Expert, personRows(4)),
      ];
      for (const step of steps) {
        await step();
        const increment = await runReconcile(database, { ...KIND, ...directory });
        expect(increment.mode).toBe('incremental');
        const after = await readEverything(database);
        const full = await runReconcile(database, { ...KIND, mode: 'full', ...directory });
        expect([full.mode, full.changes, full.created]).toEqual(['full', [], 0]);
        expect(await readEverything(database)).toEqual(after);
      }
      expect(await readEntities(database, 'expert')).toEqual([
        'C5 O5 P5',
        'O1 P1',
        'O2',
        'O3 P2 P3',
        'O4 P4',
        'O6 P6',
        'O7 P7',
      ]);
    });

    it('looks at the neighbourhood of what changed, and at nothing else', async () => {
      const directory = where === 'in memory' ? {} : { directory: await engineDirectory() };
      await runReconcile(database, { ...KIND, ...directory });
      await putRows(database, Expert, [{ system: 'construction', key: 'C5', values: personRows(5)[0]!.values }]);
      const { changed, scope } = await runReconcile(database, { ...KIND, ...directory });
      expect({ changed, scope }).toEqual({ changed: 1, scope: 3 });
    });
  },
);

describe('ids', () => {
  it('stay when the model changes, and a merged one redirects', async () => {
    await runReconcile(database, KIND);
    const before = await readIds(database, 'expert');
    // O1 turns out to be the person of O2: most of that entity keeps its id.
    const values = { ...personRows(2)[0]!.values };
    await putRows(
      database,
      Expert,
      ['O1', 'P1'].map((key) => ({ system: key === 'O1' ? 'onestop' : 'procurement', key, values })),
    );
    await putRows(database, Expert, [{ system: 'construction', key: 'C2', values }]);
    const { changes } = await runReconcile(database, KIND);
    const after = await readIds(database, 'expert');
    const [gone, stays] = [before['O1'] ?? '', before['O2'] ?? ''].toSorted((one, other) =>
      one === after['O2'] ? 1 : other === after['O2'] ? -1 : 0,
    );
    expect(new Set(['O1', 'P1', 'O2', 'P2', 'C2'].map((key) => after[key]))).toEqual(new Set([stays]));
    expect(changes).toEqual([{ event: 'merged', entity: Number(gone), other: Number(stays), record: null }]);
    expect(await database.transaction((client) => followRedirect(client, gone ?? ''))).toBe(stays);
    const [golden] = await database.query('select count(*) as n from golden.experts where entity_id = $1', [gone]);
    expect(golden).toEqual({ n: '0' });
  });

  it('are never given twice: an entity that lost its records is retired and comes back with them', async () => {
    await runReconcile(database, KIND);
    const before = await readIds(database, 'expert');
    for (const row of personRows(3)) await removeRow(database, Expert, uuidOf(Expert, row));
    await putRows(database, Expert, people(8));
    await runReconcile(database, KIND);
    const [entity] = await database.query('select state from identity.entities where entity_id = $1', [before['O3']]);
    expect(entity).toEqual({ state: 'retired' });
    const fresh = await readIds(database, 'expert');
    expect(Object.values(before)).not.toContain(fresh['O8']);
    await putRows(database, Expert, people(3));
    await runReconcile(database, KIND);
    expect((await readIds(database, 'expert'))['O3']).toBe(before['O3']);
    const events = await database.query('select event from identity.history order by id');
    expect(events.map(({ event }) => event)).toEqual(['retired', 'revived']);
  });
});

describe('a what-if', () => {
  it('says what would change and writes nothing', async () => {
    await runReconcile(database, KIND);
    await putRows(database, Expert, people(7));
    const before = await readEverything(database);
    const runs = await database.query('select count(*) as n from identity.runs');
    const result = await runReconcile(database, { ...KIND, mode: 'full', effect: 'what-if' });
    expect(result).toMatchObject({ changed: 2, created: 1, entities: 7 });
    expect(await readEverything(database)).toEqual(before);
    expect(await database.query('select count(*) as n from identity.runs')).toEqual(runs);
  });
});

describe('golden experts', () => {
  it('wait for the review of their qualification', async () => {
    await runReconcile(database, KIND);
    const rows = await database.query('select distinct pool_status from golden.experts');
    expect(rows).toEqual([{ pool_status: 'pending_review' }]);
  });

  it('hold no value that none of their records gives', async () => {
    await runReconcile(database, KIND);
    const rows = await database.query(
      `select g.name, c.name as given from golden.experts g
       join golden.origins o on o.entity_id = g.entity_id and o.field = 'name'
       join identity.records r on r.record_no = o.record_no join canonical.experts c on c.id = r.record_id`,
    );
    expect(rows).toHaveLength(6);
    expect(rows.filter(({ name, given }) => name !== given)).toEqual([]);
  });

  it('follow a change of one of their records', async () => {
    await runReconcile(database, KIND);
    const [register] = personRows(1);
    const values = { ...register!.values, employer: '西藏新设计院', modifiedAt: '2020-01-01 00:00:00' };
    await putRows(database, Expert, [{ system: 'onestop', key: 'O1', values }]);
    await runReconcile(database, KIND);
    const rows = await database.query(`select employer from golden.experts where id_number = $1`, [idNumber(1)]);
    expect(rows).toEqual([{ employer: '西藏新设计院' }]);
  });
});
