/** One run of all demo systems in a process of its own, so that a test can kill it: URL, directory, chunk size. */
import { openDatabase } from '../../database/connection.ts';
import { openConnector } from '../../connectors/registry.ts';
import { SYSTEMS } from '../../pipelines/registry.ts';
import { migrateSystem } from '../../pipelines/run.ts';
import { demoDelivery } from '../../scripts/demo-data/deliveries.ts';

const [url = '', baseDirectory = '', chunkSize = '', now = ''] = process.argv.slice(2);
const database = openDatabase(url, 3);
for (const declaration of SYSTEMS) {
  const { system } = declaration;
  const { connector: kind, settings } = demoDelivery(declaration);
  const connector = await openConnector(kind, settings, { system, baseDirectory });
  await migrateSystem({
    database,
    connector,
    declaration,
    chunkSize: Number(chunkSize),
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
