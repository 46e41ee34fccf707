/** Somebody is told of every cause once, and once more when it is over; no message repeats an address. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../database/connection.ts';
import { beginSync, endSync, type SyncStatus } from '../../../database/load/syncs.ts';
import { holdDelivery, decideHold } from '../../../database/load/delivery-holds.ts';
import { readHolds } from '../../../database/read/holds.ts';
import { tellAlerts } from '../../../pipelines/alerts/alerts.ts';
import { composeMessage, diffAlerts } from '../../../pipelines/alerts/causes.ts';
import { openChannels, tellAll, webhookBody } from '../../../pipelines/alerts/channels.ts';
import { nightSchema } from '../../../pipelines/night/night-settings.ts';
import { emptyDatabase, useDatabases } from '../../setup/database.ts';
import { Mailbox } from './mailbox.ts';

const openFresh = useDatabases();
let database: Database;
let server: Server;
let mailbox: Mailbox;
let answer = { status: 200, body: '{"errcode":0}' };
const posts: { msgtype: string; markdown: { content?: string } }[] = [];

beforeAll(async () => {
  database = (await openFresh()).database;
  mailbox = await Mailbox.open();
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      posts.push(JSON.parse(body) as (typeof posts)[number]);
      response.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await mailbox.close();
});
beforeEach(async () => {
  await emptyDatabase(database);
  posts.length = 0;
  mailbox.messages.length = 0;
  answer = { status: 200, body: '{"errcode":0}' };
});

const webhook = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/send?key=secret-token`;
const channels = () => openChannels(nightSchema.parse({ webhook: { url: webhook() } }));
const tell = () => tellAlerts({ database, channels: channels(), night: '2020-12-01', dead: [] });
const texts = (): string[] => posts.map(({ markdown }) => markdown.content ?? '');

async function synced(system: string, status: Exclude<SyncStatus, 'running'>, message: string | null = null) {
  const id = await beginSync(database, { system, night: '2020-12-01', operator: 'tester' });
  await endSync(database, id, { status, days: [], message, next: null, findings: [] });
}

describe('a cause', () => {
  it('is told once, however often it is seen, and once when it is over', async () => {
    await synced('lhasa', 'failed', '无法连接');
    await synced('nagqu', 'green');
    await tell();
    await synced('lhasa', 'failed', '还是无法连接');
    await tell();
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain('■ lhasa  同步失败：无法连接');
    await synced('lhasa', 'green');
    await tell();
    await tell();
    expect(texts()).toHaveLength(2);
    expect(texts()[1]).toContain('✓ lhasa  已恢复');
    await synced('lhasa', 'failed', '又断了');
    await tell();
    expect(texts()[2]).toContain('又断了');
  });

  it('that nobody could be told of is told the next time', async () => {
    await synced('lhasa', 'failed', '无法连接');
    answer = { status: 500, body: '' };
    expect(await tell()).toEqual(['webhook: HTTP 500']);
    answer = { status: 200, body: '{"errcode":45009}' };
    expect(await tell()).toEqual(['webhook: errcode 45009']);
    answer = { status: 200, body: '{"errcode":0}' };
    expect(await tell()).toEqual([]);
    expect(await tell()).toEqual([]);
    expect(texts()).toHaveLength(3);
  });

  it('that is over before anybody was told is not worth a word', async () => {
    await synced('lhasa', 'failed', '无法连接');
    answer = { status: 500, body: '' };
    await tell();
    await synced('lhasa', 'green');
    posts.length = 0;
    expect(await tell()).toEqual([]);
    expect(posts).toEqual([]);
  });

  it('that only the queue knows stands until the queue is asked', async () => {
    const ask = (dead?: string[]) =>
      tellAlerts({ database, channels: channels(), night: '2020-12-01', ...(dead ? { dead } : {}) });
    await ask(['lhasa']);
    await ask();
    expect(texts()).toHaveLength(1);
    await ask([]);
    expect(texts()[1]).toContain('已恢复：多次重试仍失败');
  });

  it('that is a hold is told by its name, the sync it stopped not beside it', async () => {
    const message = { zh: '本次 3 条，以往约 100 条', en: '3, 100' };
    const hold = { system: 'lhasa', stream: 'qzk_zj', guard: 'volume', day: '', fingerprint: 'f', records: 3, message };
    await holdDelivery(database, hold);
    await synced('lhasa', 'stopped', message.zh);
    await tell();
    expect(texts()[0]?.match(/■/g)).toHaveLength(1);
    expect(texts()[0]).toContain('lhasa.qzk_zj.volume');
    const [open] = await readHolds(database, { systems: [], states: ['open'] });
    await decideHold(database, { id: open?.id ?? '', verdict: 'approved', by: '扎西', reason: '已核实' });
    await synced('lhasa', 'green');
    await tell();
    expect(texts()[1]).toContain('已恢复');
  });
});

describe('channels', () => {
  const message = { subject: '告警', lines: ['■ lhasa  失败'] };

  it('wrap the same text as each service wants it', () => {
    expect(webhookBody('wecom', message)).toEqual({
      msgtype: 'markdown',
      markdown: { content: '### 告警\n> ■ lhasa  失败' },
    });
    expect(webhookBody('dingtalk', message)).toMatchObject({
      markdown: { title: '告警', text: expect.stringContaining('lhasa') },
    });
    expect(JSON.stringify(webhookBody('wecom', { ...message, lines: ['字'.repeat(9000)] })).length).toBeLessThan(
      4096 / 3,
    );
  });

  it('send mail to everybody named', async () => {
    const email = { server: mailbox.url, from: 'ggzy@example.com', to: ['a@example.com', 'b@example.com'] };
    expect(await tellAll(openChannels(nightSchema.parse({ email })), message)).toEqual([]);
    expect(mailbox.messages[0]).toContain('To: a@example.com, b@example.com');
  });

  it('that cannot be reached say so without their address', async () => {
    const url = 'http://user:secret-password@127.0.0.1:1/send?key=secret-token';
    const email = { server: 'smtp://user:secret-password@127.0.0.1:1', from: 'x@y.z', to: ['a@b.c'] };
    const faults = await tellAll(openChannels(nightSchema.parse({ webhook: { url }, email })), message);
    expect(faults).toHaveLength(2);
    expect(faults.join()).not.toMatch(/secret/);
  });
});

it('what is open and what is seen differ by what is opened and closed', () => {
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
  const title = { zh: '', en: '' };
  fc.assert(
    fc.property(names, names, (open, seen) => {
      const known = open.map((cause) => ({ cause, system: cause, title, told: true, over: false }));
      const changes = diffAlerts(
        known,
        seen.map((cause) => ({ cause, system: cause, title })),
      );
      const after = new Set([...open, ...changes.open.map(({ cause }) => cause)]);
      for (const cause of changes.close) after.delete(cause);
      expect([...after].sort()).toEqual(seen.toSorted());
    }),
  );
  expect(composeMessage([], '2020-12-01')).toBeNull();
});
