import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  idNumberCandidates,
  orgCodeCandidates,
  registrationCandidates,
  usccCandidates,
} from '../../../reconcile/standardise/identifier-slips.ts';
import { isValidIdNumber } from '../../../schemas/identifiers/id-number.ts';
import { isValidOrgCode } from '../../../schemas/identifiers/org-code.ts';
import { isValidRegistrationNumber } from '../../../schemas/identifiers/registration-number.ts';
import { isValidUscc } from '../../../schemas/identifiers/uscc.ts';
import {
  makeOrgCode,
  makeUscc,
  withIdCheck,
  withRegistrationCheck,
} from '../../../scripts/demo-data/forms/check-digits.ts';
import { createRandom } from '../../../scripts/demo-data/forms/random.ts';

const random = createRandom(7);
const orgCode = makeOrgCode(random, false);
const NUMBERS = [
  { read: idNumberCandidates, isValid: isValidIdNumber, valid: withIdCheck('54010219800307101') },
  { read: usccCandidates, isValid: isValidUscc, valid: makeUscc('91', '540102', orgCode) },
  { read: orgCodeCandidates, isValid: isValidOrgCode, valid: orgCode },
  { read: registrationCandidates, isValid: isValidRegistrationNumber, valid: withRegistrationCheck('54010212345678') },
];

it.each(NUMBERS)('a valid number is nobody’s slip: $valid', ({ read, valid }) => {
  expect(read(valid)).toEqual([]);
});

it.each(NUMBERS)('finds $valid back from any one wrong digit', ({ read, isValid, valid }) => {
  const slips = fc.tuple(fc.nat(valid.length - 1), fc.nat(9)).map(([place, digit]) => {
    return valid.slice(0, place) + String(digit) + valid.slice(place + 1);
  });
  const unfound = fc.sample(slips, 200).filter((slip) => !isValid(slip) && !read(slip).includes(valid));
  expect(unfound).toEqual([]);
});

it('finds a number back from two swapped neighbours', () => {
  const valid = withIdCheck('54010219740307101');
  const swapped = valid.replace('1974', '1947');
  expect(idNumberCandidates(swapped)).toContain(valid);
});

it('does not look for what has another length', () => {
  expect(idNumberCandidates('5401021974030710')).toEqual([]);
});

it('gives two twins whose numbers differ in serial and check digit no common ground while both are valid', () => {
  const [one, other] = [withIdCheck('54010219740307101'), withIdCheck('54010219740307103')];
  expect(idNumberCandidates(one)).toEqual([]);
  expect(idNumberCandidates(other)).toEqual([]);
});
