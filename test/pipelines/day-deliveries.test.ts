import { expect, it } from 'vitest';
import { refuseWholeOfDays } from '../../pipelines/day-deliveries.ts';
import { nightSchema } from '../../pipelines/night/night-settings.ts';
import { lhasa } from '../../pipelines/systems/lhasa.ts';
import { nyingchi } from '../../pipelines/systems/nyingchi.ts';
import type { Settings } from '../../pipelines/settings.ts';

const settingsWith = (directory: string): Settings => ({
  file: 'ggzy.yaml',
  baseDirectory: '/',
  target: { url: '', directory: '' },
  chunkSize: 1000,
  systems: new Map(['lhasa', 'nyingchi'].map((system) => [system, { connector: 'excel', settings: { directory } }])),
  night: nightSchema.parse({}),
});

it('one day of changes is not the whole of a system', () => {
  expect(() => refuseWholeOfDays(settingsWith('./drop/{day}'), lhasa)).toThrow('lhasa：逐日移交变更');
});

it('a folder that holds all of it is, and so is the newest full state', () => {
  expect(() => refuseWholeOfDays(settingsWith('./drop'), lhasa)).not.toThrow();
  expect(() => refuseWholeOfDays(settingsWith('./drop/{day}'), nyingchi)).not.toThrow();
});
