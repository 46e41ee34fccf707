/**
 * A double of a REST service with tokens and pages, written from the interface document of 那曲: it stands for no real
 * service, and what the document does not say it does not know. Faults are given out by the caller, call by call.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const APP = { appId: 'app', appSecret: 'geheim' };

export type Item = unknown;

/** What a call to a resource gets instead of its page. */
export type Fault =
  { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string } | 'hang up';

export interface RestDouble {
  readonly url: string;
  /** By resource; a resource that is not there is refused with 200 and a code. */
  readonly resources: Map<string, readonly Item[]>;
  /** Taken one by one before a page is given; undefined gives the page. */
  readonly faults: (Fault | undefined)[];
  /** What calls get that none of those was meant for. @param calls all there were, this one included. */
  weather: (calls: number) => Fault | undefined;
  /** Paths with query of all calls. */
  readonly calls: string[];
  /** From now on no token that was given out counts. */
  expireTokens(): void;
  /** From now on no cursor that was given out counts. */
  expireCursors(): void;
  close(): Promise<void>;
}

interface State extends Pick<RestDouble, 'resources' | 'faults' | 'calls' | 'weather'> {
  tokens: Set<string>;
  cursors: Map<string, number>;
  given: number;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function giveToken(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let text = '';
  for await (const part of request) text += String(part);
  const { appId, appSecret } = JSON.parse(text) as Record<string, unknown>;
  if (appId !== APP.appId || appSecret !== APP.appSecret) return send(response, 200, { code: 1001, msg: '不对' });
  state.given += 1;
  const token = `token${state.given}`;
  state.tokens.add(token);
  send(response, 200, { access_token: token, expires_in: 1200 });
}

const timeOf = (item: Item): string => (item as { readonly updateTime?: string } | null)?.updateTime ?? '';

function givePage(state: State, url: URL, response: ServerResponse): void {
  const items = state.resources.get(url.pathname.split('/').at(-1) ?? '');
  if (!items) return send(response, 200, { code: 404, msg: '没有这一资源' });
  const size = Number(url.searchParams.get('size'));
  const cursor = url.searchParams.get('cursor');
  const since = url.searchParams.get('since');
  const at = cursor === null ? 0 : state.cursors.get(cursor);
  if (at === undefined) return send(response, 200, { code: 1003, msg: 'cursor 已失效' });
  const wanted = cursor === null && since !== null ? items.filter((item) => timeOf(item) >= since) : items;
  const offset = items.length - wanted.length + at;
  const page = items.slice(offset, offset + size);
  const next = offset + size < items.length ? `c${state.given}-${offset + size}` : null;
  if (next !== null) state.cursors.set(next, offset + size);
  // Numbers are written as they stand: 1.10 is no 1.1.
  const written = JSON.stringify(page).replaceAll(/"#(-?[\d.eE+]+)"/g, '$1');
  send(response, 200, `{"code":0,"data":{"items":${written},"nextCursor":${JSON.stringify(next)}},"msg":"ok"}`);
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://double');
  state.calls.push(`${url.pathname}${url.search}`);
  const weather = state.weather(state.calls.length);
  // Nobody answers, whatever is asked for.
  if (weather === 'hang up') return void request.socket.destroy();
  if (url.pathname === '/oauth/token') return giveToken(state, request, response);
  const fault = state.faults.length > 0 ? state.faults.shift() : weather;
  if (fault === 'hang up') return void request.socket.destroy();
  if (fault) {
    response.writeHead(fault.status, { connection: 'close', ...fault.headers });
    return void response.end(fault.body ?? '');
  }
  const token = /^Bearer (\w+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined || !state.tokens.has(token)) return send(response, 401, { code: 401 });
  givePage(state, url, response);
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A member `'#1.10'` is sent as the number 1.10. */
export async function startRestDouble(resources: Readonly<Record<string, readonly Item[]>>): Promise<RestDouble> {
  const state: State = {
    resources: new Map(Object.entries(resources)),
    faults: [],
    calls: [],
    weather: () => undefined,
    tokens: new Set(),
    cursors: new Map(),
    given: 0,
  };
  const server = createServer((request, response) => void answer(state, request, response));
  const url = await listen(server);
  return {
    url,
    resources: state.resources,
    faults: state.faults,
    calls: state.calls,
    get weather() {
      return state.weather;
    },
    set weather(weather) {
      state.weather = weather;
    },
    expireTokens: () => void (state.tokens = new Set()),
    expireCursors: () => void (state.cursors = new Map()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
