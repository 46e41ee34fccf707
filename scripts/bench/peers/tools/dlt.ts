/** dlt with ConnectorX: Arrow batches from the source, CSV files to COPY. */
import { join } from 'node:path';
import { environmentPrograms, preparePython, QUIET } from '../install.ts';
import type { Job, Tool } from '../tool.ts';

const PACKAGES = [
  'dlt==1.31.0',
  'connectorx==0.4.6',
  'pyarrow==26.0.1',
  'SQLAlchemy==2.1.9',
  'PyMySQL==1.2.4',
  'psycopg2-binary==2.9.13',
];
const DIALECTS = { mysql: 'mysql+pymysql', postgres: 'postgresql+psycopg2' } as const;

function sourceOf({ route, sources }: Job): string {
  return sources[route].replace(/^\w+(?=:)/, DIALECTS[route]);
}

export const dlt: Tool = {
  name: 'dlt + ConnectorX',
  routes: ['mysql', 'postgres'],
  prepare: (workshop) => preparePython('dlt', PACKAGES, workshop),
  async command(job, workshop) {
    const python = join(environmentPrograms('dlt', workshop), 'python');
    const script = join(import.meta.dirname, 'dlt-load.py');
    const given = [sourceOf(job), job.target, job.table.name, job.directory].map((one) => `'${one}'`);
    return { line: [python, script, ...given].join(' '), directory: job.directory, environment: QUIET };
  },
  landed: ({ target, table }) => ({ url: target, table: `landed.${table.name}` }),
  remark: 'makes no key',
};
