/** Identifiers that prove identity: valid by their check digits, and never shared by two. */
import { isValidIdNumber, upgradeIdNumber } from '../../schemas/identifiers/id-number.ts';
import { isValidOrgCode, normaliseOrgCode } from '../../schemas/identifiers/org-code.ts';
import { isValidUscc, usccOrgCode } from '../../schemas/identifiers/uscc.ts';
import type { EntityKind } from '../contract.ts';
import type { FieldValues } from './compared.ts';

/** Kinds of identifier; two of one kind that differ are two people or two organisations. */
export const IDENTIFIER_KINDS = ['person', 'organization'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];
export type ValidIdentifiers = Readonly<Record<IdentifierKind, string | null>>;

/** Canonical fields that hold them. */
export const IDENTIFIER_FIELDS: Readonly<Record<EntityKind, readonly string[]>> = {
  expert: ['idNumber'],
  enterprise: ['idNumber', 'uscc', 'organizationCode'],
  matter: [],
};

function personIdentifier(text: string | null | undefined): string | null {
  if (!text) return null;
  const number = upgradeIdNumber(text) ?? text;
  return isValidIdNumber(number) ? number : null;
}

/** Positions 9 to 17 of a credit code are the organisation code: the two forms of one code are equal. */
function organizationIdentifier(values: FieldValues): string | null {
  const { uscc, organizationCode } = values;
  if (uscc && isValidUscc(uscc)) return normaliseOrgCode(usccOrgCode(uscc));
  const code = organizationCode ? normaliseOrgCode(organizationCode) : '';
  return isValidOrgCode(code) ? code : null;
}

export function readIdentifiers(values: FieldValues): ValidIdentifiers {
  return { person: personIdentifier(values['idNumber']), organization: organizationIdentifier(values) };
}

/** Two valid identifiers of one kind that differ. */
export function identifiersContradict(left: ValidIdentifiers, right: ValidIdentifiers): boolean {
  return IDENTIFIER_KINDS.some((kind) => left[kind] !== null && right[kind] !== null && left[kind] !== right[kind]);
}
