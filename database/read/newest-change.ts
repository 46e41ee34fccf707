/** The newest time of modification among everything a stream ever delivered. */
import type { Database } from '../connection.ts';
import { quoteName, rawTable } from '../names.ts';

/** A time as databases print it; what was typed by hand says nothing about a clock. */
const TIME = String.raw`^[12]\d{3}-\d\d-\d\d( \d\d:\d\d:\d\d(\.\d+)?)?$`;

export interface ChangeColumn {
  readonly system: string;
  readonly stream: string;
  readonly column: string;
}

/**
 * From the raw layer, which holds every record as it came, those in quarantine included.
 * @param now as the source prints a time; what claims to be later is a slip, and no measure of what was read.
 * @returns null where nothing was delivered yet.
 */
export async function findNewestChange(
  database: Database,
  { system, stream, column }: ChangeColumn,
  now: string,
): Promise<string | null> {
  const name = quoteName(column);
  const [row] = await database.query(
    `select max(${name} collate "C") as newest from ${rawTable(system, stream)}
     where ${name} ~ '${TIME}' and ${name} collate "C" <= $1`,
    [now],
  );
  return row?.['newest'] ?? null;
}
