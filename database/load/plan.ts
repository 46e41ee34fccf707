/**
 * What the database needs to know of a stream to stage, check and merge it. Pipelines derive it from the stream
 * contract and its mapping, so that this room knows neither connectors nor mappings.
 */
import type { Entity } from '../../schemas/entity.ts';

export interface PlannedPart {
  readonly entity: Entity;
  readonly role: string;
  readonly ordinal: number;
  /** Reference by which the part is told from the others of its role: it stays where its parent is there. */
  readonly follows?: PlannedReference;
}

/** A source column that points to another stream, and the canonical fields it feeds. */
export interface PlannedReference {
  readonly column: string;
  readonly kind: 'parent' | 'party' | 'related';
  readonly parentStream: string;
  readonly parentEntity: Entity;
  /** Column of the parent stream that holds what the reference says; null where it is the key. */
  readonly parentColumn: string | null;
  /** Role of the parent's part. */
  readonly parentRole: string;
  readonly fields: readonly { readonly entity: Entity; readonly field: string }[];
}

export interface PlannedNeighbour {
  readonly entity: Entity;
  readonly field: string;
  /** Source column of the amount, for the issue. */
  readonly column: string;
  readonly parentField: string;
  readonly parentEntity: Entity;
  readonly parentAmount: string;
  /** The parent's field that holds what `parentField` holds; absent: its id. */
  readonly sharing?: string;
  readonly parentStream: string;
  readonly parentColumn: string;
  /** The usual amount is this share of the parent's. */
  readonly share: number;
  /** The amount beside which the parent's own amount stands: where the two agree the parent is right. */
  readonly confirmation?: {
    readonly entity: Entity;
    readonly field: string;
    readonly amount: string;
    readonly low: number;
    readonly high: number;
  };
  /** How far from the usual share an amount may lie and still be of its magnitude. */
  readonly low: number;
  readonly high: number;
}

export interface StreamPlan {
  readonly system: string;
  readonly stream: string;
  readonly position: number;
  readonly mappingVersion: number;
  readonly streamVersion: number;
  /** Source columns of the key. */
  readonly key: readonly string[];
  /** Raw columns, in the order of raw values. */
  readonly columns: readonly string[];
  readonly parts: readonly PlannedPart[];
  readonly references: readonly PlannedReference[];
  readonly neighbours: readonly PlannedNeighbour[];
  /** A key that a complete delivery no longer holds is deleted. */
  readonly deletesByAbsence: boolean;
  /** Of several records of a key in one delivery the last one counts; otherwise the first, and the others are at fault. */
  readonly lastOfKeyCounts: boolean;
  /** The record counts that is the latest by this column, whichever came last; null where time does not decide. */
  readonly latestBy: string | null;
  /** A deletion may carry nothing but the key. */
  readonly deletesBare: boolean;
}

/** Distinct entities of a plan, in part order. */
export function plannedEntities(plan: StreamPlan): Entity[] {
  return [...new Set(plan.parts.map(({ entity }) => entity))];
}

/** What a record of the stream may be: one entity, or alternatives of which each record is one. */
export function ownEntities(plan: StreamPlan): Entity[] {
  return [...new Set(plan.parts.filter(({ role }) => role === '').map(({ entity }) => entity))];
}

/** Money fields of the record's own entities: what the balance of amounts sums. */
export function moneyFields(plan: StreamPlan): { entity: Entity; field: string }[] {
  return ownEntities(plan).flatMap((entity) =>
    entity.fieldNames
      .filter((field) => entity.fields[field]?.meta.kind === 'money')
      .map((field) => ({ entity, field })),
  );
}
