/** Nagqu: a REST service with tokens, pages, a rate limit and failures. */
import { APP, startRestDouble, type Fault, type RestDouble } from '../../services/rest-double.ts';
import type { Change, Kind } from '../world.ts';
import { timeOf, writeRow, type FormRows, type NightSource, type Sending, type SentForm } from './source.ts';

const RESOURCES = {
  enterprise: { stream: 'enterprises', key: 'id', prefix: 'ent' },
  project: { stream: 'projects', key: 'id', prefix: 'prj' },
  section: { stream: 'sections', key: 'id', prefix: 'sec' },
  result: { stream: 'results', key: 'id', prefix: 'res' },
} as const;
const NAMES = ['enterprises', 'projects', 'sections', 'notices', 'results'];

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

/** About one call in fifty gets a body that is not JSON, in any weather. */
const BUSY: Fault = { status: 200, body: '<html>busy</html>' };
const LATER: Fault = { status: 429, headers: { 'retry-after': '1' } };

/** `throttled`: every third call is told to wait; `failing`: every call fails; `unreachable`: nobody answers. */
function faultOf(weather: Weather, calls: number): Fault | undefined {
  if (weather === 'unreachable') return 'hang up';
  if (weather === 'failing') return { status: 500 };
  if (weather === 'throttled' && calls % 3 === 1) return LATER;
  return calls % 50 === 17 ? BUSY : undefined;
}

export class Nagqu implements NightSource {
  readonly system = 'nagqu';
  readonly form = nagquForm;
  readonly settings: Readonly<Record<string, unknown>>;
  weather: Weather = 'fair';
  readonly #service: RestDouble;
  readonly #items = new Map<string, Map<string, Item>>();

  private constructor(service: RestDouble) {
    this.#service = service;
    this.settings = { connector: 'rest', url: service.url, allowHttp: true, ...APP };
    service.weather = (calls) => faultOf(this.weather, calls);
  }

  static async create(): Promise<Nagqu> {
    return new Nagqu(await startRestDouble(Object.fromEntries(NAMES.map((name) => [name, []]))));
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
      const inOrder = [...items.values()].toSorted((a, b) => (a.updateTime + a.id < b.updateTime + b.id ? -1 : 1));
      this.#service.resources.set(stream, inOrder);
    }
  }

  stop(): Promise<void> {
    return this.#service.close();
  }
}
