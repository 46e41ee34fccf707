/** Tells whoever has to know: every cause once, and once more when it is over. */
import type { Database } from '../../database/connection.ts';
import { closeAlerts, markTold, openAlerts, readAlerts } from '../../database/load/alerts.ts';
import { readHolds } from '../../database/read/holds.ts';
import { readLastSyncs } from '../../database/read/syncs.ts';
import { composeMessage, diffAlerts, findCauses, isDeadJob } from './causes.ts';
import { tellAll, type Channel } from './channels.ts';

export interface AlertOptions {
  readonly database: Database;
  readonly channels: readonly Channel[];
  /** Beijing day. */
  readonly night: string;
  /** Systems whose job failed for good; undefined where nobody asked the queue: what was known of them stands. */
  readonly dead?: readonly string[];
}

/** What several processes see at once is told by one of them. */
async function alone<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const holder = await database.connect();
  try {
    await holder.query(`select pg_advisory_lock(hashtextextended('ggzy alerts', 0))`);
    return await work();
  } finally {
    await holder.end();
  }
}

/** What could not be told is told the next time. @returns faults of channels. */
export async function tellAlerts({ database, channels, night, dead }: AlertOptions): Promise<string[]> {
  return alone(database, async () => {
    const syncs = await readLastSyncs(database);
    const holds = await readHolds(database, { systems: [], states: ['open'] });
    const known = await readAlerts(database);
    const lost = dead ?? known.filter(({ cause, over }) => isDeadJob(cause) && !over).map(({ system }) => system);
    const changes = diffAlerts(known, findCauses({ syncs, holds, dead: lost }));
    await openAlerts(database, changes.open);
    await closeAlerts(database, changes.close);
    const alerts = await readAlerts(database);
    const message = composeMessage(alerts, night);
    if (!message || channels.length === 0) return [];
    const faults = await tellAll(channels, message);
    if (faults.length === channels.length) return faults;
    const begun = alerts.filter(({ told, over }) => !told && !over).map(({ cause }) => cause);
    await markTold(database, { begun, over: alerts.filter(({ over }) => over).map(({ cause }) => cause) });
    return faults;
  });
}
