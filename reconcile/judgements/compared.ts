/**
 * The fields a judgement rests on. When one of them changes the judgement is stale: it stays in force and is looked at
 * again. Fields that say nothing about who it is (status, time stamps, ratings) do not wake anybody.
 */
import { hashText } from '../../core/ids.ts';
import type { EntityKind } from '../contract.ts';

export const COMPARED_FIELDS: Readonly<Record<EntityKind, readonly string[]>> = {
  expert: ['name', 'gender', 'idNumber', 'birthDate', 'employer', 'title', 'mobile', 'otherPhone', 'address'],
  enterprise: [
    'name',
    'formerName',
    'parentName',
    'uscc',
    'organizationCode',
    'registrationNumber',
    'idNumber',
    'legalRepresentative',
    'address',
    'contactPhone',
  ],
  matter: ['name', 'title', 'projectName', 'code', 'selfCode', 'investmentCode', 'internalNumber', 'projectNumber'],
};

/** Values of one record by field. */
export type FieldValues = Readonly<Record<string, string | null>>;

/** Hash of each compared field that has a value: enough to see which one changed, without keeping it twice. */
export function versionOf(kind: EntityKind, values: FieldValues): Record<string, string> {
  const version: Record<string, string> = {};
  for (const field of COMPARED_FIELDS[kind]) {
    const value = values[field];
    if (value !== null && value !== undefined && value !== '') version[field] = hashText(value).slice(0, 12);
  }
  return version;
}

/** @returns compared fields whose value is not what it was when the record was judged. */
export function changedFields(
  judged: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string[] {
  const fields = new Set([...Object.keys(judged), ...Object.keys(now)]);
  return [...fields].filter((field) => judged[field] !== now[field]).toSorted();
}
