/** One golden record out of the records of an entity. */
import type { EntityKind } from '../contract.ts';
import { ENTERPRISE_SURVIVORSHIP } from './enterprises.ts';
import { birthDateOf, EXPERT_SURVIVORSHIP } from './experts.ts';
import { collectNames, type BorneName, type NameChange } from './names.ts';
import { surviveField, type MemberRecord, type Origin, type Pin, type Survivorship } from './survivorship.ts';

export interface GoldenRecord {
  readonly values: Readonly<Record<string, string | null>>;
  readonly origins: Readonly<Record<string, Origin>>;
  readonly names: readonly BorneName[];
  readonly records: number;
}

export interface GoldenInput {
  readonly kind: Exclude<EntityKind, 'matter'>;
  readonly fields: readonly string[];
  /** In the order of their canonical ids. */
  readonly records: readonly MemberRecord[];
  readonly pins: readonly Pin[];
  readonly changes: readonly NameChange[];
}

const RULES: Readonly<Record<GoldenInput['kind'], Survivorship>> = {
  expert: EXPERT_SURVIVORSHIP,
  enterprise: ENTERPRISE_SURVIVORSHIP,
};

/** The birth date that the surviving ID number holds, taken from the record that gave it. */
function settleBirthDate(values: Record<string, string | null>, records: readonly MemberRecord[]): Origin | null {
  const date = birthDateOf(values['idNumber'] ?? null);
  if (date === null || date === values['birthDate']) return null;
  const record = records.find((candidate) => candidate.values['birthDate'] === date);
  if (!record) return null;
  values['birthDate'] = date;
  return { record: record.recordNo, rule: 'id_number' };
}

export function makeGolden({ kind, fields, records, pins, changes }: GoldenInput): GoldenRecord {
  const values: Record<string, string | null> = {};
  const origins: Record<string, Origin> = {};
  for (const field of fields) {
    const pin = pins.find((candidate) => candidate.field === field);
    const { value, origin } = surviveField(field, records, RULES[kind], pin);
    values[field] = value;
    if (origin) origins[field] = origin;
  }
  const birth = kind === 'expert' && origins['birthDate']?.rule !== 'pinned' ? settleBirthDate(values, records) : null;
  if (birth) origins['birthDate'] = birth;
  return { values, origins, names: collectNames(values['name'] ?? null, records, changes), records: records.length };
}
