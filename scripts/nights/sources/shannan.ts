/** Shannan: a PostgreSQL whose rows carry the second of their last change; many share one, and the clock goes back. */
import type pg from 'pg';
import type { Change, Kind } from '../world.ts';
import { timeOf, withCents, writeRow, type FormRows, type NightSource, type Sending, type SentForm } from './source.ts';

const TABLES = {
  enterprise: { stream: 'enterprise', key: 'id' },
  project: { stream: 'project', key: 'id' },
  section: { stream: 'section', key: 'id' },
  result: { stream: 'result', key: 'id' },
} as const;

const COLUMNS: Readonly<Record<string, string>> = {
  enterprise: `name varchar(200), credit_code varchar(20), legal_person varchar(50), contact varchar(50),
    phone varchar(50), address varchar(300), area_code varchar(6), reg_capital numeric(18,2)`,
  project: `project_no varchar(50), name varchar(600), invest_code varchar(24), category varchar(3),
    owner_name varchar(200), owner_code varchar(20), agency_name varchar(200), area_code varchar(6),
    amount numeric(18,2), created_on date`,
  section: 'project_id bigint, name varchar(600), estimate numeric(18,2), days integer',
  notice: 'project_id bigint, title varchar(600), notice_type smallint, published_at timestamp, content text',
  result: `section_id bigint, winner_name varchar(200), winner_code varchar(20), amount numeric(18,2), win_date date`,
};

function keyOf(_kind: Kind, serial: number): string {
  return String(3_000_000 + serial);
}

const ROWS = {
  enterprise: {
    id: (_, serial) => keyOf('enterprise', serial),
    name: 'name',
    credit_code: 'code',
    legal_person: 'head',
    phone: 'phone',
    address: 'address',
    area_code: 'division',
    reg_capital: withCents('capital'),
  },
  project: {
    id: (_, serial) => keyOf('project', serial),
    project_no: 'number',
    name: 'name',
    category: 'category',
    owner_name: 'owner',
    area_code: 'division',
    amount: withCents('amount'),
    created_on: 'date',
  },
  section: {
    id: (_, serial) => keyOf('section', serial),
    project_id: (f) => keyOf('section', Number(f['parent'])),
    name: 'name',
    estimate: withCents('amount'),
    days: 'days',
  },
  result: {
    id: (_, serial) => keyOf('result', serial),
    section_id: (f) => keyOf('result', Number(f['parent'])),
    winner_name: 'winner',
    winner_code: 'code',
    amount: withCents('amount'),
    win_date: 'date',
  },
} satisfies FormRows;

export const shannanForm: SentForm = {
  streams: TABLES,
  keyOf,
  rowOf: (kind, serial, fields) => writeRow(ROWS[kind as keyof typeof ROWS], serial, fields),
};

/** Further back than any overlap reaches. */
const LONG_AGO_DAYS = 20;

export class Shannan implements NightSource {
  readonly system = 'shannan';
  readonly form = shannanForm;
  readonly settings: Readonly<Record<string, unknown>>;
  hour = 2;
  readonly #owner: pg.Client;

  private constructor(owner: pg.Client, settings: Readonly<Record<string, unknown>>) {
    this.#owner = owner;
    this.settings = settings;
  }

  /** @param owner of an empty database of its own, which ends with it. */
  static async create(owner: pg.Client, { hostname, port, pathname }: URL): Promise<Shannan> {
    for (const [table, columns] of Object.entries(COLUMNS)) {
      await owner.query(`create table ${table} (id bigint primary key, ${columns}, deleted boolean not null,
        updated_at timestamp(0) not null)`);
    }
    await owner.query(`create role shannan_reader login password 'reads-only'`);
    await owner.query('grant select on all tables in schema public to shannan_reader');
    const settings = { host: hostname, port: Number(port), database: pathname.slice(1), user: 'shannan_reader' };
    return new Shannan(owner, { connector: 'postgres', ...settings, password: 'reads-only' });
  }

  async send({ day, changes }: Sending): Promise<void> {
    for (const [index, change] of changes.entries()) await this.#write(change, timeOf(day, index, this.hour));
  }

  async close(): Promise<void> {
    await this.#owner.query('alter role shannan_reader nologin');
  }

  async reopen(): Promise<void> {
    await this.#owner.query('alter role shannan_reader login');
  }

  /** A column nobody announced. */
  async addColumn(): Promise<void> {
    await this.#owner.query('alter table enterprise add column remark varchar(200)');
  }

  /** The address is a text of another length, or as it was declared. */
  async setAddress(type: 'text' | 'varchar(300)'): Promise<void> {
    await this.#owner.query(`alter table enterprise alter column address type ${type}`);
  }

  /** Whatever was written since the moment carries a time long past, as after a restart with a wrong clock. */
  async backdate(since: string): Promise<void> {
    for (const table of Object.keys(COLUMNS)) {
      await this.#owner.query(
        `update ${table} set updated_at = updated_at - interval '${LONG_AGO_DAYS} days' where updated_at >= $1`,
        [since],
      );
    }
  }

  async #write({ op, kind, serial, fields }: Change, time: string): Promise<void> {
    const row = { ...shannanForm.rowOf(kind, serial, fields), deleted: String(op === 'delete'), updated_at: time };
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`);
    const updates = names.slice(1).map((name) => `${name} = excluded.${name}`);
    await this.#owner.query(
      `insert into ${kind} (${names.join(', ')}) values (${places.join(', ')})
       on conflict (id) do update set ${updates.join(', ')}`,
      Object.values(row),
    );
  }
}
