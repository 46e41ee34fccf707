/** How good the entities are, against labels or against what stewards have decided. Pairs for review count as apart. */
import { readJudgedPairs, readPlacedMembers, type PlacedMember } from '../../database/identity/evaluation.ts';
import { countedQuality, evaluate, type CountedQuality, type Evaluation } from '../../reconcile/evaluate/evaluate.ts';
import type { Database } from '../../database/connection.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import type { Label } from './labels.ts';
import { scoreLabelled, type EvaluationOptions, type LabelledPairs } from './labelled-pairs.ts';

export interface LabelEvaluation extends Evaluation {
  /** Labelled records that are in no entity. */
  readonly missing: number;
  /** Pairs put together wrongly. */
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

function* pairsWithin(labels: Int32Array): Generator<readonly [number, number]> {
  for (const group of Map.groupBy(labels.keys(), (record) => labels[record] ?? 0).values()) {
    for (const [at, left] of group.entries()) for (const right of group.slice(at + 1)) yield [left, right];
  }
}

/** A label that says nothing of evidence leaves it to the record itself. */
function readIdentified(labelled: readonly Labelled[], own: LabelledPairs['identified']): Uint8Array {
  return Uint8Array.from(labelled, ({ evidence }, at) =>
    evidence === '' ? (own[at] ?? 0) : Number(evidence === 'id'),
  );
}

/**
 * Labels marked `weak` are left out: such a record cannot be assigned with certainty; and of a crosswalk of enterprises the
 * records that only mention one.
 */
async function readLabelled(database: Database, kind: EntityKind, labels: readonly Label[]) {
  const members = new Map((await readPlacedMembers(database, kind)).map((member) => [placeOf(member), member]));
  const used = labels.filter(({ evidence, role }) => evidence !== 'weak' && (kind === 'matter' || role === ''));
  const labelled = used.flatMap((label): Labelled[] => {
    const member = members.get(placeOf(label));
    return member ? [{ member, truth: label.entity, evidence: label.evidence }] : [];
  });
  return { labelled, missing: used.length - labelled.length };
}

/** The pairs of the labelled records are scored again with the model in use, so that those below the floor count too. */
export async function evaluateLabels(options: EvaluationOptions, labels: readonly Label[]): Promise<LabelEvaluation> {
  const { labelled, missing } = await readLabelled(options.database, options.kind, labels);
  const recordNos = Int32Array.from(labelled, ({ member }) => member.recordNo);
  const { pairs, bands, identified } = await scoreLabelled(options, recordNos);
  const clusters = numbered(labelled.map(({ member }) => member.entity));
  const truth = numbered(labelled.map(({ truth: entity }) => entity));
  const wrong = [...pairsWithin(clusters)].flatMap(([left, right]) => {
    const [one, other] = [labelled[left], labelled[right]];
    return one && other && truth[left] !== truth[right] ? [[one.member, other.member] as const] : [];
  });
  const input = { pairs, bands, clusters, truth, identified: readIdentified(labelled, identified) };
  return { ...evaluate(input), missing, wrong };
}

export interface JudgementEvaluation {
  /** Judged pairs. */
  readonly pairs: number;
  readonly edges: CountedQuality;
  readonly keptShare: number;
  readonly wrong: LabelEvaluation['wrong'];
}

/** Pairs that stewards have judged `same` or `different`, before their judgement counted: what weights alone would do. */
export async function evaluateJudgements(database: Database, kind: EntityKind): Promise<JudgementEvaluation> {
  const judged = await readJudgedPairs(database, kind);
  const joined = judged.filter(({ wouldJoin }) => wouldJoin);
  const same = judged.filter(({ verdict }) => verdict === 'same');
  const hits = joined.filter(({ verdict }) => verdict === 'same').length;
  return {
    pairs: judged.length,
    edges: countedQuality({ hits, claimed: joined.length, actual: same.length }),
    keptShare: same.length === 0 ? 1 : same.filter(({ kept }) => kept).length / same.length,
    wrong: joined.filter(({ verdict }) => verdict === 'different').map(({ left, right }) => [left, right] as const),
  };
}
