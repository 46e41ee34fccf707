/**
 * Which known enterprise a mention is. A mention never changes what enterprises are: it finds one, or it is left open.
 * Pure, and about one mention at a time.
 */
import type { NameKind } from '../standardise/enterprise-keys.ts';

/** An entity that shares a code or a name with the mention, or that the mention refers to. */
export interface Candidate {
  readonly entity: number;
  /** Holds the same valid code. */
  readonly code: boolean;
  /** Bears the name, now or formerly. */
  readonly name: boolean;
  /** The record names the entity's entry in a register of its own system. */
  readonly reference: boolean;
  /** Holds a valid code of the same kind that differs. */
  readonly contradicts: boolean;
}

export type LinkBasis = 'code' | 'reference' | 'name';
export type OpenBasis = 'open_several' | 'open_contradiction' | 'open_unknown';

export type Resolution =
  { readonly entity: number; readonly basis: LinkBasis } | { readonly entity: null; readonly basis: OpenBasis };

const open = (basis: OpenBasis): Resolution => ({ entity: null, basis });

/** Another entity bears the name, and this one does not: the record says two things at once. */
function speaksOfAnother(candidate: Candidate, candidates: readonly Candidate[]): boolean {
  return !candidate.name && candidates.some((other) => other.name && other !== candidate);
}

function settle(candidate: Candidate, basis: LinkBasis, candidates: readonly Candidate[]): Resolution {
  if (candidate.contradicts || speaksOfAnother(candidate, candidates)) return open('open_contradiction');
  return { entity: candidate.entity, basis };
}

/**
 * The code decides; then the register entry the source refers to; then the exact name, if one entity alone bears it and
 * no code speaks against it.
 *
 * @param nameKind of a name that is `none` nothing follows.
 */
export function resolveMention(nameKind: NameKind, candidates: readonly Candidate[]): Resolution {
  const coded = candidates.filter(({ code }) => code);
  if (coded.length > 1) return open('open_several');
  if (coded[0]) return settle(coded[0], 'code', candidates);
  const referred = candidates.find(({ reference }) => reference);
  if (referred) return settle(referred, 'reference', candidates);
  const named = nameKind === 'none' ? [] : candidates.filter(({ name }) => name);
  if (named.length > 1) return open('open_several');
  return named[0] ? settle(named[0], 'name', candidates) : open('open_unknown');
}
