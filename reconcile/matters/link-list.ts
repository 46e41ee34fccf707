/** Links between records as they are decided, each pair once, in columns. */
import type { LinkStatus, MatterLink } from './contract.ts';
import { WeighedPairs, type WeighedPair } from './weighed-pairs.ts';

const STATUSES: readonly LinkStatus[] = ['joined', 'review', 'identifier', 'must_not_link'];

export interface DecidedPair extends WeighedPair {
  readonly band: MatterLink['band'];
  readonly status: LinkStatus;
}

export class LinkList {
  readonly #records: number;
  readonly #pairs = new WeighedPairs();
  /** Place of the status, twice, and 1 in the merge band. */
  readonly #says: number[] = [];
  readonly #seen = new Set<number>();

  /** @param records how many there are. */
  constructor(records: number) {
    this.#records = records;
  }

  has(left: number, right: number): boolean {
    return this.#seen.has(left * this.#records + right);
  }

  add(pair: DecidedPair): void {
    this.#seen.add(pair.left * this.#records + pair.right);
    this.#pairs.add(pair);
    this.#says.push(STATUSES.indexOf(pair.status) * 2 + Number(pair.band === 'merge'));
  }

  /** In the order in which they were decided. */
  *[Symbol.iterator](): Generator<MatterLink> {
    for (let at = 0; at < this.#pairs.length; at += 1) {
      const says = this.#says[at] ?? 0;
      const band = says % 2 === 1 ? 'merge' : 'review';
      yield { ...this.#pairs.at(at), band, status: STATUSES[says >> 1] ?? 'review' };
    }
  }
}
