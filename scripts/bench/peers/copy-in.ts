/** `copy-in.ts URL TABLE FILE [TABLE FILE …]`: copies files that COPY wrote into their tables. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { openDatabase } from '../../../database/connection.ts';

const [url = '', ...given] = process.argv.slice(2);
const database = openDatabase(url, 1);
const client = await database.connect();
for (let at = 0; at < given.length; at += 2) {
  const source = createReadStream(given[at + 1] ?? '', { highWaterMark: 1 << 16 });
  await pipeline(source, client.query(copyFrom(`copy ${given[at]} from stdin`)));
}
await client.end();
await database.close();
