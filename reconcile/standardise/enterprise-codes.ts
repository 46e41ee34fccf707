/** The codes of a record of an enterprise, and whether they are a person's or an organisation's. */
import { isValidIdNumber, upgradeIdNumber } from '../../schemas/identifiers/id-number.ts';
import { isValidOrgCode, normaliseOrgCode } from '../../schemas/identifiers/org-code.ts';
import { isValidRegistrationNumber } from '../../schemas/identifiers/registration-number.ts';
import { isValidUscc, usccOrgCode } from '../../schemas/identifiers/uscc.ts';
import type { CompanyName } from './company-name.ts';
import { idNumberCandidates, orgCodeCandidates, registrationCandidates, usccCandidates } from './identifier-slips.ts';
import type { RecordValues } from './standard.ts';

const NATURAL_PERSON = '3';
const FEWEST_DIGITS = 8;

export interface Codes {
  readonly orgCode: string | null;
  readonly personId: string | null;
  readonly registration: string | null;
  /** The code of the register where it fails its check. */
  readonly failing: string | null;
}

const validOr = (text: string | null | undefined, isValid: (text: string) => boolean): string | null =>
  text && isValid(text) ? text : null;

export function readCodes(values: RecordValues): Codes {
  const uscc = validOr(values['uscc'], isValidUscc);
  const legal = values['legalCode'] ?? '';
  const organization = normaliseOrgCode(values['organizationCode'] ?? '');
  const id = values['idNumber'] ?? '';
  const orgCode = uscc === null ? validOr(organization, isValidOrgCode) : usccOrgCode(uscc);
  const personId = validOr(upgradeIdNumber(id) ?? id, isValidIdNumber);
  const registration = validOr(values['registrationNumber'], isValidRegistrationNumber);
  const isUnread = orgCode === null && personId === null && registration === null && legal.length > FEWEST_DIGITS;
  return { orgCode, personId, registration, failing: isUnread ? legal : null };
}

/** Valid codes a failing one may have been, as the columns hold them: of a credit code its organisation code. */
export function candidatesOf(failing: string, person: boolean): string[] {
  if (person) return idNumberCandidates(failing);
  const ofCredit = usccCandidates(failing).map(usccOrgCode);
  return [
    ...ofCredit,
    ...idNumberCandidates(failing),
    ...orgCodeCandidates(failing),
    ...registrationCandidates(failing),
  ];
}

/** A person or an organisation; null where neither code nor name tells. */
export function holderOf(
  values: RecordValues,
  codes: Codes,
  name: CompanyName | null,
): 'person' | 'organization' | null {
  if (codes.personId !== null || values['partyType'] === NATURAL_PERSON) return 'person';
  if (codes.orgCode !== null || codes.registration !== null || (name !== null && name.form !== ''))
    return 'organization';
  return null;
}
