/** Nagqu: a REST service with tokens, pages, a rate limit and failures. A double of it, after its interface document. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Change, Kind } from '../world.ts';
import { timeOf, writeRow, type FormRows, type NightSource, type Sending, type SentForm } from './source.ts';

const RESOURCES = {
  enterprise: { stream: 'enterprises', key: 'id', prefix: 'ent' },
  project: { stream: 'projects', key: 'id', prefix: 'prj' },
  section: { stream: 'sections', key: 'id', prefix: 'sec' },
  result: { stream: 'results', key: 'id', prefix: 'res' },
} as const;
const NAMES = new Set(['enterprises', 'projects', 'sections', 'notices', 'results']);

function keyOf(kind: Kind, serial: number): string {
  if (kind === 'expert') throw new Error('Nagqu has no experts');
  return `${RESOURCES[kind].prefix}-${String(serial).padStart(8, '0')}`;
}

const ROWS = {
  enterprise: {
    id: (_, serial) => keyOf('enterprise', serial),
    name: 'name',
    creditCode: 'code',
    legalRep: 'head',
    phone: 'phone',
    address: 'address',
    areaNo: 'division',
    regCapital: 'capital',
  },
  project: {
    id: (_, serial) => keyOf('project', serial),
    projectCode: 'number',
    projectName: 'name',
    category: 'category',
    tenderer: 'owner',
    areaNo: 'division',
    amount: 'amount',
    createDate: 'date',
  },
  section: {
    id: (_, serial) => keyOf('section', serial),
    projectId: (f) => keyOf('project', Number(f['parent'])),
    bidSectionName: 'name',
    estimate: 'amount',
    days: 'days',
  },
  result: {
    id: (_, serial) => keyOf('result', serial),
    sectionId: (f) => keyOf('section', Number(f['parent'])),
    winner: 'winner',
    winnerCode: 'code',
    amount: 'amount',
    winDate: 'date',
  },
} satisfies FormRows;

export const nagquForm: SentForm = {
  streams: RESOURCES,
  keyOf,
  rowOf: (kind, serial, fields) => writeRow(ROWS[kind as keyof typeof ROWS], serial, fields),
};

type Item = Readonly<Record<string, unknown>> & { readonly id: string; readonly updateTime: string };

/** Numbers come as numbers or as texts, as they happen to. */
function itemOf({ op, kind, serial, fields }: Change, updateTime: string): Item {
  const id = keyOf(kind, serial);
  if (op === 'delete') return { id, deleted: true, updateTime };
  const row: Record<string, unknown> = { ...nagquForm.rowOf(kind, serial, fields) };
  for (const name of ['amount', 'estimate', 'regCapital', 'days']) {
    if (typeof row[name] === 'string' && serial % 2 === 0) row[name] = Number(row[name]);
  }
  return { ...row, id, updateTime, ...(serial % 3 === 0 ? { deleted: false } : {}) };
}

export type Weather = 'fair' | 'throttled' | 'failing' | 'unreachable';

export class Nagqu implements NightSource {
  readonly system = 'nagqu';
  readonly form = nagquForm;
  readonly settings: Readonly<Record<string, unknown>>;
  /** `throttled`: every third call is told to wait; `failing`: every call fails; `unreachable`: nobody answers. */
  weather: Weather = 'fair';
  readonly #server: Server;
  readonly #items = new Map<string, Map<string, Item>>();
  readonly #tokens = new Set<string>();
  #calls = 0;

  private constructor(server: Server) {
    this.#server = server;
    const { port } = server.address() as AddressInfo;
    this.settings = {
      connector: 'rest',
      url: `http://127.0.0.1:${port}`,
      allowHttp: true,
      appId: 'tibet',
      appSecret: 'said-once',
    };
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  static async create(): Promise<Nagqu> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Nagqu(server);
  }

  async send({ day, changes }: Sending): Promise<void> {
    for (const [index, change] of changes.entries()) {
      const { kind } = change;
      if (kind === 'expert') continue;
      const { stream } = RESOURCES[kind];
      const items = this.#items.get(stream) ?? new Map<string, Item>();
      const item = itemOf(change, timeOf(day, index));
      items.set(item.id, item);
      this.#items.set(stream, items);
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.weather === 'unreachable') return void request.socket.destroy();
    const url = new URL(request.url ?? '/', 'http://localhost');
    const say = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    if (url.pathname === '/oauth/token') {
      const given = (await json(request)) as Readonly<Record<string, unknown>>;
      if (given['appSecret'] !== this.settings['appSecret']) return say(401, { code: 401, msg: 'bad secret' });
      const token = randomUUID();
      this.#tokens.add(token);
      return say(200, { access_token: token, expires_in: 1200 });
    }
    if (!this.#tokens.has(String(request.headers.authorization).replace('Bearer ', ''))) {
      return say(401, { code: 401, msg: 'token expired' });
    }
    this.#calls += 1;
    if (this.weather === 'failing') return say(500, 'Internal Server Error');
    if (this.weather === 'throttled' && this.#calls % 3 === 1) return say(429, { code: 429 }, { 'retry-after': '1' });
    if (this.#calls % 50 === 17) return say(200, '<html>busy</html>');
    return say(200, { code: 0, msg: '', data: this.#page(url) });
  }

  /** Ordered by time, then id; `since` is inclusive, the cursor is a number of items. */
  #page({ pathname, searchParams }: URL): unknown {
    const name = pathname.split('/').at(-1) ?? '';
    if (!NAMES.has(name)) return { items: [], nextCursor: null };
    const since = searchParams.get('since') ?? '';
    const size = Math.min(200, Number(searchParams.get('size') ?? 200));
    const from = Number(searchParams.get('cursor') ?? 0);
    const all = [...(this.#items.get(name)?.values() ?? [])]
      .filter(({ updateTime }) => updateTime >= since)
      .toSorted((a, b) => (a.updateTime + a.id < b.updateTime + b.id ? -1 : 1));
    const items = all.slice(from, from + size);
    return { items, nextCursor: from + size < all.length ? String(from + size) : null };
  }
}
