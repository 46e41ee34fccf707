/** What a fault came to: what the user saw, what the database held, and what the next run made of it. */
import { openDatabase } from '../../database/connection.ts';
import type { Ending, Place } from './place.ts';
import { BIG } from './sources.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';

export interface Account {
  readonly sees: string;
  readonly holds: string;
  readonly next: string;
}

const ISSUES = 'ops."issues"';

/** The run did not end as an undisturbed one: the product has a fault. */
export class Disagreement extends Error {}

/** Shown where the command gave no message of its own. */
const LAST_LINES = 6;

/** Lines of the output that speak of the fault, each once. */
export function messageOf({ code, signal, output }: Ending): string {
  const said = output
    .split('\n')
    .map((line) => line.trim())
    .filter(
      (line) =>
        /^(?:✗ \S+ \S+ {2}\S|错误|位置|下一步)|从中断处继续/.test(line) && !line.includes('ggzy quarantine list'),
    );
  const last = output.trim().split('\n').slice(-LAST_LINES);
  const shown = said.length === 0 && code !== 0 ? last : said;
  const lines = [...new Set(shown)].map((line) => `\`${line}\``).join('<br>');
  if (signal !== null) return `the process is gone (${signal})`;
  return `exit code ${code}${lines === '' ? '' : `: ${lines}`}`;
}

const SUMMARY = `select
  (select status from ops.runs order by seq desc limit 1) as run,
  (select count(*) from ops.runs) as runs,
  (select coalesce(sum(c.ord_to - c.ord_from + 1), 0) from ops.chunks c join ops.runs r using (run_id)
    where c.stream = '${BIG}' and c.phase = 'stage' and r.seq = (select max(seq) from ops.runs)) as staged,
  (select coalesce(sum(c.ord_to - c.ord_from + 1), 0) from ops.chunks c join ops.runs r using (run_id)
    where c.stream = '${BIG}' and c.phase = 'merge' and r.seq = (select max(seq) from ops.runs)) as merged,
  (select count(*) from canonical.land_parcels) as parcels,
  (select count(*) from raw.landmining_td_dk) as raw`;

/** In one sentence; figures are counted, not remembered. */
export async function describeHoldings(url: string): Promise<string> {
  const database = openDatabase(url, 1);
  try {
    const [row] = await database.query(SUMMARY);
    const { run, staged, merged, parcels, raw } = row ?? {};
    if (parcels !== merged) throw new Disagreement(`${parcels} rows are loaded, the ledger says ${merged}`);
    if (raw !== parcels) throw new Disagreement(`${raw} raw rows beside ${parcels} canonical ones`);
    return `run ${run ?? 'none'}; of ${BIG} ${staged} records staged, ${parcels} loaded, each with its ledger entry`;
  } finally {
    await database.close();
  }
}

export async function snapshotOf(url: string): Promise<Snapshot> {
  const database = openDatabase(url, 1);
  try {
    return await takeSnapshot(database);
  } finally {
    await database.close();
  }
}

function firstDifference(one: Snapshot, other: Snapshot): string | null {
  for (const table of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [a = [], b = []] = [one[table], other[table]];
    const at = Array.from({ length: Math.max(a.length, b.length) }, (_, place) => place).find(
      (place) => a[place] !== b[place],
    );
    if (at !== undefined) return `${table}: ${a[at]} instead of ${b[at]}`;
  }
  return null;
}

/** A delivery that could not be read, and can be again: a closed issue says so for good. */
function withoutHistory(snapshot: Snapshot): Snapshot {
  const issues = snapshot[ISSUES] ?? [];
  return {
    ...snapshot,
    [ISSUES]: issues.filter((line) => !(line.includes(',delivery_unreadable,') && line.endsWith(',f)'))),
  };
}

/** @throws Disagreement where the target is not what a run that nobody disturbed leaves. */
export async function expectUndisturbed(url: string, undisturbed: Snapshot): Promise<void> {
  const difference = firstDifference(withoutHistory(await snapshotOf(url)), undisturbed);
  if (difference !== null) throw new Disagreement(difference);
}

/** Runs again without a fault. @throws Disagreement as above. */
export async function runAgain(place: Place, undisturbed: Snapshot): Promise<string> {
  const ending = await place.migrate();
  if (ending.code !== 0) throw new Disagreement(`the next run ends with ${messageOf(ending)}`);
  await expectUndisturbed(place.target, undisturbed);
  const how = ending.output.includes('从中断处继续') ? 'goes on where it stopped' : 'is a new run';
  return `${how}; green, the same content as an undisturbed run`;
}
