/** Finds the pairs worth weighing: records with a key of a rule in common. */
import type { MatterResult } from './contract.ts';
import type { MatterRecord } from './record.ts';
import type { FindingRule } from './rules.ts';
import { MATTER_SOURCES } from './sources.ts';

export interface Candidate {
  readonly left: number;
  readonly right: number;
  readonly rule: string;
}

/** Two records that bear or name one key. */
export interface Block {
  readonly key: string;
  readonly records: readonly number[];
}

/** An investment project leads, then what is traded, then what tells of it. */
const RANK = new Map(MATTER_SOURCES.map(({ entity }, position) => [entity, position]));

export function inOrder(records: readonly MatterRecord[]): (left: number, right: number) => number {
  return (left, right) => {
    const [one, other] = [records[left], records[right]];
    if (one === undefined || other === undefined) return left - right;
    const byRank = (RANK.get(one.source.entity) ?? 0) - (RANK.get(other.source.entity) ?? 0);
    return byRank === 0 ? Number(one.id > other.id) - Number(one.id < other.id) : byRank;
  };
}

/** @returns blocks of two records and more, and those left alone because their key is too common. */
export function blocksOf(
  rule: FindingRule,
  records: readonly MatterRecord[],
  among: Iterable<number>,
): { readonly blocks: readonly Block[]; readonly skipped: MatterResult['skipped'] } {
  const byKey = new Map<string, number[]>();
  for (const index of among) {
    const record = records[index];
    if (record === undefined) continue;
    for (const key of new Set(rule.keysOf(record))) {
      const block = byKey.get(key);
      if (block === undefined) byKey.set(key, [index]);
      else block.push(index);
    }
  }
  const all = [...byKey].filter(([, block]) => block.length > 1);
  const order = inOrder(records);
  return {
    blocks: all
      .filter(([, block]) => block.length <= rule.most)
      .map(([key, block]) => ({ key, records: block.sort(order) })),
    skipped: all
      .filter(([, block]) => block.length > rule.most)
      .map(([key, block]) => ({ rule: rule.id, key, records: block.length })),
  };
}

/**
 * Who is compared with whom: those that bear the key with each other, those that name it with each bearer. Where nobody
 * bears it, everything hangs on the first. A block of a hundred notices of one tender gives a hundred pairs, not 5,000.
 */
export function pairsOf(rule: FindingRule, block: Block, records: readonly MatterRecord[]): Candidate[] {
  const isBearer = (index: number): boolean => {
    const record = records[index];
    return record !== undefined && rule.bears(record, block.key);
  };
  const bearers = block.records.filter(isBearer);
  const centres = bearers.length === 0 ? block.records.slice(0, 1) : bearers;
  const naming = block.records.filter((index) => !centres.includes(index));
  const pairs: Candidate[] = [];
  for (const [position, centre] of centres.entries()) {
    for (const other of [...centres.slice(position + 1), ...naming]) {
      pairs.push({ left: Math.min(centre, other), right: Math.max(centre, other), rule: rule.id });
    }
  }
  return pairs;
}
