import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accessOf, settings } from '../../../connectors/postgres/settings.ts';
import { openConnector } from '../../../connectors/registry.ts';
import { ConfigurationError } from '../../../core/errors.ts';
import { temporaryDirectory } from '../../fixtures/formats/temporary.ts';

const context = { system: 'landmining', baseDirectory: '/' };
const open = (given: unknown) => openConnector('postgres', given, context);
const PARTS = { host: 'db', database: 'tdkq', user: 'reader', password: 'geheim' };
const URL_TEXT = 'postgresql://reader:geheim@db/tdkq';

describe('settings', () => {
  it.each([
    ['one part', { host: 'db', user: 'reader', password: '' }, '缺少 database（或改用 url）'],
    ['both forms', { url: URL_TEXT, host: 'db' }, '二者填一'],
    ['an address of another kind', { url: 'mysql://reader:geheim@db/tdkq' }, 'url 应为 postgresql://'],
    ['no address at all', { url: 'geheim' }, 'url 应为 postgresql://'],
    ['no database in the address', { url: 'postgresql://reader:geheim@db' }, 'url 缺少主机、用户或库名'],
    ['a percent sign that is not encoded', { url: 'postgresql://reader:geheim%@db/tdkq' }, '% 编码有误'],
    ['parameters in the address', { url: `${URL_TEXT}?sslmode=require` }, '不接受参数 sslmode'],
    ['a certificate nobody looks at', { ...PARTS, ssl: 'require', ca: 'ca.pem' }, 'ca 只用于 ssl: verify-full'],
    ['a port that is none', { ...PARTS, port: 70_000 }, 'port'],
    ['a mode that is none', { ...PARTS, ssl: 'maybe' }, 'disable、require、verify-full'],
  ])('refuse %s, and never repeat the password', async (_, given, message) => {
    const refusal = await open(given).catch((thrown: unknown) => thrown);
    expect(refusal).toBeInstanceOf(ConfigurationError);
    expect(String(refusal)).toContain(message);
    expect(String(refusal)).not.toContain('geheim');
  });

  it('are the same as an address and part by part', async () => {
    const url = 'postgres://r%40d:p%2Fw@[::1]:6543/%E5%9C%9F%E5%9C%B0';
    const access = await accessOf(settings.parse({ url }), context);
    expect(access.address).toEqual({ host: '::1', port: 6543, database: '土地', user: 'r@d' });
    expect(access.password).toBe('p/w');
    const parts = { ...access.address, password: 'p/w', port: '6543', statementTimeout: '600' };
    expect(await accessOf(settings.parse(parts), context)).toEqual(access);
  });

  it('take port 5432, no TLS and ten minutes where nothing is said', async () => {
    const access = await accessOf(settings.parse(PARTS), context);
    expect(access).toMatchObject({ address: { port: 5432 }, ssl: false, statementTimeout: 600 });
  });

  it('verify the certificate where asked to, against the authority that is named', async () => {
    const directory = await temporaryDirectory();
    await writeFile(join(directory, 'ca.pem'), 'PEM');
    const given = settings.parse({ ...PARTS, ssl: 'verify-full', ca: 'ca.pem' });
    const { ssl } = await accessOf(given, { ...context, baseDirectory: directory });
    expect(ssl).toEqual({ rejectUnauthorized: true, ca: 'PEM' });
    expect((await accessOf(settings.parse({ ...PARTS, ssl: 'require' }), context)).ssl).toEqual({
      rejectUnauthorized: false,
    });
    await expect(accessOf(given, { ...context, baseDirectory: join(directory, 'gone') })).rejects.toThrow('ca.pem');
  });
});
