/** How a sync stands now, which is not always how it ended: what it was stopped for may have been answered since. */

const ANSWERED = `('approved', 'refused')`;

/**
 * SQL: the status of a sync; `decided` where it stopped and somebody has answered for every stop of it.
 * @param sync alias of a row of ops.syncs.
 */
export function standing(sync: string): string {
  const stops = `ops.guard_findings f where f.sync_id = ${sync}.id and f.level = 'stop'`;
  const hold = (states: string): string => `exists (select 1 from ops.holds h where h.system = f.system
    and h.stream = f.stream and h.guard = f.guard and h.state in ${states})`;
  return `case when ${sync}.status = 'stopped' and exists (select 1 from ${stops})
      and not exists (select 1 from ${stops} and (${hold(`('open')`)} or not ${hold(ANSWERED)}))
    then 'decided' else ${sync}.status end`;
}
