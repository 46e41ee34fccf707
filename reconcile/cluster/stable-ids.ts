/**
 * Clusters get the ids their records had before. An id goes to the cluster that holds most of its records; what is split
 * off gets a new one; an entity none of whose clusters kept the id is merged into the one that took most of it.
 */

export interface IdChange {
  /** `merged`: entity redirects to other; `split`: other was split off entity; `moved`: a record went from one to the other. */
  readonly event: 'merged' | 'split' | 'moved';
  /** Ids given out before are positive; new ones are −1, −2, … in the order of their first record. */
  readonly entity: number;
  readonly other: number;
  /** Position of the record that moved. */
  readonly record: number | null;
}

export interface StableIds {
  /** Id of each record's entity. */
  readonly entities: Int32Array;
  /** How many new ids are needed. */
  readonly created: number;
  readonly changes: readonly IdChange[];
}

interface Overlap {
  readonly label: number;
  readonly entity: number;
  records: number;
}

/** Records each cluster has in common with each entity. */
function findOverlaps(labels: Int32Array, before: Int32Array): Overlap[] {
  const byLabel = new Map<number, Overlap[]>();
  for (const [record, label] of labels.entries()) {
    const entity = before[record] ?? 0;
    if (entity === 0) continue;
    const overlaps = byLabel.get(label);
    const known = overlaps?.find((overlap) => overlap.entity === entity);
    if (known) known.records += 1;
    else if (overlaps) overlaps.push({ label, entity, records: 1 });
    else byLabel.set(label, [{ label, entity, records: 1 }]);
  }
  return [...byLabel.values()].flat();
}

/** Most records first; among equals the older id, then the cluster with the smaller first record. */
function inOrder(overlaps: readonly Overlap[]): Overlap[] {
  return overlaps.toSorted(
    (one, other) => other.records - one.records || one.entity - other.entity || one.label - other.label,
  );
}

/**
 * @param labels smallest record of the cluster, per record.
 * @param before entity of each record until now, 0 where it had none. Of every entity among them all records are there.
 */
export function assignIds(labels: Int32Array, before: Int32Array): StableIds {
  const overlaps = inOrder(findOverlaps(labels, before));
  const idOf = new Map<number, number>();
  const kept = new Set<number>();
  for (const { label, entity } of overlaps) {
    if (idOf.has(label) || kept.has(entity)) continue;
    idOf.set(label, entity);
    kept.add(entity);
  }
  let created = 0;
  const entities = new Int32Array(labels.length);
  for (const [record, label] of labels.entries()) {
    let id = idOf.get(label);
    if (id === undefined) {
      created += 1;
      id = -created;
      idOf.set(label, id);
    }
    entities[record] = id;
  }
  return { entities, created, changes: describeChanges({ overlaps, idOf, kept, before, entities }) };
}

interface Assignment {
  readonly overlaps: readonly Overlap[];
  readonly idOf: ReadonlyMap<number, number>;
  readonly kept: ReadonlySet<number>;
  readonly before: Int32Array;
  readonly entities: Int32Array;
}

function describeChanges({ overlaps, idOf, kept, before, entities }: Assignment): IdChange[] {
  const changes: IdChange[] = [];
  const mergedInto = new Map<number, number>();
  const split = new Set<string>();
  for (const { label, entity } of overlaps) {
    const id = idOf.get(label) ?? 0;
    if (id === entity) continue;
    if (!kept.has(entity) && !mergedInto.has(entity)) {
      mergedInto.set(entity, id);
      changes.push({ event: 'merged', entity, other: id, record: null });
    } else if (id < 0) {
      split.add(`${entity} ${id}`);
      changes.push({ event: 'split', entity, other: id, record: null });
    }
  }
  for (const [record, id] of entities.entries()) {
    const entity = before[record] ?? 0;
    if (entity === 0 || entity === id || mergedInto.get(entity) === id || split.has(`${entity} ${id}`)) continue;
    changes.push({ event: 'moved', entity, other: id, record });
  }
  return changes;
}
