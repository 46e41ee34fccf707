import { expect, it } from 'vitest';
import { sections } from '../../../mappings/construction/projects.ts';
import { mapOne } from '../../setup/mapping.ts';

it.each([
  ['540100SG2019012001', '1'],
  ['540100SG2019012001-2', '2'],
  ['540100SG2019012001-3 ', '3'],
  ['540100SG2019012001－２', '2'],
  // A serial of three digits behind a hyphen, and a first round, are no repetition.
  ['540100SG-2019-001', '1'],
  ['540100SG2019012001-1', '1'],
  ['540100SG2019012001-12', '1'],
  ['', undefined],
  [null, undefined],
])('the section %s is tendered for time %s', (BDBH, round) => {
  expect(mapOne(sections, { BDID: '7', BDBH }).values['']?.['tenderingRound']).toBe(round);
});
