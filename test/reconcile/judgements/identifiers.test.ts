import { expect, it } from 'vitest';
import { identifiersContradict, readIdentifiers } from '../../../reconcile/judgements/identifiers.ts';
import { orgCodeCheck } from '../../../schemas/identifiers/org-code.ts';
import { usccCheckCharacter } from '../../../schemas/identifiers/uscc.ts';

const withCheck = (first8: string) => first8 + (orgCodeCheck(first8) ?? '');
const creditCode = (first8: string) => {
  const first17 = `91540100${withCheck(first8)}`;
  return first17 + (usccCheckCharacter(first17) ?? '');
};
/** 540102 1980-01-01, serials 001 and 003; the 15-digit form of the first. */
const ONE = '540102198001010011';
const SHORT = '540102800101001';

it.each([
  [{ idNumber: ONE }, { idNumber: SHORT }],
  [{ idNumber: ONE }, { idNumber: '540102198001010012' }],
  [{ idNumber: ONE }, { idNumber: null }],
  [{ uscc: creditCode('78350912') }, { organizationCode: withCheck('78350912') }],
  [{ uscc: creditCode('78350912') }, { organizationCode: `78350912-${withCheck('78350912').slice(8)}` }],
  [{ uscc: creditCode('78350912') }, { organizationCode: '783509130' }],
  [{ uscc: creditCode('78350912') }, { idNumber: readIdentifiers({ idNumber: SHORT }).person }],
])('%j and %j can be one', (left, right) => {
  expect(identifiersContradict(readIdentifiers(left), readIdentifiers(right))).toBe(false);
});

it.each([
  [{ idNumber: SHORT }, { idNumber: '540102800101003' }],
  [{ uscc: creditCode('78350912') }, { uscc: creditCode('78350913') }],
  [{ uscc: creditCode('78350912') }, { organizationCode: withCheck('78350913') }],
])('%j and %j are two', (left, right) => {
  expect(identifiersContradict(readIdentifiers(left), readIdentifiers(right))).toBe(true);
});
