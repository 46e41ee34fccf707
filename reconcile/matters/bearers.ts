/** How many undertakings of a division bear one name. */
import type { MatterRole } from './contract.ts';
import type { Block } from './find.ts';
import type { Groups } from './groups.ts';
import type { MatterRecord } from './record.ts';
import { HEAD_ROLES } from './sources.ts';

type RolesByGroup = ReadonlyMap<number, ReadonlySet<MatterRole>>;

/** Roles of the heads in each group, before any name has joined. */
export function headRoles(records: readonly MatterRecord[], groups: Groups): RolesByGroup {
  const roles = new Map<number, Set<MatterRole>>();
  for (const [index, { source }] of records.entries()) {
    if (!HEAD_ROLES.has(source.role)) continue;
    const group = groups.groupOf(index);
    roles.set(group, (roles.get(group) ?? new Set()).add(source.role));
  }
  return roles;
}

/**
 * Undertakings under one name in a division: groups that hold a head of the same role. A notice that a number has joined
 * to its tender counts for that tender, whatever the tender itself is called.
 */
export function bearersOf(
  block: Block,
  {
    records,
    groups,
    roles,
  }: { readonly records: readonly MatterRecord[]; readonly groups: Groups; readonly roles: RolesByGroup },
): (division: string | null) => number {
  const places = block.records.map((index) => ({
    division: records[index]?.division ?? null,
    group: groups.groupOf(index),
  }));
  return (division) => {
    const inDivision = places.filter((place) => !division || !place.division || place.division === division);
    const perRole = new Map<MatterRole, number>();
    for (const group of new Set(inDivision.map((place) => place.group))) {
      for (const role of roles.get(group) ?? []) perRole.set(role, (perRole.get(role) ?? 0) + 1);
    }
    return Math.max(1, ...perRole.values());
  };
}
