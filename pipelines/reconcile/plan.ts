/** From pairs and judgements to what identity will say: pure, so that a what-if and a run decide alike. */
import type { NewConflict } from '../../database/identity/findings.ts';
import { hashText } from '../../core/ids.ts';
import type { Bands } from '../../reconcile/contract.ts';
import { cluster } from '../../reconcile/cluster/cluster.ts';
import { DEFAULT_MARGINS, STATUS, type ClusterOutput, type JudgedEdge } from '../../reconcile/cluster/input.ts';
import type { PairTable } from '../../reconcile/cluster/pair-table.ts';
import { assignIds, type StableIds } from '../../reconcile/cluster/stable-ids.ts';
import { IDENTIFIER_KINDS } from '../../reconcile/judgements/identifiers.ts';
import type { JudgedRecords, NumberedJudgement } from './judged.ts';
import type { Scope } from './scope.ts';

export interface IdentityPlan extends StableIds {
  readonly statuses: Uint8Array;
  readonly conflicts: readonly NewConflict[];
}

function edgesIn(scope: Scope, judgements: readonly NumberedJudgement[]): JudgedEdge[] {
  return judgements.flatMap(({ judgement, left, right }) => {
    const [one, other] = [scope.positionOf(left), scope.positionOf(right)];
    return one < 0 || other < 0 ? [] : [{ judgement: judgement.id, left: one, right: other }];
  });
}

export function judgementConflicts(
  judged: JudgedRecords,
  contradictory: readonly (readonly string[])[],
): NewConflict[] {
  const byId = new Map(judged.all.map((entry) => [entry.judgement.id, entry]));
  const contradictions = contradictory.map((ids): NewConflict => ({
    rule: 'contradictory_judgements',
    subject: ids.join(','),
    records: [...new Set(ids.flatMap((id) => [byId.get(id)?.left ?? -1, byId.get(id)?.right ?? -1]))],
    detail: ids.map((id) => `#${id}`).join(' '),
  }));
  const lifted = judged.all.filter(({ standing }) => standing.state === 'lifted');
  return [
    ...contradictions,
    ...lifted.map(({ judgement, left, right, standing }): NewConflict => ({
      rule: 'judgement_lifted',
      subject: judgement.id,
      records: [left, right],
      detail: standing.changed.join(' '),
    })),
  ];
}

/** Pairs so alike that they would have been merged, were there not two valid identifiers. */
export function pairConflicts(
  scope: Scope,
  pairs: PairTable,
  { statuses }: ClusterOutput,
  { merge }: Bands,
): NewConflict[] {
  const conflicts: NewConflict[] = [];
  for (let pair = 0; pair < pairs.length; pair += 1) {
    if (statuses[pair] !== STATUS.identifier || (pairs.weight[pair] ?? 0) < merge) continue;
    const records = [pairs.left[pair], pairs.right[pair]].map((at) => scope.recordNos[at ?? 0] ?? 0);
    conflicts.push({ rule: 'two_identifiers', subject: records.join('-'), records, detail: '' });
  }
  return conflicts;
}

/** One valid identifier that stands in two entities. The subject hides it. */
function sharedIdentifiers(scope: Scope, labels: Int32Array): NewConflict[] {
  return scope.identifiers.flatMap((numbers, kind) => {
    const holders = new Map<number, number[]>();
    for (const [position, value] of numbers.entries()) {
      if (value === 0) continue;
      const list = holders.get(value);
      if (list) list.push(position);
      else holders.set(value, [position]);
    }
    return holders
      .values()
      .toArray()
      .flatMap((positions): NewConflict[] => {
        if (new Set(positions.map((position) => labels[position])).size < 2) return [];
        const records = positions.map((position) => scope.recordNos[position] ?? 0).toSorted((a, b) => a - b);
        const detail = IDENTIFIER_KINDS[kind] ?? '';
        return [{ rule: 'shared_identifier', subject: hashText(records.join(',')), records, detail }];
      });
  });
}

export function planIdentity(scope: Scope, pairs: PairTable, judged: JudgedRecords, bands: Bands): IdentityPlan {
  const output = cluster({
    records: scope.length,
    pairs,
    rules: { bands, ...DEFAULT_MARGINS },
    identifiers: scope.identifiers,
    onePerStream: scope.streams,
    same: edgesIn(scope, judged.same),
    different: edgesIn(scope, judged.different),
  });
  return {
    ...assignIds(output.labels, scope.before),
    statuses: output.statuses,
    conflicts: [
      ...judgementConflicts(judged, output.contradictory),
      ...pairConflicts(scope, pairs, output, bands),
      ...sharedIdentifiers(scope, output.labels),
    ],
  };
}
