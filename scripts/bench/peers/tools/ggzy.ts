/** ggzy itself, as in real life: validated, hashed, kept raw, with lineage and ledger. Compared by its raw layer. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '../../../../database/connection.ts';
import { rawTable } from '../../../../database/names.ts';
import { migrateDatabase } from '../../../../database/migrate.ts';
import { createOrderTables } from '../lineitem.ts';
import type { Tool } from '../tool.ts';
import { NODE_FLAGS } from '../../../node-flags.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const SCRIPT = join(ROOT, 'scripts', 'bench', 'load.ts');
/** Where commands keep their compiled code: nobody migrates before `ggzy check` has run. */
const environment = { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'ggzy') };

export const ggzy: Tool = {
  name: 'ggzy',
  routes: ['mysql', 'postgres'],
  async prepare() {
    await promisify(execFile)(process.execPath, [SCRIPT, '--compile'], { env: { ...process.env, ...environment } });
    return { version: `Node.js ${process.versions.node}` };
  },
  async arrange({ target }) {
    await migrateDatabase(target);
    const database = openDatabase(target, 1);
    await createOrderTables(database);
    await database.close();
  },
  async command({ route, table, sources, target, directory }) {
    const given = [target, table.system, route, JSON.stringify({ url: sources[route] }), table.name];
    return {
      line: [process.execPath, ...NODE_FLAGS, SCRIPT, ...given.map((one) => `'${one}'`)].join(' '),
      environment,
      directory,
    };
  },
  landed: ({ target, table }) => ({ url: target, table: rawTable(table.system, table.name) }),
};
