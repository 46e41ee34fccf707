/** Nights of the three prefectures that send files, for the demonstration: no server is needed. */
import { join } from 'node:path';
import { createRandom } from '../demo-data/forms/random.ts';
import { Sender } from './sender.ts';
import { Nyingchi } from './sources/nyingchi.ts';
import { Qamdo } from './sources/qamdo.ts';
import { Shigatse } from './sources/shigatse.ts';
import { nyingchi, qamdo, shigatse } from './ways.ts';
import { dayOfNight, Prefecture } from './world.ts';

const SEED = 2020;
const NIGHTS = 4;

export class DemoNights {
  readonly numbers = Array.from({ length: NIGHTS }, (_, night) => night);
  readonly #senders: readonly Sender[];
  #next = 0;

  /** @param directory where the prefectures drop their files. */
  constructor(directory: string) {
    const random = createRandom(SEED);
    const drops = { shigatse: new Shigatse(join(directory, 'shigatse')), qamdo: new Qamdo(join(directory, 'qamdo')) };
    const books = new Nyingchi(join(directory, 'nyingchi'));
    const world = (name: string): Prefecture => new Prefecture(random.fork(name));
    this.#senders = [
      new Sender({ source: drops.shigatse, prefecture: world('shigatse'), ways: shigatse(drops.shigatse) }),
      new Sender({ source: drops.qamdo, prefecture: world('qamdo'), ways: qamdo(drops.qamdo) }),
      new Sender({ source: books, prefecture: world('nyingchi'), ways: nyingchi(books) }),
    ];
  }

  get systems(): readonly string[] {
    return this.#senders.map(({ source }) => source.system);
  }

  get settings(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.#senders.map(({ source }) => [source.system, source.settings]));
  }

  /** Most of what a prefecture has is deleted by a slip. */
  isSlip(night: number): boolean {
    return night === NIGHTS - 1;
  }

  /** When the night's sync runs. */
  momentOf(night: number): string {
    return `${dayOfNight(night)}T03:00:00+08:00`;
  }

  /** The next night arrives. */
  async send(): Promise<void> {
    for (const sender of this.#senders) {
      const slips = this.isSlip(this.#next) && sender.source.system === 'nyingchi';
      await sender.send(slips ? 'massDeleteRefused' : null);
    }
    this.#next += 1;
  }
}
