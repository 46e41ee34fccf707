/**
 * `npm run demo`: makes the seven legacy centres with the dirt they have in life, then does what an integration team does
 * on the weekend: check → plan → migrate → status → reconcile. Everything lies in ./demo-data and can be looked at afterwards.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { openDatabase, type Database } from '../database/connection.ts';
import { acquireEmbeddedServer } from '../database/embedded.ts';
import { RULES, isRuleId } from '../schemas/rules.ts';
import { demoSystems, type DemoDelivery } from './demo-data/deliveries.ts';
import { generateDemo } from './demo-data/generate.ts';
import { createLandMiningSource } from './demo-data/landmining/source.ts';
import { generateWorld } from './demo-data/world/world.ts';
import { DemoNights } from './nights/demo.ts';
import { NODE_FLAGS } from './node-flags.ts';

const ROOT = join(import.meta.dirname, '..');
const HOME = join(ROOT, 'demo-data');
const CONFIG = join(HOME, 'ggzy.yaml');
const TARGET = './.ggzy/postgres';
const WORLD = { seed: 2020, scale: 10, dirt: 1 };

function heading(text: string): void {
  console.log(`\n\u001b[1m── ${text}\u001b[0m`);
}

/** Runs a command of the CLI as a person would. @param ends with that, where it is part of the demonstration. */
function ggzyEnding(ends: number, ...args: readonly string[]): void {
  console.log(`$ ggzy ${args.join(' ')}`);
  const flags = [...NODE_FLAGS, join(ROOT, 'cli', 'ggzy.ts')];
  const { status } = spawnSync(process.execPath, [...flags, '--config', CONFIG, ...args], { stdio: 'inherit' });
  if (status !== ends) throw new Error(`ggzy ${args.join(' ')} ended with ${status}`);
}

function ggzy(...args: readonly string[]): void {
  ggzyEnding(0, ...args);
}

interface DemoSources {
  /** Replace the hand-over packages of centres that are read from their database. */
  readonly live?: Readonly<Record<string, DemoDelivery>>;
  /** Settings of prefectures, as `ggzy.yaml` has them. */
  readonly prefectures?: Readonly<Record<string, unknown>>;
}

async function writeSettings({ live = {}, prefectures = {} }: DemoSources): Promise<void> {
  const settings = { target: { directory: TARGET }, systems: { ...demoSystems(live), ...prefectures } };
  const head = '# 演示设置：七个中心和交易目录，统一数据库为内嵌 PostgreSQL。\n';
  await writeFile(CONFIG, head + stringify(settings), { mode: 0o600 });
}

interface Highlight {
  readonly issues: readonly { readonly rule: string; readonly count: string }[];
  /** An award whose figure was empty: the words count. */
  readonly key: string;
}

async function onTarget<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const server = await acquireEmbeddedServer(join(HOME, TARGET));
  const database = openDatabase(server.connectionString);
  try {
    return await work(database);
  } finally {
    await database.close();
    await server.release();
  }
}

function findHighlights(): Promise<Highlight> {
  return onTarget(async (database) => {
    const rows = await database.query(
      `select rule, count(*) as n from ops.issues where closed_run is null and severity <> 'info'
       group by rule order by count(*) desc, rule limit 5`,
    );
    const [example] = await database.query(
      `select source_key from ops.issues where closed_run is null and stream = 'CG_ZBJG' and rule = 'money_capital'
       order by source_key limit 1`,
    );
    const issues = rows.map((row) => ({ rule: row['rule'] ?? '', count: row['n'] ?? '' }));
    return { issues, key: example?.['source_key'] ?? '' };
  });
}

/** Two records that were joined although one of them shows no valid ID number: names and facts had to do. */
async function findPair(): Promise<[string, string] | null> {
  return onTarget(async (database) => {
    const [row] = await database.query(
      `select concat_ws('/', l.system, l.stream, l.source_key) as one, concat_ws('/', r.system, r.stream, r.source_key) as other
       from identity.pairs p join identity.records l on l.record_no = p.left_no
       join identity.records r on r.record_no = p.right_no
       where p.kind = 'expert' and p.status = 'joined' and p.band = 'merge' order by p.weight, l.source_key limit 1`,
    );
    return row ? [row['one'] ?? '', row['other'] ?? ''] : null;
  });
}

/** The migration weekend, with the land and mining centre read live from its own PostgreSQL. */
async function migrateAll(): Promise<void> {
  const server = await acquireEmbeddedServer(join(HOME, 'sources', 'postgres'));
  try {
    const url = await createLandMiningSource(server.connectionString, generateWorld(WORLD).landmining);
    await writeSettings({ live: { landmining: { connector: 'postgres', settings: { url } } } });
    heading('检查来源和目标 / check');
    ggzy('check');
    heading('预演，不写入数据 / plan');
    ggzy('plan');
    heading('迁移 / migrate');
    ggzy('migrate');
    heading('平衡表 / status');
    ggzy('status');
  } finally {
    await server.release();
  }
}

const begun = performance.now();
await rm(HOME, { recursive: true, force: true });
await mkdir(HOME, { recursive: true });

heading('生成七个旧中心的移交数据（含常见脏数据） / making the hand-over data of seven legacy centres');
const truth = await generateDemo(HOME, WORLD);
const rows = truth.streams.reduce((sum, stream) => sum + stream.rows_total, 0);
console.log(`${HOME}\n${rows} 行 rows，其中埋入缺陷 ${truth.defects.length} 处 planted defects`);

await migrateAll();
await writeSettings({});
heading('土地矿权中心改读离线移交包：内容相同，零变化 / the same centre from its package: nothing changes');
ggzy('migrate', 'landmining');

const { issues, key } = await findHighlights();
heading('最常见的五类问题 / the five most frequent issues');
for (const { rule, count } of issues) {
  const text = isRuleId(rule) ? `${RULES[rule].zh} / ${RULES[rule].en}` : '';
  console.log(`${count.padStart(6)}  ${rule.padEnd(22)} ${text}`);
}
heading('一个值从哪里来 / where one value comes from');
ggzy('explain', 'purchase_award', key, 'amount');

heading('归一：同一位专家、同一家企业、同一个交易事项 / reconcile: one expert, one enterprise, one matter');
ggzy('reconcile');
const pair = await findPair();
if (pair) {
  heading('两条记录为何是同一人 / why two records are one person');
  ggzy('reconcile', 'explain', ...pair);
}

heading(
  '三个地市的四个晚上，第三晚误删了大半 / four nights of three prefectures; in the last most is deleted by a slip',
);
const nights = new DemoNights(join(HOME, 'prefectures'));
await writeSettings({ prefectures: nights.settings });
for (const night of nights.numbers) {
  await nights.send();
  ggzyEnding(nights.isSlip(night) ? 1 : 0, 'sync', ...nights.systems, '--at', nights.momentOf(night));
}
heading('等待值班员决定的删除 / deletions that wait for an answer');
ggzy('holds');

const place = 'npm run ggzy -- --config demo-data/ggzy.yaml';
heading(`完成，用时 ${((performance.now() - begun) / 1000).toFixed(0)} 秒 / where to look next`);
console.log(`  ${place} issues            # 全部问题，按规则归类 / all issues by rule
  ${place} quarantine list   # 隔离区 / what waits, and why
  ${place} migrate egov      # 再运行一次：零变化 / run again: nothing changes
  ${place} export golden --entity expert --out experts.csv   # 一人一行 / one row per expert
  ${place} refuse <名称> --as 姓名 --reason 理由   # 拒绝误删 / keep what was deleted by a slip
  ${place} report night      # 晨报 / morning report
  ${place} docs dictionary   # 数据字典与映射手册 / data dictionary and mapping book
  README.zh-CN.md · ARCHITECTURE.md · CONTRIBUTING.md`);
