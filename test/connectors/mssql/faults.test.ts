/** What goes wrong on the way is said in both languages, with a next step and without the password. On the double. */
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findFault } from '../../../connectors/mssql/faults.ts';
import { accessOf, settings } from '../../../connectors/mssql/settings.ts';
import { PASSWORD, startDouble, startTables } from './double-source.ts';
import { expectFault } from './expect-fault.ts';
import { numbers, numbersTable } from './numbers.ts';
import { readRows } from '../database/read-rows.ts';

describe('the way to the database', () => {
  it.each([
    ['a wrong password', { password: 'wrong-one' }, 'login_refused'],
    ['an unknown user', { user: 'nobody' }, 'login_refused'],
    ['no such database', { database: 'nowhere' }, 'database_missing'],
    ['nobody at the port', { port: 1 }, 'host_unreachable'],
    ['no such host', { host: 'no-such-host.invalid' }, 'host_unknown'],
    ['no such host, encrypted', { host: 'no-such-host.invalid', ssl: 'require' }, 'host_unknown'],
    ['nobody at the port, encrypted', { port: 1, ssl: 'require' }, 'host_unreachable'],
  ])('reports %s', async (_, given, rule) => {
    const { server, open } = await startTables({ tables: [numbersTable(1)] });
    const { message } = await expectFault(await open(given), rule);
    expect(message.zh).toContain(String(Object(given)['host'] ?? '127.0.0.1'));
    await expect.poll(() => server.connections).toBe(0);
  });

  it('never sends a password to a server that has no TLS, unless told to', async () => {
    const { server, open } = await startTables({ tables: [numbersTable(1)] });
    await expectFault(await open({ ssl: 'require' }), 'tls_refused');
    await expectFault(await open({ ssl: 'verify-full' }), 'tls_refused');
    expect(server.logins).toEqual([]);
    await readRows(await open(), { stream: numbers, columns: ['ID'] });
    expect(server.logins.length).toBeGreaterThan(0);
  });

  it('says that a server takes encrypted connections alone', async () => {
    const { open } = await startDouble(() => undefined, { encryption: 'required' });
    const { next } = await expectFault(await open(), 'tls_required');
    expect(next?.zh).toContain('ssl: require');
  });

  it('gives up on a server that accepts and says nothing', async () => {
    const mute = createServer((socket) => void socket.on('error', () => undefined));
    const port = await new Promise<number>((resolve) => {
      mute.listen(0, '127.0.0.1', () => resolve(Object(mute.address())['port']));
    });
    onTestFinished(() => void mute.close());
    const { open } = await startTables({ tables: [] });
    const { message } = await expectFault(await open({ port, connectTimeout: 1 }), 'host_silent');
    expect(message.zh).toContain(`127.0.0.1:${port}`);
  });
});

describe('a number or a code', () => {
  const access = () =>
    accessOf(settings.parse({ host: 'h', database: 'd', user: 'u', password: PASSWORD }), {
      system: '',
      baseDirectory: '/',
    });

  it.each([
    [18456, 'login_refused'],
    [916, 'database_missing'],
    [942, 'database_offline'],
    [229, 'permission_missing'],
    [208, 'table_changed'],
    [3961, 'table_changed'],
    [1222, 'table_locked'],
    [1205, 'deadlock'],
    [3967, 'snapshot_lost'],
    [978, 'replica_read_only'],
    [701, 'server_full'],
    [8134, 'query_refused'],
  ])('%i is %s', async (number, rule) => {
    const fault = findFault(Object.assign(new Error(`said with ${PASSWORD}`), { number }), await access());
    expect(fault?.rule).toBe(rule);
    expect(fault?.zh).toContain(String(number));
    expect(JSON.stringify(fault)).not.toContain(PASSWORD);
  });

  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls_untrusted'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls_untrusted'],
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls_too_old'],
    ['ERR_SSL_DH_KEY_TOO_SMALL', 'tls_too_old'],
    ['EPIPE', 'connection_lost'],
  ])('%s, below what the driver wraps it in, is %s', async (code, rule) => {
    const below = Object.assign(new Error('below'), { code });
    const driver = Object.assign(new Error('Connection lost', { cause: below }), { code: 'ESOCKET' });
    const wrapped = Object.assign(new Error('Connection lost'), { code: 'ESOCKET', originalError: driver });
    expect(findFault(wrapped, await access())?.rule).toBe(rule);
  });

  it.each(['EINSTLOOKUP', 'ETIMEOUT'])('%s of a named instance says that it was not found', async (code) => {
    const given = settings.parse({ host: 'h', instanceName: 'SQL2012', database: 'd', user: 'u', password: '' });
    const named = await accessOf(given, { system: '', baseDirectory: '/' });
    const fault = findFault(Object.assign(new Error('no answer'), { code }), named);
    expect(fault?.rule).toBe('instance_missing');
    expect(fault?.zh).toContain(String.raw`h\SQL2012:1434/d`);
  });

  it('does not repeat data that the server quotes', async () => {
    const quoting = Object.assign(new Error(`Conversion failed when converting the varchar value '540102'`), {
      number: 245,
    });
    expect(JSON.stringify(findFault(quoting, await access()))).not.toContain('540102');
  });

  it('leaves faults of the program alone', async () => {
    expect(findFault(new TypeError('x is not a function'), await access())).toBeUndefined();
    const bad = Object.assign(new Error('bad'), { code: 'ERR_INVALID_ARG_TYPE' });
    expect(findFault(bad, await access())).toBeUndefined();
  });
});
