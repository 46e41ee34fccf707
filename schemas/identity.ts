/** Words of identity that every room uses. */

/** What reconciliation identifies. A branch is an enterprise of its own; members of a matter are never merged. */
export const ENTITY_KINDS = ['expert', 'enterprise', 'matter'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** What people decide about two records. Appended, closed, superseded; never changed. */
export const VERDICTS = ['same', 'different', 'unsure'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a run may find that only people can settle. Rule ids are stable: they stand in the database. */
export const CONFLICT_RULES = [
  'shared_identifier',
  'two_identifiers',
  'contradictory_judgements',
  'judgement_lifted',
] as const;
export type ConflictRule = (typeof CONFLICT_RULES)[number];

/** Letter an entity id of the kind starts with where it is shown. */
const PREFIX: Readonly<Record<EntityKind, string>> = { expert: 'X', enterprise: 'E', matter: 'M' };

/** @param id as the database counts. @returns `X00000042`: what crosswalks, screens and sheets show. */
export function formatEntityId(kind: EntityKind, id: string | number): string {
  return PREFIX[kind] + String(id).padStart(8, '0');
}

/** @returns null where the text is no entity id. */
export function parseEntityId(text: string): { readonly kind: EntityKind; readonly id: string } | null {
  const [, prefix, digits] = /^([XEM])0*([1-9]\d*)$/.exec(text.trim()) ?? [];
  const kind = ENTITY_KINDS.find((candidate) => PREFIX[candidate] === prefix);
  return kind === undefined || digits === undefined ? null : { kind, id: digits };
}
