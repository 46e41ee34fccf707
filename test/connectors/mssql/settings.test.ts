import { describe, expect, it } from 'vitest';
import { accessOf, settings } from '../../../connectors/mssql/settings.ts';
import { openConnector } from '../../../connectors/registry.ts';
import { ConfigurationError } from '../../../core/errors.ts';

const context = { system: 'construction', baseDirectory: '/' };
const PARTS = { host: 'db', database: 'JZJY', user: 'reader', password: 'geheim' };
const URL_TEXT = 'mssql://reader:geheim@db/JZJY';

describe('settings', () => {
  it.each([
    ['one part', { host: 'db', user: 'reader', password: '' }, '缺少 database（或改用 url）'],
    ['both forms', { url: URL_TEXT, host: 'db' }, '二者填一'],
    ['an address of another kind', { url: 'mysql://reader:geheim@db/JZJY' }, 'url 应为 mssql://'],
    ['an instance written into the host', { ...PARTS, host: String.raw`db\SQL2012` }, '实例名填在 instanceName'],
    ['a port written into the host', { ...PARTS, host: 'db,1444' }, '端口填在 port'],
    ['a port beside an instance', { ...PARTS, instanceName: 'SQL2012', port: 1444 }, '端口与 instanceName 二者填一'],
    ['a port in the address beside one', { url: 'mssql://r:p@db:1444/J', instanceName: 'X' }, '二者填一'],
    ['packets no server sends', { ...PARTS, packetSize: 100 }, 'packetSize'],
    ['an authority nobody asks', { ...PARTS, ca: 'ca.pem' }, 'ca 只用于 ssl: verify-full'],
  ])('refuse %s, and never repeat the password', async (_, given, message) => {
    const refusal = await openConnector('mssql', given, context).catch((thrown: unknown) => thrown);
    expect(refusal).toBeInstanceOf(ConfigurationError);
    expect(String(refusal)).toContain(message);
    expect(String(refusal)).not.toContain('geheim');
  });

  it('take port 1433, the schema dbo and encryption where nothing is said, under either name of the protocol', async () => {
    const given = settings.parse(PARTS);
    expect(given).toMatchObject({ schema: 'dbo', readOnlyIntent: false });
    const access = await accessOf(given, context);
    expect(access).toMatchObject({
      address: { port: 1433 },
      ssl: { rejectUnauthorized: false },
      statementTimeout: 600,
    });
    for (const url of [URL_TEXT, URL_TEXT.replace('mssql', 'sqlserver')]) {
      expect(await accessOf(settings.parse({ url }), context)).toEqual(access);
    }
  });

  it('leave the port of a named instance to the browser', async () => {
    const access = await accessOf(settings.parse({ ...PARTS, instanceName: 'SQL2012' }), context);
    expect(access).toMatchObject({ instanceName: 'SQL2012', address: { port: 1434 } });
  });
});
