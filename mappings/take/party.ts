/** Names and codes of persons and organisations. */
import type { Wording } from '../../core/language.ts';
import { looksLikeOrganization } from '../../core/organization-name.ts';
import { readPartyCode, type PartyCode } from '../../schemas/identifiers/party-code.ts';
import { usccOrgCode } from '../../schemas/identifiers/uscc.ts';
import { clean, noValue, type Reading } from '../../schemas/reading.ts';
import { readName, stripFormerName } from '../../schemas/values/text.ts';
import type { FieldRule } from '../mapping.ts';
import { oneColumn, readAndReport, remembering } from './read.ts';

/** Which of the identifiers inside one code column a canonical field takes. */
export type PartyCodeField = 'legalCode' | 'uscc' | 'organizationCode' | 'registrationNumber' | 'idNumber';

const PARTY_CODE_READING: Readonly<Record<PartyCodeField, Wording>> = {
  legalCode: { zh: '主体代码，按校验位辨别种类', en: 'party code' },
  uscc: { zh: '主体代码中的统一社会信用代码', en: 'uscc inside the party code' },
  organizationCode: { zh: '主体代码中的组织机构代码', en: 'organizationCode inside the party code' },
  registrationNumber: { zh: '主体代码中的工商注册号', en: 'registrationNumber inside the party code' },
  idNumber: { zh: '主体代码中的身份证号', en: 'idNumber inside the party code' },
};

const FIFTEEN_DIGITS = /^\s*\d{15}\s*$/;

function isAmbiguous(text: string): boolean {
  return FIFTEEN_DIGITS.test(text);
}

export function personName<C extends string>(column: C): FieldRule<C> {
  return oneColumn(column, { zh: '自然人姓名', en: 'person name' }, readName);
}

function readOrganizationName(text: string): Reading<string> {
  const reading = readName(text);
  if (reading.value === null) return reading;
  const { name } = stripFormerName(reading.value);
  return name === reading.value ? reading : { value: name, rules: reading.rules };
}

const ORGANIZATION_NAME = { zh: '单位名称，去掉曾用名注记', en: 'organisation name without former-name note' };

/** The legal name; a note of a former name behind it is not part of it. */
export function organizationName<C extends string>(column: C): FieldRule<C> {
  return oneColumn(column, ORGANIZATION_NAME, readOrganizationName);
}

const FORMER_NAME = { zh: '名称后注记的曾用名', en: 'former name from the note behind the name' };

export function formerName<C extends string>(column: C): FieldRule<C> {
  return oneColumn(column, FORMER_NAME, (text) => {
    const value = readName(text).value;
    const former = value === null ? null : stripFormerName(value).former;
    return former === null ? noValue() : clean(former);
  });
}

/** An identifier is taken into its own field only where it passes its check digit. */
function pick(code: PartyCode, field: PartyCodeField): string | null {
  if (field === 'legalCode') return code.text;
  if (!code.valid) return null;
  if (field === 'uscc') return code.kind === 'uscc' ? code.text : null;
  if (field === 'registrationNumber') return code.kind === 'registration_number' ? code.text : null;
  if (field === 'idNumber') return code.kind === 'id_number' ? code.text : null;
  if (code.kind === 'uscc') return usccOrgCode(code.text);
  return code.kind === 'org_code' ? code.text : null;
}

/** What else in the record tells whether the code is a person's: a column that says so, or else the name beside it. */
export interface PartyHints<C extends string> {
  readonly personWhen?: { readonly column: C; readonly value: string };
  /** Texts of a column that say the number is a body's: then it is no ID number, whatever it looks like. */
  readonly organizationWhen?: { readonly column: C; readonly values: ReadonlySet<string> };
  /** Decides only for numbers that could be either: 15 digits are an old ID number or a registration number. */
  readonly name?: C;
  /** The column names organisations and nothing else: 15 digits are a registration number. */
  readonly only?: 'organization';
  /** No other field takes the column's text: this one says what is wrong with it. */
  readonly leads?: true;
}

export function partyCode<C extends string>(column: C, field: PartyCodeField, hints: PartyHints<C> = {}): FieldRule<C> {
  const { personWhen, organizationWhen, name, only, leads } = hints;
  const beside = [personWhen?.column, organizationWhen?.column, name].filter((hint) => hint !== undefined);
  return {
    columns: [...new Set([column, ...beside])],
    reading: PARTY_CODE_READING[field],
    compile({ indexOf }) {
      const index = indexOf(column);
      const personIndex = personWhen ? indexOf(personWhen.column) : -1;
      const nameIndex = name === undefined ? -1 : indexOf(name);
      const bodyIndex = organizationWhen ? indexOf(organizationWhen.column) : -1;
      const asEither = remembering((text: string) => readPartyCode(text));
      const asOrganization = remembering((text: string) => readPartyCode(text, { organization: true }));
      const asPerson = remembering((text: string) => readPartyCode(text, { person: true }));
      return (values, issues) => {
        const text = values[index];
        if (!text) return null;
        const said = personIndex >= 0 && values[personIndex]?.trim() === personWhen?.value;
        const body = only === 'organization' || organizationWhen?.values.has(values[bodyIndex]?.trim() ?? '') === true;
        const person =
          said || (!body && nameIndex >= 0 && isAmbiguous(text) && !looksLikeOrganization(values[nameIndex] ?? ''));
        const reading = (person ? asPerson : body ? asOrganization : asEither)(text);
        const value = reading.value === null ? null : pick(reading.value, field);
        if (field !== 'legalCode' && leads !== true) return value;
        return readAndReport(() => ({ value, rules: reading.rules }), text, column, issues);
      };
    },
  };
}
