/** Lhasa: a front-end exchange database (MySQL). Every table is a journal; its numbers have gaps, its clock goes back. */
import type { Connection } from 'mysql2/promise';
import type { Change, Fields, Kind } from '../world.ts';
import { timeOf, type NightSource, type Sending, type SentForm, type SentRow } from './source.ts';

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

function rowOf(kind: Kind, serial: number, f: Fields): SentRow {
  const key = { [TABLES[kind].key]: keyOf(kind, serial) };
  const get = (name: string): string => f[name] ?? '';
  const parent = (of: Kind): string => keyOf(of, Number(f['parent']));
  switch (kind) {
    case 'enterprise':
      return {
        ...key,
        QYMC: get('name'),
        TYSHXYDM: get('code'),
        FRDB: get('head'),
        LXDH: get('phone'),
        ZCDZ: get('address'),
        XZQH: get('division'),
        ZCZJ: `${get('capital')}.00`,
      };
    case 'expert':
      return {
        ...key,
        XM: get('name'),
        SFZH: get('idNumber'),
        XB: get('sex'),
        CSRQ: get('born'),
        GZDW: get('employer'),
        SJH: get('phone'),
        ZC: get('title'),
        ZYDM: get('specialty'),
        ZT: '1',
      };
    case 'project':
      return {
        ...key,
        XMBH: get('number'),
        XMMC: get('name'),
        JYLB: get('category'),
        ZBR: get('owner'),
        XZQH: get('division'),
        XMJE: `${get('amount')}.00`,
        LXSJ: `${get('date')} 00:00:00`,
      };
    case 'section':
      return { ...key, XMBM: parent('project'), BDMC: get('name'), GSJ: `${get('amount')}.00`, GQ: get('days') };
    case 'result':
      return {
        ...key,
        BDBM: parent('section'),
        ZBRMC: get('winner'),
        ZBRDM: get('code'),
        ZBJ: `${get('amount')}.00`,
        ZBRQ: get('date'),
      };
  }
}

export const lhasaForm: SentForm = { streams: TABLES, keyOf, rowOf };

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
    const row = op === 'delete' ? { [key]: keyOf(kind, serial) } : rowOf(kind, serial, fields);
    const line = { OP_SEQ: this.#sequence, OP_TYPE: OPERATIONS[op], OP_TIME: time, SYNC_FLAG: '0', ...row };
    await this.#owner.query(`insert into ${stream} set ?`, [line]);
  }
}
