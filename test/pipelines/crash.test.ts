/** A server that crashes empties the staging tables: they are not logged. */
import { beforeEach, expect, it } from 'vitest';
import { useCentre, type Centre } from '../setup/centre.ts';
import type { Tables } from '../setup/memory-connector.ts';

let centre: Centre;
const openCentre = useCentre();

beforeEach(() => {
  centre = openCentre();
});

const tables: Tables = { CG_CGR: Array.from({ length: 6 }, (_, index) => ({ CGRID: String(index), DWMC: '某单位' })) };

async function interrupt(at: 'reading' | 'merged'): Promise<void> {
  const stop = new AbortController();
  const run = centre.run(tables, {
    chunkSize: 2,
    signal: stop.signal,
    progress: ({ kind }) => {
      // What throws behind the merge is no fault of the data: the run stays open.
      if (at === 'merged' && kind === 'merged') stop.abort();
      if (at === 'merged' && kind === 'merged') throw new Error('the server went away');
    },
    delivery: {
      beforeChunk: (_stream, from) => {
        if (at === 'reading' && from === 4) stop.abort();
      },
    },
  });
  await expect(run).rejects.toThrow();
  const stages = await centre.database.query(`select tablename as name from pg_tables where schemaname = 'stage'`);
  expect(stages.length).toBeGreaterThan(0);
  for (const { name } of stages) await centre.database.query(`truncate stage.${name}`);
}

it.each(['reading', 'merged'] as const)('the run stages again what was lost (%s)', async (at) => {
  await interrupt(at);
  const again = await centre.run(tables, { chunkSize: 2 });
  expect(again).toMatchObject({ resumed: true, status: 'green' });
  expect(await centre.counts('CG_CGR')).toMatchObject({ status: 'green', read: '6' });
  expect(await centre.rows('parties', 'source_key')).toHaveLength(6);
});
