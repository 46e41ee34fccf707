import { describe, expect, it } from 'vitest';
import { accessOf, encodingsOf, settings } from '../../../connectors/mysql/settings.ts';
import { openConnector } from '../../../connectors/registry.ts';
import { ConfigurationError } from '../../../core/errors.ts';

const context = { system: 'egov', baseDirectory: '/' };
const PARTS = { host: 'db', database: 'egov_ggzy', user: 'reader', password: 'geheim' };
const URL_TEXT = 'mysql://reader:geheim@db/egov_ggzy';

describe('settings', () => {
  it.each([
    ['one part', { host: 'db', user: 'reader', password: '' }, '缺少 database（或改用 url）'],
    ['both forms', { url: URL_TEXT, host: 'db' }, '二者填一'],
    ['an address of another kind', { url: 'postgresql://reader:geheim@db/tdkq' }, 'url 应为 mysql://'],
    ['parameters in the address', { url: `${URL_TEXT}?charset=gbk` }, '不接受参数 charset'],
    ['numbers no certificate is verified for', { ...PARTS, host: '10.0.0.1', ssl: 'verify-full' }, '不能填 IP 地址'],
    ['a certificate nobody looks at', { ...PARTS, ssl: 'require', ca: 'ca.pem' }, 'ca 只用于 ssl: verify-full'],
    ['a schema, which MySQL does not have', { ...PARTS, schema: 'public' }, '不认识 schema'],
    ['an encoding that is none', { ...PARTS, encoding: 'gbk' }, 'encoding 只能是 utf-8、gb18030'],
    ['an encoding of a column that is none', { ...PARTS, encodings: { 'a.b': 'latin1' } }, 'encodings.a.b 只能是'],
  ])('refuse %s, and never repeat the password', async (_, given, message) => {
    const refusal = await openConnector('mysql', given, context).catch((thrown: unknown) => thrown);
    expect(refusal).toBeInstanceOf(ConfigurationError);
    expect(String(refusal)).toContain(message);
    expect(String(refusal)).not.toContain('geheim');
  });

  it('take port 3306, no TLS and ten minutes where nothing is said, under either name of the protocol', async () => {
    const access = await accessOf(settings.parse(PARTS), context);
    expect(access).toMatchObject({ address: { port: 3306 }, ssl: false, statementTimeout: 600 });
    for (const url of [URL_TEXT, URL_TEXT.replace('mysql', 'mariadb')]) {
      expect(await accessOf(settings.parse({ url }), context)).toEqual(access);
    }
  });

  it('say per stream what the bytes of its columns are', () => {
    const encodings = { 'xx_gg.GGBT': 'gb18030', 'xx_gg2.GGBT': 'utf-8', 'xx_gg.a.b': 'utf-8' } as const;
    const given = encodingsOf(settings.parse({ ...PARTS, encoding: 'gb18030', encodings }), 'xx_gg');
    expect(given.common).toBe('gb18030');
    expect([...given.byColumn]).toEqual([
      ['GGBT', 'gb18030'],
      ['a.b', 'utf-8'],
    ]);
  });
});
