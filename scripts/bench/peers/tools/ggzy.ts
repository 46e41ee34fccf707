/** ggzy itself, as in real life: validated, hashed, kept raw, with lineage and ledger. Compared by its raw layer. */
import { join } from 'node:path';
import { openDatabase } from '../../../../database/connection.ts';
import { rawTable } from '../../../../database/names.ts';
import { migrateDatabase } from '../../../../database/migrate.ts';
import { createOrderTables } from '../lineitem.ts';
import type { Tool } from '../tool.ts';

/** As `npm run ggzy` starts it. */
const FLAGS = '--max-semi-space-size=4';

export const ggzy: Tool = {
  name: 'ggzy',
  routes: ['mysql', 'postgres'],
  prepare: async () => ({ version: `Node.js ${process.versions.node}` }),
  async arrange({ target }) {
    await migrateDatabase(target);
    const database = openDatabase(target, 1);
    await createOrderTables(database);
    await database.close();
  },
  async command({ route, table, sources, target, directory }) {
    const script = join(import.meta.dirname, '..', '..', 'load.ts');
    const given = [target, table.system, route, JSON.stringify({ url: sources[route] }), table.name];
    return { line: [process.execPath, FLAGS, script, ...given.map((one) => `'${one}'`)].join(' '), directory };
  },
  landed: ({ target, table }) => ({ url: target, table: rawTable(table.system, table.name) }),
};
