/** Writes what was decided. One transaction with everything else of the run. */
import type { Client } from '../../database/connection.ts';
import { writeConflicts, writeJudgementStates } from '../../database/identity/findings.ts';
import { giveOutIds, settleEntities, writeEvents, writeMembers } from '../../database/identity/members.ts';
import type { StoredPair } from '../../database/identity/pairs.ts';
import type { Bands } from '../../reconcile/contract.ts';
import { PAIR_STATUSES } from '../../reconcile/cluster/input.ts';
import type { PairTable } from '../../reconcile/cluster/pair-table.ts';
import type { IdChange } from '../../reconcile/cluster/stable-ids.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import type { JudgedRecords } from './judged.ts';
import type { IdentityPlan } from './plan.ts';
import type { Scope } from './scope.ts';

export interface WriteContext {
  readonly client: Client;
  readonly kind: EntityKind;
  readonly runId: string;
  /** A full run has looked at everything. */
  readonly whole: boolean;
  /** Role of the record at a position; empty where the record is the entity. */
  readonly roleOf: (position: number) => string;
  /** Why clusters changed, for the history. */
  readonly reason: string;
}

/** Pairs as rows of the store. */
export function pairRows(scope: Scope, pairs: PairTable, { statuses }: IdentityPlan, { merge }: Bands) {
  const { left, right, weight, conflict, length } = pairs;
  const at = (pair: number): StoredPair => {
    const [one, other] = [scope.recordNos[left[pair] ?? 0] ?? 0, scope.recordNos[right[pair] ?? 0] ?? 0];
    return {
      left: Math.min(one, other),
      right: Math.max(one, other),
      weight: weight[pair] ?? 0,
      conflict: conflict[pair] === 1,
      band: (weight[pair] ?? 0) >= merge ? 'merge' : 'review',
      status: PAIR_STATUSES[statuses[pair] ?? 0] ?? 'review',
    };
  };
  return { length, at };
}

/** @returns the changes with the ids that were given out. */
export async function writeIdentity(
  { client, kind, runId, whole, roleOf, reason }: WriteContext,
  scope: Scope,
  plan: IdentityPlan,
  judged: JudgedRecords,
): Promise<IdChange[]> {
  const given = await giveOutIds(client, { kind, runId }, plan.created);
  const idOf = (entity: number): number => (entity < 0 ? (given[-entity - 1] ?? 0) : entity);
  const { recordNos } = scope;
  await writeMembers(client, runId, {
    length: scope.length,
    at: (position) => ({
      recordNo: recordNos[position] ?? 0,
      entity: idOf(plan.entities[position] ?? 0),
      role: roleOf(position),
    }),
  });
  const changes = plan.changes.map((change) => ({ ...change, other: idOf(change.other) }));
  const events = changes.map(({ event, entity, other, record }) => ({
    event,
    entity,
    other,
    recordNo: record === null ? null : (recordNos[record] ?? null),
    reason,
  }));
  await writeEvents(client, { kind, runId }, events);
  await settleEntities(client, kind, runId);
  await writeJudgementStates(client, { kind, runId }, judged.states);
  await writeConflicts(client, { kind, runId, scope: whole ? null : recordNos }, plan.conflicts);
  return changes;
}
