/**
 * The floor: COPY of the very tuples a load produced, lineage and hashes included, into the same keyed tables of the
 * same server. Nothing that checks, maps or accounts for a record can be faster.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { openDatabase } from '../../database/connection.ts';

/** @returns seconds to copy the content of the tables into themselves, emptied before. */
export async function measureFloor(url: string, tables: readonly string[], directory: string): Promise<number> {
  const database = openDatabase(url);
  const client = await database.connect();
  const fileOf = (table: string) => join(directory, `${table.replaceAll(/\W/g, '_')}.copy`);
  try {
    for (const table of tables) {
      await pipeline(client.query(copyTo(`copy ${table} to stdout`)), createWriteStream(fileOf(table)));
    }
    for (const table of tables) await client.query(`truncate ${table}`);
    await client.query('checkpoint');
    const begun = performance.now();
    for (const table of tables) {
      const source = createReadStream(fileOf(table), { highWaterMark: 1 << 16 });
      await pipeline(source, client.query(copyFrom(`copy ${table} from stdin`)));
    }
    return (performance.now() - begun) / 1000;
  } finally {
    for (const table of tables) await rm(fileOf(table), { force: true });
    await client.end();
    await database.close();
  }
}
