/** Too many deletions at once are held until somebody answers for them, whether they are flags or absences. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { decideHold } from '../../../database/load/delivery-holds.ts';
import { holdName, readHolds, type HoldState } from '../../../database/read/holds.ts';
import { retryQuarantine } from '../../../pipelines/retry.ts';
import { NOW, useCentre, type Centre } from '../../setup/centre.ts';
import { emptyDatabase } from '../../setup/database.ts';
import type { Cells } from '../../setup/memory-connector.ts';

let centre: Centre;
const openCentre = useCentre();
beforeEach(() => {
  centre = openCentre();
});

const KEYS = Array.from({ length: 12 }, (_, index) => String(index + 1));
const projects = (keys: readonly string[], more: Cells = {}): Cells[] =>
  keys.map((XMID) => ({ XMID, XMBH: `P${XMID}`, ...more }));
const purchasers = (keys: readonly string[]): Cells[] => keys.map((CGRID) => ({ CGRID, DWMC: `${CGRID}号单位` }));

const live = async (table: string): Promise<string[]> =>
  (await centre.rows(table, 'source_key', 'source_deleted_at is null')).map(({ source_key: key }) => key ?? '');
const sorted = (keys: readonly string[]): string[] => keys.toSorted();

async function holds(...states: HoldState[]): Promise<string[]> {
  const found = await readHolds(centre.database, { systems: [], states });
  return found.map((hold) => `${holdName(hold)} ${hold.records} ${hold.state}`);
}

async function decide(verdict: 'approved' | 'refused'): Promise<void> {
  const [hold] = await readHolds(centre.database, { systems: [], states: ['open'] });
  expect(await decideHold(centre.database, { id: hold?.id ?? '', verdict, by: '扎西', reason: '已核实' })).toBe(true);
}

const retry = () =>
  retryQuarantine({
    database: centre.database,
    declaration: centre.declaration,
    chunkSize: 1000,
    operator: 'tester',
    now: NOW,
    signal: new AbortController().signal,
    progress: () => undefined,
  });

describe('deletions that say so', () => {
  beforeEach(async () => {
    await centre.run({ CG_XM: projects(KEYS) });
  });

  const delivery = (deleted: readonly string[]) => ({
    CG_XM: [
      ...projects(KEYS.filter((key) => !deleted.includes(key))),
      ...projects(deleted, { IS_DEL: '1' }),
      ...projects(['99']),
    ],
  });

  it('are held above the limit; what else is delivered is loaded, and the run balances', async () => {
    const { status } = await centre.run(delivery(KEYS.slice(0, 6)), { day: '2020-12-01' });
    expect(status).toBe('green');
    expect(sorted(await live('purchase_projects'))).toEqual(sorted([...KEYS, '99']));
    expect(await holds('open')).toEqual(['procurement.CG_XM.mass_delete 6 open']);
    expect(await centre.counts('CG_XM')).toMatchObject({ inserted: '1', quarantined: '6' });
  });

  it('are done once somebody approves, and only those', async () => {
    await centre.run(delivery(KEYS.slice(0, 6)));
    expect(await retry()).toMatchObject({ status: 'green' });
    expect(await live('purchase_projects')).toHaveLength(13);
    await decide('approved');
    await retry();
    expect(sorted(await live('purchase_projects'))).toEqual(sorted([...KEYS.slice(6), '99']));
    expect(await holds('open', 'approved')).toEqual([]);
    expect(await holds('released')).toEqual(['procurement.CG_XM.mass_delete 6 released']);
    expect(await centre.quarantine()).toEqual(expect.arrayContaining(['CG_XM 1 closed loaded']));
  });

  it('that were refused stay undone, whatever is delivered, until the record is delivered as live', async () => {
    const gone = KEYS.slice(0, 6);
    await centre.run(delivery(gone));
    await decide('refused');
    await centre.run(delivery(gone));
    expect(await live('purchase_projects')).toHaveLength(13);
    expect(await holds('open')).toEqual([]);
    await centre.run({ CG_XM: projects([...KEYS, '99']) });
    expect(await holds('over')).toEqual(['procurement.CG_XM.mass_delete 6 over']);
    await centre.run(delivery(['1']));
    expect(await live('purchase_projects')).not.toContain('1');
  });

  it('are over where the next delivery takes them back', async () => {
    await centre.run(delivery(KEYS.slice(0, 6)));
    await centre.run({ CG_XM: projects([...KEYS, '99']) });
    expect(await holds('over')).toEqual(['procurement.CG_XM.mass_delete 6 over']);
    expect(await live('purchase_projects')).toHaveLength(13);
  });

  it('are held or done as a whole: no record is lost, whatever share is deleted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(KEYS), async (gone) => {
        await emptyDatabase(centre.database);
        await centre.run({ CG_XM: projects(KEYS) });
        await centre.run(delivery(gone));
        const isMass = gone.length > 5 && gone.length > KEYS.length * centre.declaration.vanishLimit;
        expect(await live('purchase_projects')).toHaveLength(KEYS.length + 1 - (isMass ? 0 : gone.length));
        expect(await holds('open')).toHaveLength(isMass ? 1 : 0);
      }),
      { numRuns: 12 },
    );
  });
});

describe('deletions by absence', () => {
  beforeEach(async () => {
    await centre.run({ CG_CGR: purchasers(KEYS) });
  });

  it('are held above the limit and done once approved: what vanished since is judged by itself', async () => {
    const first = await centre.run({ CG_CGR: purchasers(KEYS.slice(6)) });
    expect(first.status).toBe('red');
    expect(await holds('open')).toEqual(['procurement.CG_CGR.mass_delete 6 open']);
    await decide('approved');
    const second = await centre.run({ CG_CGR: purchasers(KEYS.slice(7)) });
    expect(second.status).toBe('green');
    expect(sorted(await live('parties'))).toEqual(sorted(KEYS.slice(7)));
    expect(await holds('released')).toHaveLength(1);
  });

  it('that were refused stay undone without turning the stream red', async () => {
    await centre.run({ CG_CGR: purchasers(KEYS.slice(6)) });
    await decide('refused');
    const { status } = await centre.run({ CG_CGR: purchasers(KEYS.slice(7)) });
    expect(status).toBe('green');
    expect(sorted(await live('parties'))).toEqual(sorted([...KEYS.slice(0, 6), ...KEYS.slice(7)]));
  });

  it('are over where the next delivery holds the keys again', async () => {
    await centre.run({ CG_CGR: purchasers(KEYS.slice(6)) });
    expect((await centre.run({ CG_CGR: purchasers(KEYS) })).status).toBe('green');
    expect(await holds('over')).toHaveLength(1);
  });
});
