/**
 * Writes the next migration: `npm run generate -- NAME`. Migrates an empty database, compares it with the schemas and
 * stream contracts and writes what is missing, to be reviewed and committed.
 */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../database/connection.ts';
import { findSchemaDrift } from '../database/drift.ts';
import { acquireEmbeddedServer } from '../database/embedded.ts';
import { migrateDatabase } from '../database/migrate.ts';
import { allRawStreams } from '../pipelines/raw-streams.ts';
import { ENTITIES } from '../schemas/registry.ts';

const DIRECTORY = join(import.meta.dirname, '..', 'database', 'migrations');

async function generate(name: string): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'ggzy-generate-'));
  const server = await acquireEmbeddedServer(directory);
  const database = openDatabase(server.connectionString);
  try {
    await migrateDatabase(server.connectionString);
    const { statements, leftover } = await findSchemaDrift(database, ENTITIES, allRawStreams());
    for (const place of leftover) console.warn(`nobody asks for ${place} any more: drop it by hand if that is meant`);
    if (statements.length === 0) {
      console.log('the migrations say what the schemas say');
      return;
    }
    const number = (await readdir(DIRECTORY)).filter((file) => file.endsWith('.sql')).length + 1;
    const file = join(DIRECTORY, `${String(number).padStart(4, '0')}_${name}.sql`);
    const header = '-- Generated from the schemas and stream contracts (npm run generate), then reviewed.\n\n';
    await writeFile(file, `${header}${statements.join('\n\n')}\n`);
    console.log(file);
  } finally {
    await database.close();
    await server.release();
    await rm(server.directory, { recursive: true, force: true });
    await rm(directory, { recursive: true, force: true });
  }
}

const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: npm run generate -- name_in_snake_case');
  process.exitCode = 2;
} else {
  await generate(name);
}
