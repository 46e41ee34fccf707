/** What goes wrong on the way to the database is said in both languages, with a next step and without the password. */
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Connector, Finding } from '../../../connectors/connector.ts';
import { findFault } from '../../../connectors/postgres/faults.ts';
import { Session } from '../../../connectors/postgres/session.ts';
import { accessOf, settings } from '../../../connectors/postgres/settings.ts';
import { defineStream } from '../../../connectors/stream.ts';
import { SourceError } from '../../../core/errors.ts';
import { caught, complaints } from '../../contract/delivery.ts';
import { readRows } from '../database/read-rows.ts';
import { PASSWORD, useSource } from './source.ts';

const source = useSource();
const columns = {
  dk_id: { type: 'bigint', label: '主键' },
  mm: { type: 'text', label: '密码', ignore: 'credential' },
} as const;
const stream = defineStream({ name: 'td_dk', label: '宗地', key: ['dk_id'], deletion: [], version: 1, columns });

async function expectFault(connector: Connector, rule: string): Promise<Finding> {
  const errors = (await connector.check([stream])).filter(({ level }) => level === 'error');
  const described = (await connector.describe(stream)).findings.filter(({ level }) => level === 'error');
  const refusal = await caught(readRows(connector, { stream, columns: ['dk_id'] }));
  expect(errors.map((finding) => finding.rule)).toEqual([rule]);
  expect(described.map((finding) => finding.rule)).toEqual([rule]);
  expect(refusal).toBeInstanceOf(SourceError);
  expect(refusal.place).toMatchObject({ system: 'landmining', stream: 'td_dk', position: expect.any(String) });
  expect(refusal.next).toBeTruthy();
  const [error] = errors;
  if (!error) throw new Error('no finding');
  expect([error.message.zh, error.message.en, error.next?.zh, error.next?.en].every(Boolean)).toBe(true);
  expect(error.message.en).not.toBe(error.message.zh);
  const said = JSON.stringify([errors, described, refusal.message, refusal.next]);
  for (const secret of [PASSWORD, 'wrong-one']) expect(said).not.toContain(secret);
  return error;
}

describe('the way to the database', () => {
  it.each([
    ['a wrong password', { password: 'wrong-one' }, 'login_refused'],
    ['an unknown user', { user: 'nobody' }, 'login_refused'],
    ['no such database', { database: 'nowhere' }, 'database_missing'],
    ['nobody at the port', { port: 1 }, 'host_unreachable'],
    ['no such host', { host: 'no-such-host.invalid' }, 'host_unknown'],
    ['a server without TLS', { ssl: 'require' }, 'tls_refused'],
  ])('reports %s', async (_, given, rule) => {
    const { message } = await expectFault(await source.open(given), rule);
    expect(message.zh).toContain(String(Object(given)['host'] ?? source.settings['host']));
    expect(await source.sessions()).toBe(0);
  });

  it('gives up on a server that accepts and says nothing', async () => {
    const mute = createServer((socket) => void socket.on('error', () => undefined));
    const port = await new Promise<number>((resolve) => {
      mute.listen(0, '127.0.0.1', () => resolve(Object(mute.address())['port']));
    });
    onTestFinished(() => void mute.close());
    const connector = await source.open({ host: '127.0.0.1', port, connectTimeout: 1 });
    const { message } = await expectFault(connector, 'host_silent');
    expect(message.zh).toContain(`127.0.0.1:${port}`);
  });

  it.each([
    ['53300', 'server_full'],
    ['57P01', 'connection_lost'],
    ['57014', 'query_timeout'],
    ['40001', 'snapshot_conflict'],
    ['55P03', 'table_locked'],
    ['22P05', 'wrong_encoding'],
    ['XX001', 'query_refused'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls_untrusted'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls_untrusted'],
    ['EPIPE', 'connection_lost'],
  ])('knows %s as %s', async (code, rule) => {
    const access = await accessOf(settings.parse(source.settings), { system: '', baseDirectory: '/' });
    const fault = findFault(Object.assign(new Error(`said with ${PASSWORD}`), { code }), access);
    expect(fault?.rule).toBe(rule);
    expect(JSON.stringify(fault)).not.toContain(PASSWORD);
  });

  it('leaves faults of the program alone', async () => {
    const access = await accessOf(settings.parse(source.settings), { system: '', baseDirectory: '/' });
    expect(findFault(new TypeError('x is not a function'), access)).toBeUndefined();
    expect(findFault(Object.assign(new Error('bad'), { code: 'ERR_INVALID_ARG_TYPE' }), access)).toBeUndefined();
  });

  it('does not repeat data that the server quotes', async () => {
    const access = await accessOf(settings.parse(source.settings), { system: '', baseDirectory: '/' });
    const session = await Session.open(access);
    const thrown = await session.ask(`select '540102199001011234x'::bigint`).catch((reason: unknown) => reason);
    await session.end();
    expect(JSON.stringify(findFault(thrown, access))).not.toContain('5401');
  });
});

describe('rights', () => {
  it('names the grant to ask for, and leaves withheld columns out of it', async () => {
    await source.query(`create schema land; create table land.td_dk (dk_id bigint primary key, mm text)`);
    await source.query(`revoke select on land.td_dk from ${source.role}`);
    const finding = await expectFault(await source.open({ schema: 'land' }), 'permission_missing');
    const grants = `grant usage on schema "land" to "${source.role}"; grant select ("dk_id") on "land"."td_dk" to "${source.role}";`;
    expect(finding.next?.zh).toContain(grants);
    expect(finding.next?.en).toContain(grants);
    // What is asked for is enough.
    await source.query(grants);
    const connector = await source.open({ schema: 'land' });
    expect(await complaints(connector, [stream])).toEqual([]);
    expect(await connector.describe(stream)).toMatchObject({ declaredRows: 0, findings: [] });
    expect(await readRows(connector, { stream, columns: ['dk_id'] })).toEqual([]);
  });

  it('refuses a table whose policy hides rows from the account', async () => {
    await source.query(`create table public.td_dk (dk_id bigint primary key, mm text)`);
    await source.query(`alter table public.td_dk enable row level security`);
    const finding = await expectFault(await source.open(), 'permission_missing');
    expect(finding.next?.zh).toContain(`alter role "${source.role}" bypassrls`);
    await source.query(`drop table public.td_dk`);
  });

  it('warns of an account that could write, and writes nothing with it', async () => {
    await source.query(`create table public.td_dk (dk_id bigint primary key, mm text)`);
    await source.query(`grant insert on public.td_dk to ${source.role}`);
    const connector = await source.open();
    const findings = await complaints(connector, [stream]);
    expect(findings).toMatchObject([{ level: 'warning', rule: 'account_may_write' }]);
    const access = await accessOf(settings.parse(source.settings), { system: '', baseDirectory: '/' });
    const session = await Session.open(access);
    await expect(session.ask(`insert into public.td_dk values (1)`)).rejects.toThrow('read-only');
    await session.end();
  });
});
