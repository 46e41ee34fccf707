/** Deliveries that lie beside each other, a day each: in folders, and in the names of packages. */
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { listDayFolders, readDay } from '../../connectors/day-folders.ts';
import { CONNECTOR_KINDS } from '../../connectors/registry.ts';

const made: string[] = [];
let base = '';

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'ggzy-days-'));
  made.push(base);
});
afterAll(async () => {
  for (const directory of made) await rm(directory, { recursive: true, force: true });
});

async function put(path: string, text = 'x'): Promise<void> {
  await mkdir(join(base, path, '..'), { recursive: true });
  await writeFile(join(base, path), text);
}

describe('a day', () => {
  it('is read in both spellings, and only where the calendar has it', () => {
    expect(readDay('20201201')).toBe('2020-12-01');
    expect(readDay('2020-12-01')).toBe('2020-12-01');
    expect(['20201301', '20210229', 'night01', '202012', ''].map(readDay)).toEqual([null, null, null, null, null]);
  });

  it('comes back from either spelling', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(readDay(day)).toBe(day);
          expect(readDay(day.replaceAll('-', ''))).toBe(day);
        },
      ),
    );
  });
});

describe('folders of days', () => {
  it('are found in order, with what stands around the day in the path', async () => {
    for (const name of ['night-20201203', 'night-2020-12-01', 'night-20201202', 'other', 'night-20201399'])
      await put(`drop/${name}/out/a.csv`);
    await mkdir(join(base, 'drop/night-20201204/out'), { recursive: true });
    const days = await listDayFolders({ directory: './drop/night-{day}/out', encoding: 'utf-8' }, base);
    expect(days?.map(({ day }) => day)).toEqual(['2020-12-01', '2020-12-02', '2020-12-03']);
    expect(days?.[0]?.settings).toEqual({ directory: join(base, 'drop/night-2020-12-01/out'), encoding: 'utf-8' });
  });

  it('are none where the directory has no place for a day', async () => {
    expect(await listDayFolders({ directory: './drop' }, base)).toBeNull();
    expect(await listDayFolders({}, base)).toBeNull();
    await expect(listDayFolders({ directory: './nothing/{day}' }, base)).rejects.toThrow(/nothing/);
  });

  it('have another stamp once a file is touched, and the same until then', async () => {
    await put('drop/20201201/a.csv');
    const look = async () => (await listDayFolders({ directory: 'drop/{day}' }, base))?.[0]?.stamp;
    const before = await look();
    expect(await look()).toBe(before);
    await utimes(join(base, 'drop/20201201/a.csv'), 1, 1);
    const touched = await look();
    await put('drop/20201201/b.csv');
    expect(new Set([before, touched, await look()]).size).toBe(3);
  });
});

describe('packages with the day in their names', () => {
  const list = (settings: object) => {
    const kind = CONNECTOR_KINDS.get('xml');
    return kind?.listDays?.(kind.settings.parse(settings), { system: 'onestop', baseDirectory: base });
  };

  it('are a delivery per day; behind the first a stream may send nothing', async () => {
    for (const name of [
      'A_20201202_001.xml',
      'A_20201130_001.xml',
      'B_20201130_002.xml',
      'B_20201202_9.xml',
      'note.txt',
    ])
      await put(name);
    const days = await list({ directory: '.' });
    expect(days?.map(({ day }) => day)).toEqual(['2020-11-30', '2020-12-02']);
    expect(days?.map(({ settings }) => [settings['pattern'], settings['optionalStreams']])).toEqual([
      ['{stream}_20201130_{number}.xml', false],
      ['{stream}_20201202_{number}.xml', true],
    ]);
  });

  it('are one delivery where no day stands in their names, and one per folder where it stands in the path', async () => {
    await put('d/20201201/A.xml');
    expect(await list({ directory: './d/20201201', pattern: '{stream}.xml' })).toBeNull();
    const days = await list({ directory: './d/{day}', pattern: '{stream}.xml' });
    expect(days?.map(({ day }) => day)).toEqual(['2020-12-01']);
  });
});
