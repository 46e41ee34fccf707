/** What machines ask of a server: health, metrics, lineage; and what it writes down: no secret, one line per event. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../../database/connection.ts';
import { beginSync, endSync } from '../../../database/load/syncs.ts';
import type { SystemSync } from '../../../pipelines/night/sync-options.ts';
import { openHttpPort } from '../../../pipelines/serve/http.ts';
import { emitLineage, lineageEvent } from '../../../pipelines/serve/lineage.ts';
import { openLog } from '../../../pipelines/serve/log.ts';
import { useDatabases } from '../../setup/database.ts';
import { declared } from '../night/place.ts';

const openFresh = useDatabases();
let database: Database;

beforeAll(async () => {
  database = (await openFresh()).database;
  const green = await beginSync(database, { system: 'egov', night: '2020-12-01', operator: 'tester' });
  await endSync(database, green, { status: 'green', days: [], message: null, next: null, findings: [] });
  const failed = await beginSync(database, { system: 'lhasa', night: '2020-12-01', operator: 'tester' });
  await endSync(database, failed, { status: 'failed', days: [], message: 'x', next: null, findings: [] });
});

describe('the port', () => {
  it('tells health and metrics, and nothing else', async () => {
    const port = await openHttpPort({ database, host: '127.0.0.1', port: 0, version: '9' });
    const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${port.port}${path}`, { method });
    const health = await get('/health');
    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({
      status: 'ok',
      version: '9',
      systems: { failed: ['lhasa'], stopped: [] },
      jobs: {},
    });
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toContain('ggzy_sync_status{system="lhasa",status="failed"} 1');
    expect(metrics).toContain('ggzy_sync_status{system="egov",status="failed"} 0');
    expect(metrics).toMatch(/ggzy_sync_last_success_timestamp_seconds\{system="egov"\} \d{10}/);
    expect(metrics).not.toMatch(/last_success_timestamp_seconds\{system="lhasa"/);
    expect(metrics).toContain('ggzy_process_cpu_seconds_total');
    expect([(await get('/')).status, (await get('/health', 'POST')).status]).toEqual([404, 405]);
    await port.close();
  });

  it('is unhealthy where the database is out of reach', async () => {
    const gone = openDatabase('postgresql://nobody@127.0.0.1:1/nothing', 1);
    const port = await openHttpPort({ database: gone, host: '127.0.0.1', port: 0, version: '9' });
    const status = async (path: string) => (await fetch(`http://127.0.0.1:${port.port}${path}`)).status;
    expect([await status('/health'), await status('/metrics')]).toEqual([503, 503]);
    await port.close();
    await gone.close();
  });
});

describe('lineage', () => {
  const sync: SystemSync = {
    system: 'landmining',
    syncId: '7',
    status: 'green',
    days: [''],
    verdicts: [],
    runs: [],
    failure: null,
    message: null,
    next: null,
  };
  const event = lineageEvent({
    sync,
    declaration: declared('landmining'),
    target: 'postgresql://h:5432/g',
    now: new Date('2020-12-01T00:00:00Z'),
  });
  let directory = '';
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('says which streams went into which tables, under a run id of its own', () => {
    expect(event.run.runId).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
    expect(event).toMatchObject({ eventType: 'COMPLETE', job: { namespace: 'ggzy', name: 'sync.landmining' } });
    expect(event.inputs).toContainEqual({ namespace: 'ggzy://landmining', name: 'td_jmr' });
    expect(event.outputs).toContainEqual({ namespace: 'postgresql://h:5432/g', name: 'canonical.parties' });
    expect(
      lineageEvent({
        sync: { ...sync, status: 'failed' },
        declaration: declared('landmining'),
        target: '',
        now: new Date(),
      }).eventType,
    ).toBe('FAIL');
  });

  it('is appended to a file, a line per event', async () => {
    directory = await mkdtemp(join(tmpdir(), 'ggzy-lineage-'));
    for (let time = 0; time < 2; time += 1) await emitLineage({ file: 'events.jsonl' }, event, directory);
    const lines = (await readFile(join(directory, 'events.jsonl'), 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([event, event]);
    await expect(emitLineage({ url: 'http://127.0.0.1:1/' }, event, directory)).rejects.toThrow();
  });
});

it('a log line is JSON, and cuts addresses behind the host', () => {
  const lines: string[] = [];
  const log = openLog(
    (line) => lines.push(line),
    () => new Date('2020-12-01T00:00:00Z'),
  );
  log('warn', 'sync', {
    message: 'postgresql://user:secret@db:5432/x?password=secret lost, see https://h/robot?key=secret',
  });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    at: '2020-12-01T00:00:00.000Z',
    level: 'warn',
    event: 'sync',
    message: 'postgresql://db:5432/… lost, see https://h/…',
  });
});
