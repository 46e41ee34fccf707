/**
 * Killing the process anywhere and running again gives the same database as a run that nobody disturbed. All centres,
 * each read the way it hands over: packages, workbooks, XML, and one live PostgreSQL, by three readings at once.
 */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../../database/connection.ts';
import { readStreamBalances } from '../../database/read/balances.ts';
import { CENTRES } from '../../pipelines/registry.ts';
import { createLandMiningSource } from '../../scripts/demo-data/landmining/source.ts';
import { generateWorld } from '../../scripts/demo-data/world/world.ts';
import { useDatabases, type TestDatabase } from '../setup/database.ts';
import { runDemo, useDemo, type OtherDeliveries } from '../setup/demo.ts';
import { migrateInProcess, type Ending, type Migration } from '../setup/kill.ts';
import { takeSnapshot, type Snapshot } from '../setup/snapshot.ts';

const WORLD = { seed: 7, scale: 0.5, dirt: 1 };
const CHUNK = 50;
/** Of what is delivered in ranges. */
const READERS = 3;
const SOURCE = `ggzy_test_source_${process.pid}`;
const ALL = CENTRES.map(({ system }) => system);
const KILLED = ALL.filter((system) => system !== 'catalogue');
/** In this order: every kill lets the run come a little farther. */
const FAULTS = ['extract:1', 'stage:2', 'rules:1', 'merge:1', 'commit:1'];

const openFresh = useDatabases();
const writeDemo = useDemo();
let directory: string;
let deliveries: OtherDeliveries;
let undisturbed: Snapshot;

beforeAll(async () => {
  ({ directory } = await writeDemo(WORLD));
  const url = await createLandMiningSource(inject('serverUrl'), generateWorld(WORLD).landmining, SOURCE);
  // Nobody disturbs it, and it is read in one piece.
  deliveries = { landmining: { connector: 'postgres', settings: { url } } };
  const target = await openFresh();
  const { code, stderr } = await migrate(target, ALL);
  if (code !== 0) throw new Error(stderr);
  undisturbed = await takeSnapshot(target.database);
  deliveries = { landmining: { connector: 'postgres', settings: { url, rangeRows: 3 } } };
});

afterAll(async () => {
  const server = openDatabase(inject('serverUrl'), 1);
  await server.query(`drop database ${SOURCE} with (force)`);
  await server.close();
});

type Kill = Pick<Migration, 'fault'> | Pick<Migration, 'after'>;

function migrate({ url }: TestDatabase, systems: readonly string[], kill: Kill = {}): Promise<Ending> {
  return migrateInProcess({ url, directory, chunkSize: CHUNK, readers: READERS, deliveries, systems, ...kill });
}

async function expectUndisturbed({ database }: TestDatabase): Promise<void> {
  const runs = await runDemo(database, directory, { chunkSize: CHUNK, readers: READERS, deliveries });
  expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(['green']));
  const balances = await readStreamBalances(database, { systems: [] });
  expect(balances.filter(({ status }) => status !== 'green')).toEqual([]);
  expect(await takeSnapshot(database)).toEqual(undisturbed);
}

describe.concurrent(
  'a process killed',
  () => {
    it('at every fault point of every centre, three centres at a time', async () => {
      const target = await openFresh();
      const waiting = [...KILLED];
      const killOneByOne = async (): Promise<void> => {
        for (let system = waiting.pop(); system !== undefined; system = waiting.pop()) {
          for (const fault of FAULTS) {
            const ending = await migrate(target, [system], { fault });
            expect({ system, fault, ...ending }).toEqual({ system, fault, code: null, signal: 'SIGKILL', stderr: '' });
          }
        }
      };
      await Promise.all([killOneByOne(), killOneByOne(), killOneByOne()]);
      await expectUndisturbed(target);
    });

    it('at random moments of a run through all of them', async () => {
      const target = await openFresh();
      for (let kill = 0; kill < 8; kill += 1) {
        const { code, stderr } = await migrate(target, ALL, { after: 400 + Math.random() * 2000 });
        expect({ code: code ?? 0, stderr }).toEqual({ code: 0, stderr: '' });
      }
      await expectUndisturbed(target);
    });
  },
  300_000,
);
