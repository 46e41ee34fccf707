/** Every name an entity has borne (曾用名). The golden name is the current one; the others stay. */
import type { MemberRecord } from './survivorship.ts';

export interface BorneName {
  readonly name: string;
  readonly isCurrent: boolean;
  readonly changedAt: string | null;
  /** Record that says so. */
  readonly recordNo: number;
}

/** A name given up, as a register of changes says it. */
export interface NameChange {
  readonly recordNo: number;
  readonly nameBefore: string | null;
  readonly changedAt: string | null;
}

/** Several former names stand in one column. */
const BETWEEN = /[;；、，,]/u;

/** @param current the golden name. @returns each name once, the current one first, then by name. */
export function collectNames(
  current: string | null,
  records: readonly MemberRecord[],
  changes: readonly NameChange[] = [],
): BorneName[] {
  const names = new Map<string, BorneName>();
  const add = (name: string | null | undefined, recordNo: number, changedAt: string | null): void => {
    const text = name?.trim() ?? '';
    const known = names.get(text);
    if (text === '' || (known && (known.changedAt !== null || changedAt === null))) return;
    names.set(text, { name: text, isCurrent: text === current, changedAt, recordNo: known?.recordNo ?? recordNo });
  };
  for (const { recordNo, nameBefore, changedAt } of changes) add(nameBefore, recordNo, changedAt);
  for (const { recordNo, values } of records) {
    add(values['name'], recordNo, null);
    for (const former of (values['formerName'] ?? '').split(BETWEEN)) add(former, recordNo, null);
  }
  return [...names.values()].toSorted(
    (one, other) => Number(other.isCurrent) - Number(one.isCurrent) || (one.name < other.name ? -1 : 1),
  );
}
