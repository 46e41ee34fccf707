/** pgloader from Debian: COPY into tables it makes, the key added afterwards. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareDebian } from '../install.ts';
import type { Job, Tool } from '../tool.ts';

/** Two workers for two cores; batches as its manual gives them. */
const OPTIONS = [
  'include drop',
  'create tables',
  'create indexes',
  'reset sequences',
  'workers = 2',
  'concurrency = 1',
  'batch rows = 25000',
  'prefetch rows = 25000',
].join(', ');

function loadFile({ route, table, sources, target }: Job): string {
  const within = route === 'postgres' ? ` in schema 'public'` : '';
  const renamed = route === 'mysql' ? `\nalter schema 'bench_source' rename to 'public'` : '';
  return `load database from ${sources[route]} into ${target}
with ${OPTIONS}
including only table names matching '${table.name}'${within}${renamed};\n`;
}

export const pgloader: Tool = {
  name: 'pgloader',
  routes: ['mysql', 'postgres'],
  prepare: (workshop) => prepareDebian('pgloader', 'pgloader', workshop),
  async command(job) {
    await writeFile(join(job.directory, 'bench.load'), loadFile(job));
    return { line: 'pgloader --on-error-stop bench.load', directory: job.directory };
  },
  landed: ({ target, table }) => ({ url: target, table: `public.${table.name}` }),
};
