/** How good the entities are, against labels or against what stewards have decided. Pairs for review count as apart. */
import type { Database } from '../../database/connection.ts';
import {
  readJudgedPairs,
  readLivePairs,
  readPlacedMembers,
  type PlacedMember,
} from '../../database/identity/evaluation.ts';
import { countByEvidence, type Evidence } from '../../reconcile/evaluate/evidence.ts';
import { bCubed, exactShare, qualityOf, type Agreement, type Quality } from '../../reconcile/evaluate/quality.ts';
import { wilsonInterval, type Interval } from '../../reconcile/evaluate/wilson.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import type { Label } from './labels.ts';

export interface BandQuality extends Quality, Agreement {
  /** Records of a pair that show a valid identifier; `all` is every pair. */
  readonly evidence: 'all' | Evidence;
  readonly precisionWithin: Interval;
  readonly recallWithin: Interval;
}

export interface Evaluation {
  readonly records: number;
  /** Labelled records that are in no entity. */
  readonly missing: number;
  readonly byEvidence: readonly BandQuality[];
  readonly component: Quality;
  readonly bCubed: Quality;
  readonly exact: number;
  /** Of the true pairs: kept as pairs at all, so that a steward can find them. */
  readonly keptShare: number;
  /** Pairs put together wrongly, by record number. */
  readonly wrong: readonly (readonly [PlacedMember, PlacedMember])[];
}

interface Labelled {
  readonly member: PlacedMember;
  readonly truth: string;
  readonly evidence: string;
}

const placeOf = (of: { system: string; stream: string; sourceKey: string }): string =>
  JSON.stringify([of.system, of.stream, of.sourceKey]);

/** Numbers for texts. */
function numbered(texts: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(texts, (text) => {
    if (!numbers.has(text)) numbers.set(text, numbers.size);
    return numbers.get(text) ?? 0;
  });
}

function* pairsWithin(groups: Iterable<readonly number[]>): Generator<readonly [number, number]> {
  for (const group of groups) {
    for (const [at, left] of group.entries()) for (const right of group.slice(at + 1)) yield [left, right];
  }
}

function groupsOf(labels: Int32Array): Iterable<number[]> {
  return Map.groupBy(labels.keys(), (record) => labels[record] ?? 0).values();
}

const EVIDENCE = ['all', 'both', 'one', 'none'] as const;

function bandOf(evidence: BandQuality['evidence'], of: Agreement): BandQuality {
  return {
    evidence,
    ...of,
    ...qualityOf(of),
    precisionWithin: wilsonInterval(of.hits, of.claimed),
    recallWithin: wilsonInterval(of.hits, of.actual),
  };
}

/**
 * Labels marked `weak` are left out: such a record cannot be assigned with certainty; and of a crosswalk of enterprises the
 * records that only mention one.
 */
export async function evaluateLabels(
  database: Database,
  kind: EntityKind,
  labels: readonly Label[],
): Promise<Evaluation> {
  const members = new Map((await readPlacedMembers(database, kind)).map((member) => [placeOf(member), member]));
  const used = labels.filter(({ evidence, role }) => evidence !== 'weak' && (kind === 'matter' || role === ''));
  const labelled = used.flatMap((label): Labelled[] => {
    const member = members.get(placeOf(label));
    return member ? [{ member, truth: label.entity, evidence: label.evidence }] : [];
  });
  const found = numbered(labelled.map(({ member }) => member.entity));
  const truth = numbered(labelled.map(({ truth: entity }) => entity));
  const identified = Uint8Array.from(labelled, ({ evidence }) => (evidence === 'id' ? 1 : 0));
  const counts = countByEvidence(found, truth, identified);
  const kept = await readLivePairs(database, kind);
  const pairKey = (left: number, right: number): string => {
    const [one, other] = [labelled[left]?.member.recordNo ?? 0, labelled[right]?.member.recordNo ?? 0];
    return `${Math.min(one, other)} ${Math.max(one, other)}`;
  };
  const actual = [...pairsWithin(groupsOf(truth))];
  const reachable = actual.filter(([left, right]) => found[left] === found[right] || kept.has(pairKey(left, right)));
  const wrong = [...pairsWithin(groupsOf(found))].flatMap(([left, right]) => {
    const [one, other] = [labelled[left], labelled[right]];
    return one && other && truth[left] !== truth[right] ? [[one.member, other.member] as const] : [];
  });
  return {
    records: labelled.length,
    missing: used.length - labelled.length,
    byEvidence: EVIDENCE.map((evidence) => bandOf(evidence, counts[evidence])),
    component: qualityOf(counts.all),
    bCubed: bCubed(found, truth),
    exact: exactShare(found, truth),
    keptShare: actual.length === 0 ? 1 : reachable.length / actual.length,
    wrong,
  };
}

/** Pairs that stewards have judged `same` or `different`, before their judgement counted: what weights alone would do. */
export async function evaluateJudgements(database: Database, kind: EntityKind): Promise<Evaluation> {
  const judged = await readJudgedPairs(database, kind);
  const joined = judged.filter(({ wouldJoin }) => wouldJoin);
  const same = judged.filter(({ verdict }) => verdict === 'same');
  const of = {
    hits: joined.filter(({ verdict }) => verdict === 'same').length,
    claimed: joined.length,
    actual: same.length,
  };
  const quality = qualityOf(of);
  return {
    records: judged.length * 2,
    missing: 0,
    byEvidence: [bandOf('all', of)],
    component: quality,
    bCubed: quality,
    exact: quality.recall,
    keptShare: same.length === 0 ? 1 : same.filter(({ kept }) => kept).length / same.length,
    wrong: joined.filter(({ verdict }) => verdict === 'different').map(({ left, right }) => [left, right] as const),
  };
}
