/**
 * One run of demo systems in a process of its own, so that a test can kill it: target, directory, chunk size, readers,
 * time of the run, deliveries that are read otherwise than the demo suggests (as JSON, by system), and the systems.
 */
import { openDatabase } from '../../database/connection.ts';
import { openConnector } from '../../connectors/registry.ts';
import { CENTRES } from '../../pipelines/registry.ts';
import { migrateSystem } from '../../pipelines/run.ts';
import { demoDelivery, type DemoDelivery } from '../../scripts/demo-data/deliveries.ts';

const [url = '', baseDirectory = '', chunkSize = '', readers = '', now = '', otherwise = '{}', ...only] =
  process.argv.slice(2);
const deliveries = JSON.parse(otherwise) as Readonly<Record<string, DemoDelivery>>;
const database = openDatabase(url, 3);
for (const declaration of CENTRES) {
  const { system } = declaration;
  if (!only.includes(system)) continue;
  const { connector: kind, settings } = deliveries[system] ?? demoDelivery(declaration);
  const connector = await openConnector(kind, settings, { system, baseDirectory });
  await migrateSystem({
    database,
    connector,
    declaration,
    chunkSize: Number(chunkSize),
    readers: Number(readers),
    operator: 'tester',
    now: new Date(now),
    day: '',
    signal: new AbortController().signal,
    complete: true,
    progress: () => undefined,
  });
  await connector.close();
}
await database.close();
