/** Names and codes of persons and organisations. */
import { readPartyCode, type PartyCode } from '../../schemas/identifiers/party-code.ts';
import { usccOrgCode } from '../../schemas/identifiers/uscc.ts';
import { clean, noValue, type Reading } from '../../schemas/reading.ts';
import { readName, stripFormerName } from '../../schemas/values/text.ts';
import type { FieldRule } from '../mapping.ts';
import { oneColumn, readAndReport, remembering } from './read.ts';

/** Which of the identifiers inside one code column a canonical field takes. */
export type PartyCodeField = 'legalCode' | 'uscc' | 'organizationCode' | 'registrationNumber' | 'idNumber';

export function personName<C extends string>(column: C): FieldRule<C> {
  return oneColumn(column, 'person name', readName);
}

function readOrganizationName(text: string): Reading<string> {
  const reading = readName(text);
  if (reading.value === null) return reading;
  const { name } = stripFormerName(reading.value);
  return name === reading.value ? reading : { value: name, rules: reading.rules };
}

/** The legal name; a note of a former name behind it is not part of it. */
export function organizationName<C extends string>(column: C): FieldRule<C> {
  return oneColumn(column, 'organisation name without former-name note', readOrganizationName);
}

export function formerName<C extends string>(column: C): FieldRule<C> {
  return oneColumn(column, 'former name from the note behind the name', (text) => {
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

export function partyCode<C extends string>(
  column: C,
  field: PartyCodeField,
  options: { personWhen?: { column: C; value: string } } = {},
): FieldRule<C> {
  const { personWhen } = options;
  return {
    columns: personWhen ? [column, personWhen.column] : [column],
    reading: field === 'legalCode' ? 'party code' : `${field} inside the party code`,
    compile({ indexOf }) {
      const index = indexOf(column);
      const personIndex = personWhen ? indexOf(personWhen.column) : -1;
      const asOrganization = remembering((text: string) => readPartyCode(text));
      const asPerson = remembering((text: string) => readPartyCode(text, { person: true }));
      return (values, issues) => {
        const text = values[index];
        if (!text) return null;
        const person = personIndex >= 0 && values[personIndex]?.trim() === personWhen?.value;
        const reading = person ? asPerson(text) : asOrganization(text);
        const value = reading.value === null ? null : pick(reading.value, field);
        if (field !== 'legalCode') return value;
        return readAndReport(() => ({ value, rules: reading.rules }), text, column, issues);
      };
    },
  };
}
