/** Servers that share the work of a night: one is killed in the middle of it, the other finishes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gbPackage } from '../fixtures/formats/xml-package.ts';
import { PROCUREMENT, writePackage } from './deliveries.ts';
import { useServer, workDirectory } from './harness.ts';

const GGZY = join(import.meta.dirname, '../../cli/ggzy.ts');
const database = useServer();
const children: ChildProcess[] = [];
let cwd = '';
let url = '';

interface Line {
  readonly event: string;
  readonly system?: string;
  readonly status?: string;
}

class Served {
  readonly child: ChildProcess;
  readonly lines: Line[] = [];
  #heard: (() => void)[] = [];
  #rest = '';

  constructor(args: readonly string[], fault = '') {
    const env = { PATH: process.env['PATH'], DATABASE_URL: url, GGZY_OPERATOR: 'tester', GGZY_FAULT: fault };
    this.child = spawn(process.execPath, [GGZY, 'serve', ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(this.child);
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (this.#rest + text).split('\n');
      this.#rest = lines.pop() ?? '';
      this.lines.push(...lines.map((line) => JSON.parse(line) as Line));
      for (const tell of this.#heard.splice(0)) tell();
    });
  }

  async hears(wanted: Partial<Line>): Promise<Line> {
    for (;;) {
      const found = this.lines.find((line) =>
        Object.entries(wanted).every(([name, value]) => line[name as keyof Line] === value),
      );
      if (found) return found;
      await new Promise<void>((resolve) => this.#heard.push(resolve));
    }
  }
}

const SETTINGS = [
  'systems:',
  '  onestop: { connector: xml, directory: ./drop, optionalStreams: true }',
  '  procurement: { connector: offline-package, directory: ./package, encoding: utf-8 }',
  'night:',
  '  http: { port: 0 }',
  '  retry: { heartbeat: 10, delay: 1 }',
  '',
].join('\n');

describe.sequential('servers on one database', { timeout: 90_000 }, () => {
  beforeAll(async () => {
    url = await database.newDatabase('served');
    cwd = await workDirectory();
    await mkdir(join(cwd, 'drop'));
    await writePackage(join(cwd, 'package'), PROCUREMENT);
    await writeFile(join(cwd, 'drop', 'TZXM_20201130_001.xml'), gbPackage('<XMDM>1</XMDM><XMMC>甲</XMMC>'));
    await writeFile(join(cwd, 'ggzy.yaml'), SETTINGS);
  }, 120_000);
  afterAll(() => {
    for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  });

  it('share the work: what a killed one was at is finished by the other', async () => {
    const first = new Served(['--now'], 'merge:1');
    const died = once(first.child, 'exit');
    await first.hears({ event: 'sync-begins' });
    const second = new Served([]);
    const [, signal] = (await died) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    // Its only day is long ago: the feed is overdue, what there is was taken.
    await second.hears({ event: 'sync', system: 'onestop', status: 'stopped' });
    await second.hears({ event: 'sync', system: 'procurement', status: 'green' });
    const target = database.open(url);
    const counts = await target.query(`
      select (select count(*) from canonical.projects) as projects,
        (select count(*) from canonical.purchase_projects) as purchases,
        (select count(*) from ops.runs where status = 'running') as running`);
    expect(counts).toEqual([{ projects: '1', purchases: '1', running: '0' }]);
    await second.hears({ event: 'reconcile' });
    const stopped = once(second.child, 'exit');
    second.child.kill('SIGTERM');
    expect(await stopped).toEqual([0, null]);
    expect(second.lines.at(-1)).toMatchObject({ event: 'stopped' });
  });

  it('keep schedules in Beijing time, one per system', async () => {
    const rows = await database
      .open(url)
      .query(`select key, cron, timezone from queue.schedule where name = 'sync' order by key`);
    expect(rows).toEqual([
      { key: 'onestop', cron: '0 2 * * *', timezone: 'Asia/Shanghai' },
      { key: 'procurement', cron: '0 2 * * *', timezone: 'Asia/Shanghai' },
    ]);
  });
});
