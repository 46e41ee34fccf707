import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connector, RawRecord, ReadRequest } from '../../connectors/connector.ts';
import { openKind } from '../../connectors/registry.ts';
import { rest } from '../../connectors/rest.ts';
import { defineStream } from '../../connectors/stream.ts';
import { CancelledError, SourceError, SourceLostError } from '../../core/errors.ts';
import { connectorContract } from '../contract/connector.ts';
import { caught, collect, readAll, type Table } from '../contract/delivery.ts';
import { temporaryDirectory } from '../fixtures/formats/temporary.ts';
import { APP, startRestDouble, type Item, type RestDouble } from '../../scripts/services/rest-double.ts';

const doubles: RestDouble[] = [];

async function serve(resources: Readonly<Record<string, readonly Item[]>>): Promise<RestDouble> {
  const double = await startRestDouble(resources);
  doubles.push(double);
  return double;
}
const settingsOf = ({ url }: RestDouble) => ({ ...APP, url, allowHttp: true, pageSize: 3, retryWaitMs: 0, retries: 2 });

afterAll(async () => {
  for (const double of doubles) await double.close();
});

const itemsOf = ({ columns, rows }: Table): Item[] =>
  rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])));

connectorContract('rest', {
  kind: rest,
  required: ['url', 'appId'],
  secrets: [APP.appSecret],
  deliver: async (_directory, tables) =>
    settingsOf(await serve(Object.fromEntries(tables.map((each) => [each.stream.name, itemsOf(each)])))),
  spoil: async (_directory, table) => {
    const items = itemsOf(table).map((item, index) => (index === 1 ? ['no object'] : item));
    return settingsOf(await serve({ [table.stream.name]: items }));
  },
  damage: async (_directory, { stream }) => void doubles.at(-1)?.resources.delete(stream.name),
});

const PROJECTS = defineStream({
  name: 'projects',
  label: '项目',
  key: ['id'],
  cursor: { column: 'updateTime', kind: 'modification' },
  deletion: [],
  version: 1,
  columns: {
    id: { type: 'string', label: '标识' },
    amount: { type: 'number or string', label: '金额' },
    updateTime: { type: 'string', label: '更新时间' },
  },
});
const REQUEST = { stream: PROJECTS, columns: ['id', 'amount'], chunkSize: 100 };
const readChanges = async (request: ReadRequest): Promise<RawRecord[]> =>
  (await collect(connector.read(request))).flatMap(({ records }) => records);
const item = (id: number, more: object = {}): Item => ({
  id: `p${id}`,
  updateTime: `2020-12-01 00:00:0${id}`,
  ...more,
});
const items = (count: number): Item[] => Array.from({ length: count }, (_, index) => item(index + 1));
const ids = (records: readonly RawRecord[]) => records.map(({ values }) => values[0]);

let double: RestDouble;
let connector: Connector;

async function open(given: readonly Item[], more: object = {}): Promise<void> {
  double = await serve({ projects: given });
  const settings = { ...settingsOf(double), ...more };
  connector = await openKind(rest, settings, { system: 'nagqu', baseDirectory: '/' });
}

beforeEach(() => open(items(7)));
afterEach(() => connector.close());

describe('values', () => {
  it('keep the text of numbers, and have none where a member is null, absent or empty', async () => {
    const amounts = ['#1.10', '#12345678901234567890.1234', '#1e6', '1.10', null, ''];
    await open([...amounts.map((amount, index) => item(index, { amount })), item(9)]);
    const records = await readAll(connector, REQUEST);
    const expected = ['1.10', '12345678901234567890.1234', '1e6', '1.10', null, null, null];
    expect(records.map(({ values }) => values[1])).toEqual(expected);
  });

  it('that are objects or lists spoil their record', async () => {
    await open([item(1, { amount: { value: 1 } }), item(2, { amount: '1' })]);
    const records = await readAll(connector, REQUEST);
    expect(records.map(({ problems }) => problems?.map(({ rule, column }) => [rule, column]))).toEqual([
      [['record_malformed', 'amount']],
      undefined,
    ]);
  });
});

describe('pages', () => {
  it('are read to the end, with one token', async () => {
    expect(ids(await readAll(connector, REQUEST))).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7']);
    expect(double.calls.filter((call) => call === '/oauth/token')).toHaveLength(1);
    expect((await connector.describe(PROJECTS)).declaredRows).toBe(7);
  });

  it('are asked for once: looking again shows the same', async () => {
    await connector.describe(PROJECTS);
    const { length } = double.calls;
    double.resources.set('projects', []);
    expect(await readAll(connector, REQUEST)).toHaveLength(7);
    expect(double.calls).toHaveLength(length);
  });

  it('begin where changes are asked for', async () => {
    const records = await readChanges({ ...REQUEST, changedSince: '2020-12-01 00:00:06' });
    expect(ids(records)).toEqual(['p6', 'p7']);
  });

  it('go on from the last time where a cursor has run out', async () => {
    double.faults.push(undefined, { status: 200, body: '{"code":1003,"msg":"cursor 已失效"}' });
    const read = ids(await readAll(connector, REQUEST));
    expect([...new Set(read)]).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7']);
    expect(double.calls.at(-1)).toContain('cursor=');
    expect(double.calls.some((call) => call.includes('since=2020-12-01+00%3A00%3A03'))).toBe(true);
  });
});

describe('what may pass is tried again', () => {
  const PAGE = '<html>网关错误</html>';
  it.each([
    ['a fault of the service', { status: 500 }],
    ['an answer that is no JSON', { status: 200, body: PAGE }],
    ['an answer that is cut off', { status: 200, body: '{"code":0,"data":{"items":[{' }],
    ['too many calls', { status: 429, headers: { 'retry-after': '0' } }],
    ['a connection that ends', 'hang up'],
  ] as const)('%s', async (_title, fault) => {
    double.faults.push(fault, undefined, fault);
    expect(await readAll(connector, REQUEST)).toHaveLength(7);
  });

  it('a token that ran out is renewed', async () => {
    await connector.check([PROJECTS]);
    double.expireTokens();
    const again = await openKind(rest, settingsOf(double), { system: 'nagqu', baseDirectory: '/' });
    double.faults.push(undefined, { status: 401 });
    expect(await readAll(again, REQUEST)).toHaveLength(7);
    await again.close();
    expect(double.calls.filter((call) => call === '/oauth/token')).toHaveLength(3);
  });

  it('but not for ever', async () => {
    double.faults.push({ status: 500 }, { status: 503 }, { status: 502 });
    const lost = await caught(readChanges({ ...REQUEST, changedSince: '2020' }));
    expect(lost).toBeInstanceOf(SourceLostError);
    expect(lost.message).toContain('HTTP 502');
  });
});

describe('what will not pass stops the stream', () => {
  const refusal = (): Promise<Error> => caught(readChanges({ ...REQUEST, changedSince: '2020' }));

  it('a secret that is not accepted, without a word of it', async () => {
    const settings = { ...settingsOf(double), appSecret: 'falsch' };
    const wrong = await openKind(rest, settings, { system: 'nagqu', baseDirectory: '/' });
    const [finding] = await wrong.check([PROJECTS]);
    expect(finding?.message.zh).toContain('不发放令牌');
    expect(JSON.stringify(finding)).not.toContain('falsch');
  });

  it('a token that is refused again and again', async () => {
    double.faults.push({ status: 401 }, { status: 401 });
    expect((await refusal()).message).toContain('401');
  });

  it('an answer that is larger than agreed', async () => {
    await open([item(1, { amount: 'x'.repeat(20_000) })], { maxAnswerMb: 0.01 });
    expect((await refusal()).message).toContain('0.01 MB');
  });

  it('answers that are larger than agreed together', async () => {
    await open(items(7), { maxStreamMb: 0.0002 });
    expect(await refusal()).toBeInstanceOf(SourceError);
  });

  it('a redirection', async () => {
    double.faults.push(
      ...Array.from({ length: 3 }, () => ({ status: 302, headers: { location: 'http://other.example' } })),
    );
    expect(await refusal()).toBeInstanceOf(SourceError);
  });

  it('a resource that is not there', async () => {
    double.resources.clear();
    expect((await refusal()).message).toContain('没有这一资源');
  });
});

describe('a service nobody hears of', () => {
  it('is given up at once where its name is none', async () => {
    const settings = { ...APP, url: 'https://nagqu.invalid', retries: 5, retryWaitMs: 60_000 };
    const nowhere = await openKind(rest, settings, { system: 'nagqu', baseDirectory: '/' });
    const [finding] = await nowhere.check([PROJECTS]);
    expect(finding).toMatchObject({ level: 'error' });
    await nowhere.close();
  });

  it('is tried patiently once, not anew for every stream, until it answers', async () => {
    const before = double.calls.length;
    double.faults.push(...Array.from({ length: 4 }, () => 'hang up' as const));
    const reading = (): Promise<Error> => caught(readChanges({ ...REQUEST, changedSince: '2020' }));
    expect(await reading()).toBeInstanceOf(SourceLostError);
    // One of them is for a token.
    expect(double.calls.length - before).toBe(4);
    expect(await reading()).toBeInstanceOf(SourceLostError);
    expect(double.calls.length - before).toBe(5);
    expect(await readChanges({ ...REQUEST, changedSince: '2020' })).toHaveLength(7);
  });
});

it('stops waiting when it is cancelled', async () => {
  await open(items(2), { retryWaitMs: 60_000 });
  double.faults.push({ status: 500 });
  const abort = new AbortController();
  const reading = readChanges({ ...REQUEST, changedSince: '2020', signal: abort.signal });
  await expect.poll(() => double.calls.length).toBeGreaterThan(1);
  abort.abort();
  expect(await caught(reading)).toBeInstanceOf(CancelledError);
});

describe('settings', () => {
  const refused = (settings: object): Promise<Error> =>
    caught(openKind(rest, settings, { system: 'nagqu', baseDirectory: '/' }));

  it('must be encrypted', async () => {
    expect((await refused({ ...APP, url: 'http://a.example' })).message).toContain('https://');
  });

  it('take the secret from a file', async () => {
    const directory = await temporaryDirectory();
    await writeFile(join(directory, 'secret'), `${APP.appSecret}\n`);
    const { appSecret: _, ...others } = settingsOf(double);
    const place = { system: 'nagqu', baseDirectory: directory };
    const opened = await openKind(rest, { ...others, appSecretFile: 'secret' }, place);
    expect(await readAll(opened, REQUEST)).toHaveLength(7);
    await opened.close();
    expect((await refused({ ...others, appSecretFile: '/nowhere' })).message).toContain('appSecretFile');
    expect((await refused(others)).message).toContain('appSecret');
  });
});
