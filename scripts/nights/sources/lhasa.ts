/** Lhasa: a front-end exchange database (MySQL). Every table is a journal; its numbers have gaps, its clock goes back. */
import type { Connection } from 'mysql2/promise';
import type { Change, Kind } from '../world.ts';
import {
  always,
  timeOf,
  withCents,
  writeRow,
  type FormRows,
  type NightSource,
  type Sending,
  type SentForm,
} from './source.ts';

const TABLES = {
  enterprise: { stream: 'qzk_qy', key: 'QYBM', prefix: 'LSQY' },
  expert: { stream: 'qzk_zj', key: 'ZJBM', prefix: 'LSZJ' },
  project: { stream: 'qzk_xm', key: 'XMBM', prefix: 'LSXM' },
  section: { stream: 'qzk_bd', key: 'BDBM', prefix: 'LSBD' },
  result: { stream: 'qzk_jg', key: 'JGBM', prefix: 'LSJG' },
} as const;

const TYPES: Readonly<Record<string, string>> = {
  qzk_qy: `QYBM varchar(32) not null, QYMC varchar(200), TYSHXYDM varchar(18), FRDB varchar(50), LXR varchar(50),
    LXDH varchar(50), ZCDZ varchar(300), XZQH varchar(6), ZCZJ decimal(18,2)`,
  qzk_zj: `ZJBM varchar(32) not null, XM varchar(50), SFZH varchar(20), XB char(1), CSRQ varchar(10), GZDW varchar(200),
    SJH varchar(30), ZC varchar(50), ZYDM varchar(100), ZT char(1)`,
  qzk_xm: `XMBM varchar(32) not null, XMBH varchar(50), XMMC varchar(600), TZXMDM varchar(24), JYLB varchar(3),
    ZBR varchar(200), ZBRDM varchar(18), ZBDL varchar(200), XZQH varchar(6), XMJE decimal(18,2), LXSJ datetime`,
  qzk_bd: `BDBM varchar(32) not null, XMBM varchar(32), BDMC varchar(600), GSJ decimal(18,2), GQ varchar(10)`,
  qzk_gg: `GGBM varchar(32) not null, XMBM varchar(32), GGBT varchar(600), GGLX char(1), FBSJ datetime, GGNR longtext`,
  qzk_jg: `JGBM varchar(32) not null, BDBM varchar(32), ZBRMC varchar(200), ZBRDM varchar(18), ZBJ decimal(18,2), ZBRQ date`,
};

function keyOf(kind: Kind, serial: number): string {
  return TABLES[kind].prefix + String(serial).padStart(7, '0');
}

const ROWS = {
  enterprise: {
    [TABLES.enterprise.key]: (_, serial) => keyOf('enterprise', serial),
    QYMC: 'name',
    TYSHXYDM: 'code',
    FRDB: 'head',
    LXDH: 'phone',
    ZCDZ: 'address',
    XZQH: 'division',
    ZCZJ: withCents('capital'),
  },
  expert: {
    [TABLES.expert.key]: (_, serial) => keyOf('expert', serial),
    XM: 'name',
    SFZH: 'idNumber',
    XB: 'sex',
    CSRQ: 'born',
    GZDW: 'employer',
    SJH: 'phone',
    ZC: 'title',
    ZYDM: 'specialty',
    ZT: always('1'),
  },
  project: {
    [TABLES.project.key]: (_, serial) => keyOf('project', serial),
    XMBH: 'number',
    XMMC: 'name',
    JYLB: 'category',
    ZBR: 'owner',
    XZQH: 'division',
    XMJE: withCents('amount'),
    LXSJ: (f) => `${f['date']} 00:00:00`,
  },
  section: {
    [TABLES.section.key]: (_, serial) => keyOf('section', serial),
    XMBM: (f) => keyOf('project', Number(f['parent'])),
    BDMC: 'name',
    GSJ: withCents('amount'),
    GQ: 'days',
  },
  result: {
    [TABLES.result.key]: (_, serial) => keyOf('result', serial),
    BDBM: (f) => keyOf('section', Number(f['parent'])),
    ZBRMC: 'winner',
    ZBRDM: 'code',
    ZBJ: withCents('amount'),
    ZBRQ: 'date',
  },
} satisfies FormRows;

export const lhasaForm: SentForm = {
  streams: TABLES,
  keyOf,
  rowOf: (kind, serial, fields) => writeRow(ROWS[kind], serial, fields),
};

const OPERATIONS = { insert: 'I', update: 'U', delete: 'D' } as const;

export class Lhasa implements NightSource {
  readonly system = 'lhasa';
  readonly form = lhasaForm;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Hour at which changes are said to be made; a clock that was put back says an earlier one. */
  hour = 2;
  readonly #owner: Connection;
  readonly #reader: string;
  #sequence = 10_000_000;

  private constructor(owner: Connection, reader: string, settings: Readonly<Record<string, unknown>>) {
    this.#owner = owner;
    this.#reader = reader;
    this.settings = settings;
  }

  /** @param owner of a server on which a database and an account may be made. @param url of that server. */
  static async create(owner: Connection, url: string): Promise<Lhasa> {
    const { hostname, port } = new URL(url);
    const reader = `'lhasa_reader'@'%'`;
    await owner.query('create database lsqzk character set utf8mb4');
    await owner.query('use lsqzk');
    for (const [table, columns] of Object.entries(TYPES)) {
      await owner.query(`create table ${table} (OP_SEQ bigint not null primary key, OP_TYPE char(1) not null,
        OP_TIME datetime, SYNC_FLAG char(1), ${columns})`);
    }
    await owner.query(`create user ${reader} identified by 'reads-only'`);
    await owner.query(`grant select on lsqzk.* to ${reader}`);
    const settings = { host: hostname, port: Number(port), database: 'lsqzk', user: 'lhasa_reader' };
    return new Lhasa(owner, reader, { connector: 'mysql', ...settings, password: 'reads-only' });
  }

  async send({ day, changes }: Sending): Promise<void> {
    for (const [index, change] of changes.entries()) {
      // A transaction that was rolled back has used up numbers.
      this.#sequence += index % 7 === 6 ? 4 : 1;
      await this.#append(change, timeOf(day, index, this.hour));
    }
  }

  async close(): Promise<void> {
    await this.#owner.query(`alter user ${this.#reader} account lock`);
  }

  async reopen(): Promise<void> {
    await this.#owner.query(`alter user ${this.#reader} account unlock`);
  }

  async #append({ op, kind, serial, fields }: Change, time: string): Promise<void> {
    const { stream, key } = TABLES[kind];
    const row = op === 'delete' ? { [key]: keyOf(kind, serial) } : lhasaForm.rowOf(kind, serial, fields);
    const line = { OP_SEQ: this.#sequence, OP_TYPE: OPERATIONS[op], OP_TIME: time, SYNC_FLAG: '0', ...row };
    await this.#owner.query(`insert into ${stream} set ?`, [line]);
  }
}
