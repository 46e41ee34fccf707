/**
 * `npm run demo`: makes two legacy centres with the dirt they have in life, then does what an integration team does on
 * the weekend: check → plan → migrate → status. Everything lies in ./demo-data and can be looked at afterwards.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateDemo } from './demo-data/generate.ts';
import { openDatabase } from '../database/connection.ts';
import { acquireEmbeddedServer } from '../database/embedded.ts';
import { RULES, isRuleId } from '../schemas/rules.ts';

const ROOT = join(import.meta.dirname, '..');
const HOME = join(ROOT, 'demo-data');
const CONFIG = join(HOME, 'ggzy.yaml');
const SEED = 2020;
const SCALE = 20;

const SETTINGS = `# 演示设置：两个中心的移交数据，统一数据库为内嵌 PostgreSQL。
target:
  directory: ./.ggzy/postgres
systems:
  procurement:
    connector: offline-package
    directory: ./procurement
  stateassets:
    connector: excel
    directory: ./stateassets
`;

function heading(text: string): void {
  console.log(`\n\u001b[1m── ${text}\u001b[0m`);
}

/** Runs a command of the CLI as a person would. Red results are part of the demonstration, faults are not. */
function ggzy(...args: string[]): void {
  console.log(`$ ggzy ${args.join(' ')}`);
  const flags = ['--max-semi-space-size=4', join(ROOT, 'cli', 'ggzy.ts')];
  const { status } = spawnSync(process.execPath, [...flags, '--config', CONFIG, ...args], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`ggzy ${args.join(' ')} ended with ${status}`);
}

interface Highlight {
  readonly issues: readonly { readonly rule: string; readonly count: string }[];
  /** An award whose figure was empty: the words count. */
  readonly key: string;
}

async function findHighlights(): Promise<Highlight> {
  const server = await acquireEmbeddedServer(join(HOME, '.ggzy', 'postgres'));
  const database = openDatabase(server.connectionString);
  try {
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
  } finally {
    await database.close();
    await server.release();
  }
}

const begun = performance.now();
await rm(HOME, { recursive: true, force: true });
await mkdir(HOME, { recursive: true });

heading('生成两个旧中心的移交数据（含常见脏数据） / making the hand-over data of two legacy centres');
const truth = await generateDemo(HOME, { seed: SEED, scale: SCALE, dirt: 1 });
await writeFile(CONFIG, SETTINGS);
const rows = truth.streams.reduce((sum, stream) => sum + stream.rows_total, 0);
console.log(`${HOME}\n${rows} 行 rows，其中埋入缺陷 ${truth.defects.length} 处 planted defects`);

heading('检查来源和目标 / check');
ggzy('check');
heading('预演，不写入数据 / plan');
ggzy('plan');
heading('迁移 / migrate');
ggzy('migrate');
heading('平衡表 / status');
ggzy('status');

const { issues, key } = await findHighlights();
heading('最常见的五类问题 / the five most frequent issues');
for (const { rule, count } of issues) {
  const text = isRuleId(rule) ? `${RULES[rule].zh} / ${RULES[rule].en}` : '';
  console.log(`${count.padStart(6)}  ${rule.padEnd(22)} ${text}`);
}
heading('一个值从哪里来 / where one value comes from');
ggzy('explain', 'purchase_award', key, 'amount');

const place = 'npm run ggzy -- --config demo-data/ggzy.yaml';
heading(`完成，用时 ${((performance.now() - begun) / 1000).toFixed(0)} 秒 / where to look next`);
console.log(`  ${place} issues            # 全部问题，按规则归类 / all issues by rule
  ${place} quarantine list   # 隔离区 / what waits, and why
  ${place} migrate           # 再运行一次：零变化 / run again: nothing changes
  ${place} export issues --out issues.csv
  README.zh-CN.md · ARCHITECTURE.md · CONTRIBUTING.md`);
