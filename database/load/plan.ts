/**
 * What the database needs to know of a stream to stage, check and merge it. Pipelines derive it from the stream
 * contract and its mapping, so that this room knows neither connectors nor mappings.
 */
import type { Entity } from '../../schemas/entity.ts';

export interface PlannedPart {
  readonly entity: Entity;
  readonly role: string;
  readonly ordinal: number;
}

/** A source column that points to another stream, and the canonical fields it feeds. */
export interface PlannedReference {
  readonly column: string;
  readonly kind: 'parent' | 'party' | 'related';
  readonly parentStream: string;
  readonly parentEntity: Entity;
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
  /** A deletion may carry nothing but the key. */
  readonly deletesBare: boolean;
}

/** Distinct entities of a plan, in part order. */
export function plannedEntities(plan: StreamPlan): Entity[] {
  return [...new Set(plan.parts.map(({ entity }) => entity))];
}

/** Money fields of the record's own entity: what the balance of amounts sums. */
export function moneyFields(plan: StreamPlan): { entity: Entity; field: string }[] {
  const main = plan.parts[0]?.entity;
  if (!main) return [];
  return main.fieldNames
    .filter((field) => main.fields[field]?.meta.kind === 'money')
    .map((field) => ({ entity: main, field }));
}
