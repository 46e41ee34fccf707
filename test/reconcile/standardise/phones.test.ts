import { expect, it } from 'vitest';
import { readPhones } from '../../../reconcile/standardise/phones.ts';

it.each([
  ['138-1361-1297', ['13813611297'], []],
  ['+86 138 1361 1297', ['13813611297'], []],
  ['手机：13813611297（本人）', ['13813611297'], []],
  ['0891-6693564', [], ['08916693564']],
  ['(0891)6693564', [], ['08916693564']],
  ['0086-891-6693564', [], ['08916693564']],
  ['0891-6693564-803', [], ['08916693564']],
  ['0891-6693564转12', [], ['08916693564']],
  ['13813611297、0891-6693564', ['13813611297'], ['08916693564']],
  ['11111111111', [], []],
  ['无', [], []],
])('%s', (text, mobiles, landlines) => {
  expect(readPhones([text])).toMatchObject({ mobiles, landlines });
});

it('completes a landline without area code where the area is known', () => {
  expect(readPhones(['6693564'], '0891').landlines).toEqual(['08916693564']);
  expect(readPhones(['6693564']).doubtful).toEqual(['6693564']);
});

it('keeps a number with a digit too many as doubtful, and each number once', () => {
  expect(readPhones(['177753122261', '17775312226', null, '17775312226'])).toEqual({
    mobiles: ['17775312226'],
    landlines: [],
    doubtful: ['177753122261'],
  });
});
