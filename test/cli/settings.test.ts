import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { speak } from '../../core/language.ts';
import { SYSTEMS } from '../../pipelines/registry.ts';
import { readSettings, type Settings } from '../../pipelines/settings.ts';
import { substituteEnvironment } from '../../pipelines/settings-environment.ts';
import { settingsTemplate } from '../../pipelines/settings-template.ts';
import { withoutPassword } from '../../pipelines/workspace.ts';
import { temporaryDirectory } from '../fixtures/formats/temporary.ts';

const say = speak('en');

async function read(text: string, environment: Record<string, string> = {}): Promise<Settings> {
  const file = join(await temporaryDirectory(), 'ggzy.yaml');
  await writeFile(file, text);
  return readSettings({ file, environment, say });
}

const ONE = 'systems: { procurement: { connector: csv, files: { CG_XM: x.csv } } }';

it('keeps connector settings apart and takes defaults', async () => {
  const settings = await read(ONE);
  expect(settings.systems.get('procurement')).toEqual({ connector: 'csv', settings: { files: { CG_XM: 'x.csv' } } });
  expect(settings.chunkSize).toBe(2_500);
  expect(settings.target).toEqual({ url: '', directory: join(settings.baseDirectory, '.ggzy/postgres') });
});

it('keeps what a source allows apart from how it is read', async () => {
  const given = '{ connector: csv, throttle: { rowsPerSecond: 500, windows: ["22:00-06:00"] } }';
  const settings = await read(`systems: { procurement: ${given} }`);
  expect(settings.systems.get('procurement')).toEqual({
    connector: 'csv',
    settings: {},
    throttle: { rowsPerSecond: 500, windows: ['22:00-06:00'], backOff: 4 },
  });
});

it.each(['{ rows: 5 }', '{ readers: 0 }', '{ windows: [22-6] }', '{ windows: [] }', '{ rowsPerSecond: 0 }'])(
  'says what a throttle may hold: %s',
  async (throttle) => {
    const refused = read(`systems: { procurement: { connector: csv, throttle: ${throttle} } }`);
    await expect(refused).rejects.toThrow('rowsPerSecond, readers (1 to 16), windows');
  },
);

it('takes DATABASE_URL where the file names no target, and only there', async () => {
  const environment = { DATABASE_URL: 'postgresql://h/x' };
  expect((await read(ONE, environment)).target.url).toBe('postgresql://h/x');
  expect((await read(`target: { directory: ./pg }\n${ONE}`, environment)).target.url).toBe('');
});

it.each(['zh', 'en'] as const)('reads what init writes (%s)', async (language) => {
  const settings = await read(settingsTemplate(language, speak(language)));
  expect([...settings.systems.keys()]).toEqual(SYSTEMS.map(({ system }) => system));
});

it.each([
  ['${A}', 'a'],
  ['x${A}y${A}', 'xaya'],
  ['${B:-fallback}', 'fallback'],
  ['${EMPTY:-fallback}', 'fallback'],
  ['${B:-}', ''],
  ['$A', '$A'],
])('%s', (text, expected) => {
  // A value is never looked through again: a password may hold anything.
  const environment = { A: 'a', EMPTY: '' };
  expect(substituteEnvironment({ x: [text] }, environment)).toEqual({ value: { x: [expected] }, missing: [] });
});

it('names every variable that is missing, with its place', () => {
  const { missing } = substituteEnvironment({ systems: { a: { password: '${P}' }, b: ['${Q}'] } }, {});
  expect(missing).toEqual([
    { name: 'P', path: 'systems.a.password' },
    { name: 'Q', path: 'systems.b[0]' },
  ]);
});

it.each([
  ['postgresql://u:p%40ss@h:5432/d?x=1', 'postgresql://u@h:5432/d'],
  ['postgres://h/d', 'postgres://h/d'],
  ['nonsense', 'postgresql://…'],
])('shows %s without its password', (url, shown) => expect(withoutPassword(url)).toBe(shown));

it.each([
  'systems: { ngari: { connector: csv-drop, directory: ./x } }',
  'systems: { shigatse: { connector: csv-drop, directory: ./drop/ngari } }',
])('refuses what claims to come from Ngari: %s', async (text) => {
  await expect(read(text)).rejects.toThrow('Ngari has no trading system');
});
