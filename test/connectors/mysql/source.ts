/** A legacy MySQL of a test's own: a database its owner fills, and an account that may only read. */
import { randomBytes } from 'node:crypto';
import { createConnection, type Connection } from 'mysql2/promise';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { Connector } from '../../../connectors/connector.ts';
import { mysql } from '../../../connectors/mysql.ts';
import { openKind } from '../../../connectors/registry.ts';
import { mariadbUrl } from '../../setup/mariadb.ts';

export const PASSWORD = 'only/reads?#@%s1';

export interface Source {
  /** As the owner of the database; zero dates and the like are let in. */
  readonly query: (sql: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;
  readonly settings: Readonly<Record<string, unknown>>;
  /** `'reader'@'%'`. */
  readonly account: string;
  /** Closed with the test. */
  readonly open: (settings?: Readonly<Record<string, unknown>>, readers?: number) => Promise<Connector>;
  /** Connections the connector has, those that run a query or all. */
  readonly sessions: (state?: 'running') => Promise<number>;
}

/** To be called within a suite on a server. */
export function useSource(form = 'character set utf8mb4'): Source {
  const user = `reader_${randomBytes(6).toString('hex')}`;
  const database = `source_${randomBytes(6).toString('hex')}`;
  const account = `'${user}'@'%'`;
  const { hostname, port } = new URL(mariadbUrl || 'mysql://none');
  let owner: Connection;

  beforeAll(async () => {
    owner = await createConnection({ uri: mariadbUrl, multipleStatements: true, charset: 'utf8mb4' });
    await owner.query(`create database ${database} ${form}; use ${database}`);
    await owner.query(
      `create user ${account} identified by '${PASSWORD}'; grant select on ${database}.* to ${account}`,
    );
    await owner.query(`set sql_mode = 'NO_ENGINE_SUBSTITUTION', time_zone = '+00:00'`);
  });
  afterAll(async () => {
    await owner.query(`drop database ${database}; drop user ${account}`);
    await owner.end();
  });

  const settings = { host: hostname, port: Number(port || 3306), database, user, password: PASSWORD };
  return {
    settings,
    account,
    query: async (sql, values = []) => {
      const [rows] = await owner.query(sql, [...values]);
      return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [];
    },
    async open(given = {}, readers = 1) {
      const context = { system: 'egov', baseDirectory: '/', readers };
      const connector = await openKind(mysql, { ...settings, ...given }, context);
      onTestFinished(() => connector.close());
      return connector;
    },
    async sessions(state) {
      const [rows] = await owner.query(
        `select count(*) as n from information_schema.processlist where user = ? and (command = 'Query' or ?)`,
        [user, state === undefined],
      );
      return Number(Object((rows as unknown[])[0])['n']);
    },
  };
}

const DIGITS = `(select 0 as n ${Array.from({ length: 9 }, (_, digit) => `union all select ${digit + 1}`).join(' ')})`;

/** A table of the numbers from 1 on, as every MySQL makes it: column `seq`. */
export function numbersTo(count: number): string {
  const places = Array.from({ length: String(count).length }, (_, place) => place);
  const sum = places.map((place) => `d${place}.n * ${10 ** place}`).join(' + ');
  const joined = places.map((place) => `${DIGITS} d${place}`).join(' cross join ');
  return `(select seq from (select 1 + ${sum} as seq from ${joined}) counted where seq <= ${count}) numbers`;
}
