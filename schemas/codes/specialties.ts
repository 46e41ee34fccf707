/**
 * 评标专家专业分类标准, edition of 2018: code → name. Data, not code: `specialties-2018.json` can be replaced by an operator
 * who holds a newer edition. Of some groups the items of the fourth level are not known (`incompleteGroups`).
 */
import data from './specialties-2018.json' with { type: 'json' };

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(data.names));
const INCOMPLETE_GROUPS: ReadonlySet<string> = new Set(data.incompleteGroups);

const GROUP_LENGTH = 5;
const ITEM_LENGTH = 7;
const GROUPS_WITH_ITEMS: ReadonlySet<string> = new Set(
  [...NAMES.keys()].filter((code) => code.length === ITEM_LENGTH).map((code) => code.slice(0, GROUP_LENGTH)),
);
/** A group without items is written in seven characters too: A0909 and A090900. */
const NO_ITEM = '00';

/** Name of a code of any level; null where the edition of 2018 has no such code. */
export function findSpecialty2018(code: string): string | null {
  const name = NAMES.get(code);
  if (name !== undefined) return name;
  const group = code.slice(0, GROUP_LENGTH);
  if (code !== group + NO_ITEM || GROUPS_WITH_ITEMS.has(group) || INCOMPLETE_GROUPS.has(group)) return null;
  return NAMES.get(group) ?? null;
}

/** Whether the items of the code's group are not all known, so that a code that is not found proves nothing. */
export function isInIncompleteGroup(code: string): boolean {
  return INCOMPLETE_GROUPS.has(code.slice(0, GROUP_LENGTH));
}
