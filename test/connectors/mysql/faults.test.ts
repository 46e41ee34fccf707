/** What keeps us out of a MySQL, by rule and with what to do; and the way in that is encrypted, on a real server. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../connectors/connector.ts';
import { accessOf, settings } from '../../../connectors/mysql/settings.ts';
import { Session } from '../../../connectors/mysql/session.ts';
import { defineStream } from '../../../connectors/stream.ts';
import { describeOnMariadb, mariadbAuthority } from '../../setup/mariadb.ts';
import { PASSWORD, useSource } from './source.ts';

const columns = { id: { type: 'bigint', label: '主键' }, mc: { type: 'varchar(20)', label: '名称' } } as const;
const stream = defineStream({ name: 'xm', label: '项目', key: ['id'], deletion: [], version: 1, columns });

describeOnMariadb('a mysql that keeps us out', () => {
  const source = useSource();

  async function faultWith(given: Readonly<Record<string, unknown>>): Promise<Finding> {
    const findings = await (await source.open(given)).check([stream]);
    const errors = findings.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    const [error] = errors;
    if (!error) throw new Error('no error');
    expect([error.message.zh, error.message.en, error.next?.zh, error.next?.en].every(Boolean)).toBe(true);
    expect(JSON.stringify(error)).not.toContain(JSON.stringify(PASSWORD).slice(1, -1));
    return error;
  }

  it.each([
    ['a wrong password', { password: 'wrong' }, 'login_refused'],
    ['an unknown account', { user: 'nobody_here' }, 'login_refused'],
    ['no such host', { host: 'no-such-host.invalid' }, 'host_unknown'],
    ['nobody at the port', { port: 1 }, 'host_unreachable'],
  ])('says so by rule: %s', async (_, given, rule) => {
    expect((await faultWith(given)).rule).toBe(rule);
  });

  it('tells another database from one that may not be entered', async () => {
    const { rule, message } = await faultWith({ database: 'no_such_database' });
    expect(rule).toMatch(/^(?:permission_missing|database_missing)$/);
    expect(message.zh).toContain('no_such_database');
  });

  it('names the grant that is missing, and no more than is needed', async () => {
    await source.query('create table xm (id bigint primary key, mc varchar(20), geheim varchar(20))');
    await source.query(`revoke select on ${String(source.settings['database'])}.* from ${source.account}`);
    await source.query(`grant select (id) on ${String(source.settings['database'])}.xm to ${source.account}`);
    const { rule, next } = await faultWith({});
    expect(rule).toBe('permission_missing');
    expect(next?.en).toContain('grant select (`mc`)');
    await source.query(`grant select (mc) on ${String(source.settings['database'])}.xm to ${source.account}`);
    const findings = await (await source.open()).check([stream]);
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    await source.query(`grant select on ${String(source.settings['database'])}.* to ${source.account}`);
  });

  it('is not written to, whatever the account may do', async () => {
    await source.query(`grant all on ${String(source.settings['database'])}.* to ${source.account}`);
    const access = await accessOf(settings.parse(source.settings), { system: '', baseDirectory: '/' });
    const session = await Session.open(access);
    for (const sql of ['insert into xm (id) values (1)', 'update xm set mc = 1', 'delete from xm', 'drop table xm']) {
      await session.ask('start transaction with consistent snapshot, read only');
      await expect(session.ask(sql)).rejects.toThrow(/READ ONLY/i);
      await session.ask('rollback');
    }
    await session.end();
  });

  describe.skipIf(mariadbAuthority === undefined)('by its certificate', () => {
    async function cipherWith(given: Readonly<Record<string, unknown>>): Promise<string> {
      const access = await accessOf(settings.parse({ ...source.settings, ...given }), {
        system: '',
        baseDirectory: '/',
      });
      const session = await Session.open(access);
      const [row] = await session.ask(`show session status like 'Ssl_cipher'`);
      await session.end();
      return row?.['Value'] ?? '';
    }
    const verified = { host: 'localhost', ssl: 'verify-full', ca: mariadbAuthority };

    it('is entered encrypted where that is asked for, and in plain text only where it is not', async () => {
      expect(await cipherWith({})).toBe('');
      expect(await cipherWith({ ssl: 'require' })).toMatch(/^\S+$/);
      expect(await cipherWith(verified)).toMatch(/^\S+$/);
    });

    it('says in check whether it was', async () => {
      const shown = async (given: Readonly<Record<string, unknown>>) =>
        (await (await source.open(given)).check([stream])).find(({ rule }) => rule === 'server_found')?.message.en;
      expect(await shown({})).toContain('not encrypted');
      expect(await shown(verified)).not.toContain('not encrypted');
    });

    it('is not trusted from an authority nobody named', async () => {
      expect((await faultWith({ host: 'localhost', ssl: 'verify-full' })).rule).toBe('tls_untrusted');
    });

    it('may demand it of an account', async () => {
      await source.query(`alter user ${source.account} require ssl`);
      const { rule } = await faultWith({});
      await source.query(`alter user ${source.account} require none`);
      expect(rule).toMatch(/^(?:login_refused|tls_refused)$/);
    });
  });
});
