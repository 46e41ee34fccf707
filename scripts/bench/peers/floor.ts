/**
 * The floor: COPY of the very tuples a load produced, lineage and hashes included, into the same keyed tables, emptied
 * before. Nothing that checks, maps or accounts for a record can be faster on this server.
 */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import { openDatabase } from '../../../database/connection.ts';
import { measureCommand, type TreeMeasure } from './process-tree.ts';
import type { Job } from './tool.ts';

/** Takes what the tables hold out and measures how long it takes to copy it in again. */
export async function measureFloor({ target, table, directory }: Job): Promise<TreeMeasure> {
  const database = openDatabase(target, 1);
  const client = await database.connect();
  const files = table.filled.map((_, place) => join(directory, `${place}.copy`));
  for (const [place, name] of table.filled.entries()) {
    await pipeline(client.query(copyTo(`copy ${name} to stdout`)), createWriteStream(files[place] ?? ''));
  }
  await client.query(`truncate ${table.filled.join(', ')}`);
  await client.query('checkpoint');
  await client.end();
  await database.close();
  const given = table.filled.flatMap((name, place) => [name, files[place] ?? '']);
  const script = join(import.meta.dirname, 'copy-in.ts');
  return measureCommand({
    line: [process.execPath, script, target, ...given].map((one) => `'${one}'`).join(' '),
    directory,
  });
}
