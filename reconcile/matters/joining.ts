/**
 * Joins records into matters, the surest first. Numbers join first, then names are counted among what is left, and join
 * where they are borne once.
 */
import type { JudgedPair, LinkStatus, MatterLink, MatterResult, MatterRole } from './contract.ts';
import { bandOf, comparePair, isConflict, weightOf } from './explain.ts';
import { blocksOf, pairsOf, type Block, type Candidate } from './find.ts';
import { Groups } from './groups.ts';
import { isSerial, wholeOf } from './numbers.ts';
import type { MatterRecord } from './record.ts';
import { REFERENCE, RULES } from './rules.ts';
import { HEAD_ROLES } from './sources.ts';

interface Weighed extends Candidate {
  readonly weight: number;
  readonly conflict: boolean;
}

export class Joining {
  readonly #records: readonly MatterRecord[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #groups: Groups;
  readonly #links = new Map<string, MatterLink>();
  readonly #skipped: MatterResult['skipped'][number][] = [];

  constructor(records: readonly MatterRecord[]) {
    this.#records = records;
    this.#numbers = new Map(records.map(({ id }, index) => [id, index]));
    this.#groups = new Groups(records.length);
    for (const [index, { source, codes }] of records.entries()) {
      if (source.investmentCode !== null) this.#groups.declareCodes(index, codes);
    }
  }

  /** Judgements come first: nothing the rules say joins what a steward keeps apart. */
  judge(judged: readonly JudgedPair[]): void {
    const places = judged.flatMap(({ left, right, verdict }) => {
      const [one, other] = [this.#numbers.get(left), this.#numbers.get(right)];
      return one === undefined || other === undefined ? [] : [{ one, other, verdict }];
    });
    for (const { one, other, verdict } of places) if (verdict === 'different') this.#groups.forbid(one, other);
    for (const { one, other, verdict } of places) {
      if (verdict === 'same') this.#join({ ...between(one, other), rule: 'judged', weight: 60, conflict: false });
    }
  }

  joinReferences(): void {
    const pairs = this.#records.flatMap(({ parents }, index) =>
      parents.flatMap((parent): Candidate[] => {
        const of = this.#numbers.get(parent);
        return of === undefined || of === index ? [] : [{ ...between(index, of), rule: REFERENCE.id }];
      }),
    );
    this.#joinAll(pairs.flatMap((pair) => this.#weigh(pair, 1)));
  }

  joinByNumber(): void {
    const weighed = RULES.byNumber.flatMap((rule) => {
      const { blocks, skipped } = blocksOf(rule, this.#records, this.#heads());
      this.#skipped.push(...skipped);
      return blocks.flatMap((block) => pairsOf(rule, block, this.#records).flatMap((pair) => this.#weigh(pair, 1)));
    });
    this.#joinAll(weighed);
  }

  joinByName(): void {
    const rolesOf = this.#headRoles();
    const weighed = RULES.byName.flatMap((rule) => {
      const { blocks, skipped } = blocksOf(rule, this.#records, this.#heads());
      this.#skipped.push(...skipped);
      return blocks.flatMap((block) => {
        const bearersIn = this.#bearersOf(block, rolesOf);
        return pairsOf(rule, block, this.#records).flatMap((pair) => {
          if (this.#groups.groupOf(pair.left) === this.#groups.groupOf(pair.right)) return [];
          const division = this.#records[pair.left]?.division ?? this.#records[pair.right]?.division ?? null;
          return this.#weigh(pair, bearersIn(division));
        });
      });
    });
    this.#joinAll(weighed);
  }

  result(): MatterResult {
    return {
      ids: this.#records.map(({ id }) => id),
      entities: this.#records.map(({ source }) => source.entity),
      roles: this.#records.map(roleOf),
      matters: Int32Array.from(this.#records, (_, index) => this.#groups.groupOf(index)),
      links: this.#lasting(),
      skipped: this.#skipped,
    };
  }

  /** What joined, and of what did not the strongest link between two matters as they ended. */
  #lasting(): MatterLink[] {
    const open = new Set<string>();
    return [...this.#links.values()].filter((link) => {
      if (link.status === 'joined') return true;
      const [one, other] = [this.#groups.groupOf(link.left), this.#groups.groupOf(link.right)];
      const key = `${Math.min(one, other)} ${Math.max(one, other)}`;
      if (one === other || open.has(key)) return false;
      open.add(key);
      return true;
    });
  }

  /** Records that are no part of another one: parts follow their parent and are not looked for. */
  *#heads(): Iterable<number> {
    for (const [index, { parents }] of this.#records.entries()) {
      if (!parents.some((parent) => this.#numbers.has(parent))) yield index;
    }
  }

  /** Roles of the heads in each group, before any name has joined. */
  #headRoles(): ReadonlyMap<number, ReadonlySet<MatterRole>> {
    const roles = new Map<number, Set<MatterRole>>();
    for (const [index, { source }] of this.#records.entries()) {
      if (!HEAD_ROLES.has(source.role)) continue;
      const group = this.#groups.groupOf(index);
      roles.set(group, (roles.get(group) ?? new Set()).add(source.role));
    }
    return roles;
  }

  /**
   * Undertakings under one name in a division: groups that hold a head of the same role. A notice that a number has joined
   * to its tender counts for that tender, whatever the tender itself is called.
   */
  #bearersOf(block: Block, rolesOf: ReadonlyMap<number, ReadonlySet<MatterRole>>): (division: string | null) => number {
    const places = block.records.map((index) => ({
      division: this.#records[index]?.division ?? null,
      group: this.#groups.groupOf(index),
    }));
    return (division) => {
      const inDivision = places.filter((place) => !division || !place.division || place.division === division);
      const perRole = new Map<MatterRole, number>();
      for (const group of new Set(inDivision.map((place) => place.group))) {
        for (const role of rolesOf.get(group) ?? []) perRole.set(role, (perRole.get(role) ?? 0) + 1);
      }
      return Math.max(1, ...perRole.values());
    };
  }

  #weigh(pair: Candidate, bearers: number): Weighed[] {
    const [left, right] = [this.#records[pair.left], this.#records[pair.right]];
    if (left === undefined || right === undefined) return [];
    const findings = comparePair(left, right, { bearers });
    const weight = weightOf(findings);
    return bandOf(weight) === 'apart' ? [] : [{ ...pair, weight, conflict: isConflict(findings) }];
  }

  #joinAll(pairs: readonly Weighed[]): void {
    const idOf = (index: number): string => this.#records[index]?.id ?? '';
    const strongestFirst = (one: Weighed, other: Weighed): number =>
      other.weight - one.weight ||
      idOf(one.left).localeCompare(idOf(other.left)) ||
      idOf(one.right).localeCompare(idOf(other.right));
    for (const pair of [...pairs].sort(strongestFirst)) this.#join(pair);
  }

  #join(pair: Weighed): void {
    const key = `${pair.left} ${pair.right}`;
    if (this.#links.has(key) || this.#groups.groupOf(pair.left) === this.#groups.groupOf(pair.right)) return;
    const band = bandOf(pair.weight) === 'merge' ? 'merge' : 'review';
    const refusal = this.#groups.refusalOf(pair.left, pair.right);
    // A steward may join what two codes keep apart, never what another steward keeps apart.
    const overruled = refusal === 'identifier' && pair.rule === 'judged';
    const unjudged: LinkStatus = band === 'merge' ? 'joined' : 'review';
    const status = refusal === null || overruled ? unjudged : refusal;
    if (status === 'joined') this.#groups.join(pair.left, pair.right);
    this.#links.set(key, { ...pair, band, status, conflict: pair.conflict || status === 'identifier' });
  }
}

const between = (one: number, other: number) => ({ left: Math.min(one, other), right: Math.max(one, other) });

/** A listing under a number of another one is a further lot of the same mandate. */
function roleOf({ source, ownNumber }: MatterRecord): MatterRole {
  const whole = source.role === 'listing' && ownNumber !== null ? wholeOf(ownNumber) : null;
  return whole !== null && isSerial(whole) ? 'lot' : source.role;
}
