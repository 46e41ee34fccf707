/** One fault, played on real servers. One file each in `scenarios/`. */
import type { MariadbServer } from '../services/mariadb/server.ts';
import type { Sources } from '../bench/peers/sources.ts';
import type { Account } from './account.ts';
import type { Place, PlaceOptions } from './place.ts';
import type { Snapshot } from './snapshot.ts';

export interface Stage {
  /** Server of the targets and of the PostgreSQL source: an account that may do everything. */
  readonly server: string;
  readonly sources: Sources;
  readonly mariadb: MariadbServer;
  /** What an undisturbed run leaves, by kind of source. */
  readonly undisturbed: Readonly<Record<'mysql' | 'postgres', Snapshot>>;
  /** An empty migrated target, a source and a network, closed with the scenario. */
  open(options: Partial<PlaceOptions> & Pick<PlaceOptions, 'kind'>): Promise<Place>;
}

/** The scenario cannot be played on this machine. */
export class Unplayable extends Error {}

export interface Scenario {
  /** What goes wrong, as the table says it. */
  readonly fault: string;
  /** @throws Unplayable with the reason; Disagreement where the product is at fault. */
  play(stage: Stage): Promise<Account>;
}
