/** A weekend has more systems than hours: every system in a process of its own, all at the same time. */
import { expect, it } from 'vitest';
import { CENTRES } from '../../pipelines/registry.ts';
import { useDatabases } from '../setup/database.ts';
import { runDemo, useDemo } from '../setup/demo.ts';
import { migrateInProcess } from '../setup/kill.ts';
import { takeSnapshot } from '../setup/snapshot.ts';

const openFresh = useDatabases();
const writeDemo = useDemo();

it('systems that are migrated side by side end in the content of one after the other', async () => {
  const { directory } = await writeDemo({ seed: 23, scale: 3, dirt: 1 });
  const [alone, together] = [await openFresh(), await openFresh()];
  await runDemo(alone.database, directory);
  const common = { url: together.url, directory, chunkSize: 100, readers: 1, deliveries: {} };
  const endings = await Promise.all(CENTRES.map(({ system }) => migrateInProcess({ ...common, systems: [system] })));
  expect(endings).toEqual(CENTRES.map(() => ({ code: 0, signal: null, stderr: '' })));
  expect(await takeSnapshot(together.database)).toEqual(await takeSnapshot(alone.database));
}, 120_000);
