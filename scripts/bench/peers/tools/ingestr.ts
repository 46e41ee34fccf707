/** ingestr from PyPI: 1.0.78 is the last release whose package holds the program; later ones fetch it when first run. */
import { join } from 'node:path';
import { environmentPrograms, preparePython, QUIET } from '../install.ts';
import type { Job, Tool } from '../tool.ts';

function givenTo({ route, table, sources, target }: Job): Readonly<Record<string, string>> {
  const [source, schema] =
    route === 'mysql' ? [sources.mysql, 'bench_source'] : [`${sources.postgres}?sslmode=disable`, 'public'];
  return {
    'source-uri': source,
    'source-table': `${schema}.${table.name}`,
    'dest-uri': `${target}?sslmode=disable`,
    'dest-table': `landed.${table.name}`,
  };
}

export const ingestr: Tool = {
  name: 'ingestr',
  routes: ['mysql', 'postgres'],
  prepare: (workshop) => preparePython('ingestr', ['ingestr==1.0.78'], workshop),
  async command(job, workshop) {
    const program = join(environmentPrograms('ingestr', workshop), 'ingestr');
    const given = Object.entries(givenTo(job)).map(([name, value]) => `--${name} '${value}'`);
    const line = [program, 'ingest --yes --full-refresh --progress log', ...given].join(' ');
    return { line, directory: job.directory, environment: QUIET };
  },
  landed: ({ target, table }) => ({ url: target, table: `landed.${table.name}` }),
};
