/** Chunks that hold what a chunk of the accepted run held: none of their records is looked up in the raw layer. */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashText } from '../../core/ids.ts';
import { Centre } from '../setup/centre.ts';
import { emptyDatabase, useDatabases } from '../setup/database.ts';
import type { Cells, Tables } from '../setup/memory-connector.ts';

const openFresh = useDatabases();
let centre: Centre;

beforeAll(async () => {
  centre = new Centre((await openFresh()).database);
});
beforeEach(() => emptyDatabase(centre.database));
afterEach(() => vi.restoreAllMocks());

const supplier = (id: number, more: Cells = {}): Cells => ({
  GYSID: String(id),
  MC: `${id}公司`,
  IS_DEL: '0',
  ...more,
});
const suppliers = (count: number): Cells[] => Array.from({ length: count }, (_, at) => supplier(at + 1));

/** Nine suppliers in chunks of three, unless something is changed. */
function tablesOf(rows: readonly Cells[] = suppliers(9)): Tables {
  return { CG_GYS: rows };
}

/** Chunks of the last run whose records were looked up one by one. */
async function lookedUp(tables: Tables): Promise<number> {
  const seen: string[] = [];
  const { Client } = await import('pg');
  const query = vi.spyOn(Client.prototype, 'query');
  await centre.run(tables, { chunkSize: 3 });
  for (const [sql] of query.mock.calls) if (typeof sql === 'string') seen.push(sql);
  query.mockRestore();
  return seen.filter((sql) => sql.includes('select ord from probe except')).length;
}

async function digests(): Promise<(string | null)[]> {
  const rows = await centre.database.query(`select c.digest from ops.chunks c join ops.runs r using (run_id)
    where phase = 'stage' and r.seq = (select max(seq) from ops.runs) order by chunk_no`);
  return rows.map(({ digest }) => digest ?? null);
}

describe('of a delivery that was delivered before', () => {
  it('no record is looked up, and the ledger has the same hashes again', async () => {
    await centre.run(tablesOf(), { chunkSize: 3 });
    const before = await digests();
    expect(new Set(before).size).toBe(3);
    expect(await lookedUp(tablesOf())).toBe(0);
    expect(await digests()).toEqual(before);
    expect(await centre.counts('CG_GYS')).toEqual({ status: 'green', read: '9', unchanged: '9' });
  });

  it('the records of the chunk that changed are', async () => {
    await centre.run(tablesOf(), { chunkSize: 3 });
    const changed = suppliers(9).with(4, supplier(5, { MC: '改名公司' }));
    expect(await lookedUp(tablesOf(changed))).toBe(1);
    expect(await centre.counts('CG_GYS')).toEqual({ status: 'green', read: '9', unchanged: '8', updated: '1' });
  });

  it('a chunk is known wherever it stands', async () => {
    await centre.run(tablesOf(), { chunkSize: 3 });
    const [first, second, third] = [suppliers(9).slice(0, 3), suppliers(9).slice(3, 6), suppliers(9).slice(6)];
    expect(await lookedUp(tablesOf([...(third ?? []), ...(first ?? []), ...(second ?? [])]))).toBe(0);
    expect(await centre.counts('CG_GYS')).toEqual({ status: 'green', read: '9', unchanged: '9' });
  });

  it('a record in doubt is judged in a chunk that is known', async () => {
    const rows = suppliers(9).with(1, supplier(2, { MC: '甲\u0001公司' }));
    await centre.run(tablesOf(rows), { chunkSize: 3 });
    const issues = await centre.issues();
    expect(issues).not.toEqual([]);
    expect(await lookedUp(tablesOf(rows))).toBe(0);
    expect(await centre.issues()).toEqual(issues);
  });

  it('records are looked up where another run has touched the stream since', async () => {
    await centre.run(tablesOf(), { chunkSize: 3 });
    await centre.run(tablesOf([supplier(5, { MC: '改名公司' })]), { complete: false });
    expect(await lookedUp(tablesOf())).toBe(3);
    expect(await centre.counts('CG_GYS')).toEqual({ status: 'green', read: '9', unchanged: '8', updated: '1' });
  });
});

it('a record that is there twice is still told', async () => {
  const rows = suppliers(3);
  await centre.run(tablesOf(rows), { chunkSize: 3 });
  await centre.run(tablesOf([...rows, ...rows]), { chunkSize: 3 });
  expect(await centre.counts('CG_GYS')).toMatchObject({ read: '6', unchanged: '3', skipped: '3' });
});

it('the hash in the ledger is that of the hashes of the records', async () => {
  await centre.run(tablesOf(suppliers(2)), { chunkSize: 3 });
  const raw = await centre.database.query('select _hash from raw.procurement_cg_gys order by _source_key');
  const hashes = raw.map((row) => row['_hash']?.replaceAll('-', '') ?? '');
  expect((await digests()).map((digest) => digest?.replaceAll('-', ''))).toEqual([hashText(hashes.join(''))]);
});
