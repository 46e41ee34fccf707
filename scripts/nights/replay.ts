/**
 * What has to stand in the unified database: the sources' state as of the last delivery that counts, less what waits in
 * quarantine. Knows nothing of the engine: it goes through what was delivered, one delivery after the other.
 */
import type { Change, Fields, Kind } from './world.ts';

export interface Standing {
  readonly kind: Kind;
  readonly serial: number;
  readonly fields: Fields;
  /** Deleted at the source; the record is kept. */
  readonly deleted: boolean;
}

/** A change in a delivery that counts; `stamp` says which of two changes of a record is newer. */
export interface Delivered {
  readonly change: Change;
  readonly stamp: number;
}

export interface ReplayRules {
  /** A deleted record is sent with its values; elsewhere a deletion is the key alone, or an absence. */
  readonly deletionsCarryValues: boolean;
}

export class Replayer {
  readonly #rules: ReplayRules;
  readonly #standing = new Map<number, Standing>();
  readonly #stamps = new Map<number, number>();

  constructor(rules: ReplayRules) {
    this.#rules = rules;
  }

  /** One delivery: of several changes of a record the newest counts, unless something newer came before. */
  apply(delivery: readonly Delivered[]): void {
    const last = new Map<number, Delivered>();
    for (const delivered of delivery) {
      const { serial } = delivered.change;
      if ((last.get(serial)?.stamp ?? -1) <= delivered.stamp) last.set(serial, delivered);
    }
    for (const [serial, { change, stamp }] of last) {
      if ((this.#stamps.get(serial) ?? -1) > stamp) continue;
      this.#stamps.set(serial, stamp);
      this.#take(change);
    }
  }

  /** Everything that was ever accepted. */
  get standing(): readonly Standing[] {
    return [...this.#standing.values()].toSorted((a, b) => a.serial - b.serial);
  }

  #take({ op, kind, serial, fields }: Change): void {
    const before = this.#standing.get(serial);
    const { deletionsCarryValues } = this.#rules;
    if (op === 'delete' && !deletionsCarryValues) {
      if (before) this.#standing.set(serial, { ...before, deleted: true });
      return;
    }
    // An amount below zero is refused; what was there before stays.
    if ((fields['amount'] ?? '').startsWith('-')) return;
    this.#standing.set(serial, { kind, serial, fields, deleted: op === 'delete' });
  }
}
