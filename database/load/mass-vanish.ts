/** What is said of a delivery that lacks too much of a system: one issue under no stream, as long as it is so. */
import type { Database } from '../connection.ts';
import { insertDeliveryIssue, type DeliveryRun } from './delivery-issues.ts';

export interface MassVanish {
  /** Live records the delivery no longer holds, less those somebody has answered for. */
  readonly vanished: number;
  readonly live: number;
}

/** @param found null where no more is missing than may be: what was said before is over. */
export async function recordMassVanish(database: Database, run: DeliveryRun, found: MassVanish | null): Promise<void> {
  const { runId, system, day } = run;
  await database.transaction(async (client) => {
    await client.query(
      `update ops.issues set closed_run = $2
       where system = $1 and stream = '' and rule = 'mass_vanish' and closed_run is null`,
      [system, runId],
    );
    if (found === null) return;
    const position = day === '' ? system : day;
    const detail = `${found.vanished} / ${found.live}`;
    await insertDeliveryIssue(client, run, '', { rule: 'mass_vanish', blocking: true, position, detail });
  });
}
