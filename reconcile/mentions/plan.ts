/** What all mentions come to in one run: entities they link to, entities they make up among themselves, ids of those. */
import { assignIds, type IdChange } from '../cluster/stable-ids.ts';
import type { NameKind } from '../standardise/enterprise-keys.ts';
import { resolveMention, type Candidate, type Resolution } from './resolve.ts';

export interface Mention {
  /** The code that counts first, with its kind; null where it has none. */
  readonly code: string | null;
  /** The present name without its spelling; null where it says too little. */
  readonly name: string | null;
  readonly nameKind: NameKind;
  readonly candidates: readonly Candidate[];
  /** The entity made up of mentions that it belonged to before this run; 0 for none. */
  readonly ownBefore: number;
}

export type MentionBasis = Resolution['basis'] | 'own_code' | 'own_name';

export interface MentionPlan {
  /** Entity of each mention: 0 left open, negative a new one (−1, −2, …). */
  readonly entities: Int32Array;
  readonly bases: readonly MentionBasis[];
  readonly created: number;
  readonly changes: readonly IdChange[];
}

class Draft {
  readonly mentions: readonly Mention[];
  /** Entity on record, 0 left open, or the number of a group of mentions (negative). */
  readonly bearers: Int32Array;
  readonly bases: MentionBasis[];
  readonly #groups = new Map<string, number>();

  constructor(mentions: readonly Mention[]) {
    this.mentions = mentions;
    const resolved = mentions.map(({ nameKind, candidates }) => resolveMention(nameKind, candidates));
    this.bearers = Int32Array.from(resolved, ({ entity }) => entity ?? 0);
    this.bases = resolved.map(({ basis }) => basis);
  }

  settle(at: number, basis: MentionBasis, bearer: number): void {
    this.bases[at] = basis;
    this.bearers[at] = bearer;
  }

  groupOf(key: string): number {
    const known = this.#groups.get(key) ?? -1 - this.#groups.size;
    this.#groups.set(key, known);
    return known;
  }
}

/** A valid code that nobody on record holds, and no register entry beside it: a body of its own. */
function groupByCode(draft: Draft): void {
  for (const [at, { code, candidates }] of draft.mentions.entries()) {
    const isClaimed = candidates.some((candidate) => candidate.code || candidate.reference);
    if (code === null || isClaimed || !draft.bases[at]?.startsWith('open')) continue;
    draft.settle(at, 'own_code', draft.groupOf(`code ${code}`));
  }
}

/** Who bears each name by what mentions say that are settled: beside a code, a former name or a register entry. */
function collectBearers({ mentions, bearers }: Draft): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const [at, { name }] of mentions.entries()) {
    if (name === null || bearers[at] === 0) continue;
    found.set(name, (found.get(name) ?? new Set()).add(bearers[at] ?? 0));
  }
  return found;
}

/**
 * A name alone: the one that bears it, on record or by what other mentions have shown. Where nobody bears it, mentions of
 * one full name (place, and form or office) are one body.
 */
function followNames(draft: Draft): void {
  const shown = collectBearers(draft);
  for (const [at, { code, name, nameKind }] of draft.mentions.entries()) {
    const basis = draft.bases[at];
    if (code !== null || name === null || (basis !== 'name' && basis !== 'open_unknown')) continue;
    const bearers = new Set(shown.get(name)).add(draft.bearers[at] ?? 0);
    bearers.delete(0);
    const [bearer] = bearers;
    if (bearers.size > 1) draft.settle(at, 'open_several', 0);
    else if (bearer !== undefined) draft.settle(at, bearer < 0 ? 'own_name' : 'name', bearer);
    else if (nameKind === 'full') draft.settle(at, 'own_name', draft.groupOf(`name ${name}`));
  }
}

/** Entities of mentions that none of them is left in, and the entity that most of them are in now. */
function findTakenOver(mentions: readonly Mention[], entities: Int32Array): IdChange[] {
  const went = new Map<number, Map<number, number>>();
  for (const [at, { ownBefore }] of mentions.entries()) {
    if (ownBefore === 0) continue;
    const targets = went.get(ownBefore) ?? new Map<number, number>();
    const now = entities[at] ?? 0;
    went.set(ownBefore, targets.set(now, (targets.get(now) ?? 0) + 1));
  }
  return [...went].flatMap(([entity, targets]): IdChange[] => {
    if (targets.has(entity)) return [];
    const [into] = [...targets]
      .filter(([target]) => target !== 0)
      .toSorted((one, other) => other[1] - one[1] || one[0] - other[0]);
    return into ? [{ event: 'merged', entity, other: into[0], record: null }] : [];
  });
}

/** @param mentions in a fixed order: the same ones give the same plan. */
export function planMentions(mentions: readonly Mention[]): MentionPlan {
  const draft = new Draft(mentions);
  groupByCode(draft);
  followNames(draft);
  const own = [...mentions.keys()].filter((at) => (draft.bearers[at] ?? 0) < 0);
  const ids = assignIds(
    Int32Array.from(own, (at) => -(draft.bearers[at] ?? 0)),
    Int32Array.from(own, (at) => mentions[at]?.ownBefore ?? 0),
  );
  const entities = draft.bearers.slice();
  for (const [place, at] of own.entries()) entities[at] = ids.entities[place] ?? 0;
  const splits = ids.changes.filter(({ event }) => event === 'split');
  const changes = [...splits, ...findTakenOver(mentions, entities)];
  return { entities, bases: draft.bases, created: ids.created, changes };
}
