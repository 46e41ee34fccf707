/** No verdict depends on how a stream is cut into chunks. */
import { expect, it } from 'vitest';
import { useDatabases } from '../setup/database.ts';
import { runDemo, useDemo } from '../setup/demo.ts';
import { takeSnapshot, type Snapshot } from '../setup/snapshot.ts';

const openFresh = useDatabases();
const writeDemo = useDemo();

it('chunks of one record and of ten thousand give the same database', async () => {
  const { directory } = await writeDemo({ seed: 5, scale: 1, dirt: 2 });
  const snapshots: Snapshot[] = [];
  for (const chunkSize of [1, 10_000]) {
    const { database } = await openFresh();
    await runDemo(database, directory, { chunkSize });
    snapshots.push(await takeSnapshot(database));
  }
  const [single, large] = snapshots;
  expect(Object.keys(single ?? {}).length).toBeGreaterThan(25);
  expect(single).toEqual(large);
}, 180_000);
