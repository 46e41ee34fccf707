/**
 * `npm run bench [-- --rows 1000000 --routes mysql,postgres --tables td_dk,lineitem --tools ggzy,pgloader --write]`: moves
 * one table from MySQL and from PostgreSQL into PostgreSQL with ggzy and with the tools a team would otherwise take, all
 * in one run on the same servers, and compares what arrived value by value. `--write` puts the result into
 * docs/performance.md. Tools that are missing are installed unless `--no-install` says otherwise.
 */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { acquireEmbeddedServer } from '../database/embedded.ts';
import type { Route } from './bench/peers/parity.ts';
import { comparisonText, versionsText } from './bench/peers/report.ts';
import { measureProduct, measureTool, type Bench, type Outcome } from './bench/peers/round.ts';
import { createSources, fillSources, type Filled, type Sources } from './bench/peers/sources.ts';
import { BENCH_TABLES, type BenchTable } from './bench/peers/tables.ts';
import type { Prepared, Tool } from './bench/peers/tool.ts';
import { dlt } from './bench/peers/tools/dlt.ts';
import { ggzy } from './bench/peers/tools/ggzy.ts';
import { ingestr } from './bench/peers/tools/ingestr.ts';
import { pgDump } from './bench/peers/tools/pg-dump.ts';
import { pgloader } from './bench/peers/tools/pgloader.ts';
import { writeSection } from './bench/peers/section.ts';
import { startMariadb } from './services/mariadb/server.ts';

/** The product first, then PostgreSQL's own way, then those it is measured against. */
const TOOLS: readonly Tool[] = [ggzy, pgDump, pgloader, dlt, ingestr];
const PEERS = [pgloader, dlt, ingestr].map(({ name }) => name);
const ROUTES: Readonly<Record<Route, string>> = { mysql: 'MySQL → PostgreSQL', postgres: 'PostgreSQL → PostgreSQL' };

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    routes: { type: 'string', default: Object.keys(ROUTES).join(',') },
    tables: { type: 'string', default: BENCH_TABLES.map(({ name }) => name).join(',') },
    tools: { type: 'string', default: TOOLS.map(({ name }) => name).join(',') },
    work: { type: 'string', default: join(tmpdir(), 'ggzy-bench') },
    'no-install': { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const wanted = (list: string, name: string): boolean => list.split(',').some((one) => name.startsWith(one.trim()));
const routes = (Object.keys(ROUTES) as Route[]).filter((route) => wanted(values.routes, route));
const tables = BENCH_TABLES.filter(({ name }) => wanted(values.tables, name));

type Ready = readonly (readonly [Tool, Prepared])[];

interface Round {
  readonly bench: Bench;
  readonly ready: Ready;
  readonly sources: Sources;
}

interface Task {
  readonly table: BenchTable;
  readonly filled: Filled;
  readonly route: Route;
}

async function compare(round: Round, { table, filled, route }: Task): Promise<string> {
  const { bench, ready, sources } = round;
  const outcomes: Outcome[] = [];
  const absent: { name: string; reason: string }[] = [];
  for (const [tool, prepared] of ready) {
    if (!tool.routes.includes(route)) continue;
    if ('missing' in prepared) absent.push({ name: tool.name, reason: prepared.missing });
    else
      outcomes.push(...(await (tool === ggzy ? measureProduct : measureTool)(bench, tool, { sources, table, route })));
  }
  const title = `${ROUTES[route]}, ${table.title}`;
  return comparisonText({ title, filled, outcomes, absent }, ggzy.name, PEERS);
}

/** What is measured is shown and kept at once: a long run that is broken off has still said something. */
async function compareAll(round: Round): Promise<void> {
  const texts = [versionsText(round.ready)];
  for (const table of tables) {
    const filled = await fillSources(round.sources, table, Number(values.rows));
    for (const route of routes) {
      texts.push(await compare(round, { table, filled, route }));
      console.log(texts.at(-1));
      if (values.write) await writeSection(texts.join('\n'), process.argv.slice(2));
    }
  }
}

const workshop = { directory: values.work, mayInstall: !values['no-install'] };
await mkdir(workshop.directory, { recursive: true });
const chosen = TOOLS.filter(({ name }) => wanted(values.tools, name));
const ready: Ready = await Promise.all(chosen.map(async (tool) => [tool, await tool.prepare(workshop)] as const));
console.log(versionsText(ready));
const home = await mkdtemp(join(tmpdir(), 'ggzy-bench-server-'));
await chmod(home, 0o755);
const server = await acquireEmbeddedServer(home);
const mariadb = await startMariadb();
try {
  const sources = await createSources(server.connectionString, mariadb.url);
  const bench = { server: server.connectionString, workshop };
  await compareAll({ bench, ready, sources });
} finally {
  await mariadb.stop();
  await server.release();
  await rm(server.directory, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
}
