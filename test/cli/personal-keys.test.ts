/** A system that knows its persons by their ID numbers: the number is nowhere in what is shown masked. */
import { beforeAll, expect, it } from 'vitest';
import { construction } from '../../pipelines/systems/construction.ts';
import { SYSTEMS } from '../../pipelines/registry.ts';
import { personalColumns } from '../../pipelines/plan.ts';
import { SOURCES } from '../../pipelines/reconcile/sources.ts';
import { Centre } from '../setup/centre.ts';
import { useDatabases } from '../setup/database.ts';
import { shownKey } from '../../cli/shown-key.ts';
import { useCommandLine, type CommandLine } from './in-process.ts';

const LOADED = '110105194912310021';
const WAITING = '540102198003070013';
const MASKED = ['110105********0021', '540102********0013'];

const freshDatabase = useDatabases();
const openCommandLine = useCommandLine();
let ggzy: CommandLine;
/** Number of the entry in quarantine. */
let entry = '';

const withEntry = (args: readonly string[]): string[] => args.map((arg) => (arg === 'ENTRY' ? entry : arg));

beforeAll(async () => {
  const { database, url } = await freshDatabase();
  ggzy = await openCommandLine('{ construction: { connector: offline-package, directory: . } }', url);
  await new Centre(database, construction).run({
    RY_ZCRY: [
      { ryID: LOADED, xm: '扎西', DataState: '0', xb: 'X' },
      { ryID: WAITING, xm: '卓玛', DataState: '0' },
      { ryID: WAITING, xm: '央金', DataState: '0' },
      { xm: '边巴', DataState: '0' },
    ],
  });
  const [row] = await database.query('select id from ops.quarantine where source_key = $1', [WAITING]);
  entry = row?.['id'] ?? '';
});

it.each([
  ['issues', ['issues'], MASKED],
  ['issues for machines', ['issues', '--json'], MASKED],
  ['a quarantined record', ['quarantine', 'show', 'ENTRY'], [MASKED[1]]],
  ['a quarantined record for machines', ['quarantine', 'show', 'ENTRY', '--json'], [MASKED[1]]],
  ['where a value comes from', ['explain', 'practitioner', LOADED, 'name'], [MASKED[0]]],
  ['the same for machines', ['explain', 'practitioner', LOADED, 'name', '--json'], [MASKED[0]]],
  ['exported issues', ['export', 'issues', '--out', '-'], MASKED],
  ['exported records', ['export', 'records', '--entity', 'practitioner', '--out', '-'], MASKED],
])('shows %s without the number', async (_what, args, shown) => {
  const { code, stdout, stderr } = await ggzy.run(...withEntry(args));
  expect(code).toBe(0);
  for (const text of shown) expect(stdout).toContain(text);
  for (const number of [LOADED, WAITING]) expect(stdout + stderr).not.toContain(number);
});

it.each([
  [['quarantine', 'show', 'ENTRY', '--unmasked'], WAITING],
  [['export', 'issues', '--unmasked', '--out', '-'], WAITING],
  [['export', 'records', '--entity', 'practitioner', '--unmasked', '--out', '-'], LOADED],
  [['explain', 'practitioner', LOADED, 'gender', '--unmasked'], LOADED],
])('shows it to those who ask and are on record: %j', async (args, number) => {
  expect((await ggzy.run(...withEntry(args))).stdout).toContain(number);
});

it('names a record without a key by its place', async () => {
  expect((await ggzy.run('export', 'issues', '--out', '-')).stdout).toContain(',RY_ZCRY:4,RY_ZCRY:4,ryID,key_missing');
});

it('leaves keys as they are that say nothing of a person, and hides those of which nothing is known', () => {
  expect(shownKey({ system: 'procurement', stream: 'CG_XM', sourceKey: '100' })).toBe('100');
  expect(shownKey({ system: 'construction', stream: 'gone', sourceKey: LOADED })).not.toContain(LOADED);
});

it('reconciles no records under personal keys: crosswalk, review sheets and reports show them', () => {
  const reconciled = new Set(Object.values(SOURCES).flatMap((sources) => sources.map(({ entity }) => entity)));
  const streams = SYSTEMS.flatMap(({ mappings }) => mappings).filter(({ parts }) =>
    parts.some(({ entity }) => reconciled.has(entity)),
  );
  const named = streams.filter((mapping) => mapping.stream.key.some((column) => personalColumns(mapping).has(column)));
  expect(streams.length).toBeGreaterThan(20);
  expect(named.map(({ system, stream }) => `${system} ${stream.name}`)).toEqual([]);
});
