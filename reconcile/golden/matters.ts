/** What a matter is called: by the record that stands nearest to the undertaking itself. */
import type { MemberRecord, Origin } from './survivorship.ts';

/** Nearest first. Roles that are not listed say nothing about the whole. */
const NEAREST: readonly string[] = [
  'tender',
  'purchase',
  'parcel',
  'right',
  'listing',
  'lot',
  'investment',
  'approval',
  'section',
  'notice',
  'complaint',
];

/** Golden field ← fields of the records, the better first. */
const FIELDS = {
  name: ['name', 'projectName', 'companyName', 'title'],
  code: ['code', 'selfCode', 'projectNumber', 'licenceNumber', 'internalNumber', 'number'],
  divisionCode: ['divisionCode'],
} as const satisfies Record<string, readonly string[]>;

/** Fields to read of the records. */
export const MATTER_FIELDS: readonly string[] = [...new Set(Object.values(FIELDS).flat())];

export interface GoldenMatter {
  readonly values: Readonly<Record<keyof typeof FIELDS, string | null>> & { readonly stages: string };
  readonly origins: Readonly<Record<string, Origin>>;
}

interface Stage extends MemberRecord {
  readonly role: string;
}

const placeOf = (role: string): number => (NEAREST.includes(role) ? NEAREST.indexOf(role) : NEAREST.length);

/** @param records in the order of their canonical ids. */
export function makeGoldenMatter(records: readonly Stage[]): GoldenMatter {
  const ordered = records.toSorted(
    (one, other) => Number(one.deleted) - Number(other.deleted) || placeOf(one.role) - placeOf(other.role),
  );
  const origins: Record<string, Origin> = {};
  const find = (field: keyof typeof FIELDS): string | null => {
    for (const { values, recordNo, role } of ordered) {
      const value = FIELDS[field].map((name) => values[name] ?? null).find((text) => text !== null && text !== '');
      if (value === undefined || value === null) continue;
      origins[field] = { record: recordNo, rule: role };
      return value;
    }
    return null;
  };
  const roles = [...new Set(records.map(({ role }) => role))];
  const stages = roles.toSorted((one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1)).join(';');
  return { values: { name: find('name'), code: find('code'), divisionCode: find('divisionCode'), stages }, origins };
}
