/** What an enterprise can be recognised by without weighing anything: valid codes, and names without their spelling. */
import { hasLostCharacter } from './characters.ts';
import { readCompanyName, type CompanyName } from './company-name.ts';
import { readCodes } from './enterprise-codes.ts';
import { isOfficeName } from './office-name.ts';
import type { RecordValues } from './standard.ts';

/** `full`: with place and form (or office), so that no other body bears it; `none`: a person's, damaged or too short. */
export type NameKind = 'full' | 'partial' | 'none';

export interface EnterpriseKeys {
  readonly organization: string | null;
  readonly person: string | null;
  readonly registration: string | null;
  /** The name, then former ones; empty where the name says too little. */
  readonly names: readonly string[];
  readonly nameKind: NameKind;
}

/** Canonical fields the keys are read from; `namesBefore` are those of a register of changes. */
export const KEY_FIELDS = [
  'name',
  'formerName',
  'namesBefore',
  'legalCode',
  'uscc',
  'organizationCode',
  'registrationNumber',
  'idNumber',
] as const;

const BETWEEN_NAMES = /[;；]/;

function kindOf(name: CompanyName | null, text: string): NameKind {
  if (name === null || hasLostCharacter(text)) return 'none';
  const isBody = name.form !== '' || isOfficeName(name.brand);
  if (name.place !== '' && isBody) return 'full';
  return name.place !== '' || name.form !== '' ? 'partial' : 'none';
}

/** A name of kind `none` is no key: it may be a person's, or that of a body in any place. */
export function readEnterpriseKeys(values: RecordValues): EnterpriseKeys {
  const { orgCode, personId, registration } = readCodes(values);
  const read = (text: string) => {
    const name = readCompanyName(text);
    return { key: name?.key ?? '', kind: kindOf(name, text) };
  };
  const own = read(values['name'] ?? '');
  const former = [values['formerName'], values['namesBefore']]
    .flatMap((given) => (given ?? '').split(BETWEEN_NAMES))
    .map(read);
  const names = [own, ...former].filter(({ kind }) => kind !== 'none').map(({ key }) => key);
  return { organization: orgCode, person: personId, registration, names: [...new Set(names)], nameKind: own.kind };
}
