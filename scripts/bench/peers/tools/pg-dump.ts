/**
 * PostgreSQL's own way: `pg_dump | psql`. A pg_dump older than the server refuses it; then the same is done with two
 * `psql`: COPY out, COPY in, the key added afterwards.
 */
import { openDatabase } from '../../../../database/connection.ts';
import { findVersion, prepareDebian } from '../install.ts';
import { createTable } from '../sources.ts';
import type { Job, Tool } from '../tool.ts';

const major = (version: string | null): number => Number(/(\d+)\.\d/.exec(version ?? '')?.[1] ?? 0);

async function serverMajor(url: string): Promise<number> {
  const database = openDatabase(url, 1);
  const [row] = await database.query('show server_version');
  await database.close();
  return major(row?.['server_version'] ?? null);
}

function copyLine({ table, sources, target }: Job): string {
  const { name, key } = table;
  const keyed = createTable(table, ({ type }) => type);
  const bare = keyed.replace(`, primary key (${key.join(', ')})`, '');
  const into = [bare, `copy ${name} from stdin`, `alter table ${name} add primary key (${key.join(', ')})`];
  const commands = into.map((sql) => `-c '${sql}'`).join(' ');
  return `psql -qXd '${sources.postgres}' -c 'copy ${name} to stdout' | psql -qX -v ON_ERROR_STOP=1 -d '${target}' ${commands}`;
}

export const pgDump: Tool = {
  name: 'pg_dump | psql',
  routes: ['postgres'],
  prepare: (workshop) => prepareDebian('pg_dump', 'postgresql-client', workshop),
  async command(job) {
    const fits = major(await findVersion('pg_dump')) >= (await serverMajor(job.target));
    const dump = `pg_dump --no-owner --table ${job.table.name} '${job.sources.postgres}' | psql -qXd '${job.target}'`;
    return { line: fits ? dump : copyLine(job), directory: job.directory };
  },
  landed: ({ target, table }) => ({ url: target, table: `public.${table.name}` }),
  remark: 'a pg_dump older than the server refuses it: then `psql` COPY out, COPY in, key added afterwards',
};
