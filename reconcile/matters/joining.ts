/**
 * Joins records into matters, the surest first. Numbers join first, then names are counted among what is left, and join
 * where they are borne once.
 */
import { bearersOf, headRoles } from './bearers.ts';
import type { JudgedPair, LinkStatus, MatterLink, MatterResult } from './contract.ts';
import { bandOf, comparePair, isConflict, weightOf } from './explain.ts';
import { blocksOf, pairsOf, type Block, type Candidate } from './find.ts';
import { Groups } from './groups.ts';
import { LinkList } from './link-list.ts';
import { roleOf, type MatterRecord } from './record.ts';
import { REFERENCE, RULES, type FindingRule } from './rules.ts';
import { placesOf, WeighedPairs, type WeighedPair } from './weighed-pairs.ts';

export class Joining {
  readonly #records: readonly MatterRecord[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #groups: Groups;
  readonly #links: LinkList;
  /** Place of each record by its id. */
  #places: Int32Array | null = null;
  readonly #skipped: MatterResult['skipped'][number][] = [];

  constructor(records: readonly MatterRecord[]) {
    this.#records = records;
    this.#numbers = new Map(records.map(({ id }, index) => [id, index]));
    this.#groups = new Groups(records.length);
    this.#links = new LinkList(records.length);
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
    const pairs = new WeighedPairs();
    for (const [index, { parents }] of this.#records.entries()) {
      for (const parent of parents) {
        const of = this.#numbers.get(parent);
        if (of !== undefined && of !== index) this.#weigh({ ...between(index, of), rule: REFERENCE.id }, 1, pairs);
      }
    }
    this.#joinAll(pairs);
  }

  joinByNumber(): void {
    const pairs = new WeighedPairs();
    for (const rule of RULES.byNumber) {
      for (const block of this.#blocks(rule)) {
        for (const pair of pairsOf(rule, block, this.#records)) this.#weigh(pair, 1, pairs);
      }
    }
    this.#joinAll(pairs);
  }

  joinByName(): void {
    const roles = headRoles(this.#records, this.#groups);
    const pairs = new WeighedPairs();
    for (const rule of RULES.byName) {
      for (const block of this.#blocks(rule)) {
        const bearersIn = bearersOf(block, { records: this.#records, groups: this.#groups, roles });
        for (const pair of pairsOf(rule, block, this.#records)) {
          if (this.#groups.groupOf(pair.left) === this.#groups.groupOf(pair.right)) continue;
          const division = this.#records[pair.left]?.division ?? this.#records[pair.right]?.division ?? null;
          this.#weigh(pair, bearersIn(division), pairs);
        }
      }
    }
    this.#joinAll(pairs);
  }

  #blocks(rule: FindingRule): readonly Block[] {
    const { blocks, skipped } = blocksOf(rule, this.#records, this.#heads());
    this.#skipped.push(...skipped);
    return blocks;
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
    return [...this.#links].filter((link) => {
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

  #weigh(pair: Candidate, bearers: number, into: WeighedPairs): void {
    const [left, right] = [this.#records[pair.left], this.#records[pair.right]];
    if (left === undefined || right === undefined) return;
    const findings = comparePair(left, right, { bearers });
    const weight = weightOf(findings);
    if (bandOf(weight) !== 'apart') into.add({ ...pair, weight, conflict: isConflict(findings) });
  }

  #joinAll(pairs: WeighedPairs): void {
    this.#places ??= placesOf(this.#records);
    const places = this.#places;
    for (const pair of pairs.strongestFirst((record) => places[record] ?? 0)) this.#join(pair);
  }

  #join(pair: WeighedPair): void {
    const { left, right } = pair;
    if (this.#links.has(left, right) || this.#groups.groupOf(left) === this.#groups.groupOf(right)) return;
    const band = bandOf(pair.weight) === 'merge' ? 'merge' : 'review';
    const refusal = this.#groups.refusalOf(left, right);
    // A steward may join what two codes keep apart, never what another steward keeps apart.
    const overruled = refusal === 'identifier' && pair.rule === 'judged';
    const unjudged: LinkStatus = band === 'merge' ? 'joined' : 'review';
    const status = refusal === null || overruled ? unjudged : refusal;
    if (status === 'joined') this.#groups.join(left, right);
    this.#links.add({ ...pair, band, status, conflict: pair.conflict || status === 'identifier' });
  }
}

const between = (one: number, other: number) => ({ left: Math.min(one, other), right: Math.max(one, other) });
