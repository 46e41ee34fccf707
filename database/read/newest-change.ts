/** The newest time of modification among everything a stream ever delivered. */
import type { Database } from '../connection.ts';
import { quoteName, rawTable } from '../names.ts';

/** A time as databases print it; what was typed by hand says nothing about a clock. */
const TIME = /^[12]\d{3}-\d\d-\d\d( \d\d:\d\d:\d\d(\.\d+)?)?$/;

export interface ChangeColumn {
  readonly system: string;
  readonly stream: string;
  readonly column: string;
}

/** @param among condition on `r`, the raw row. */
async function findNewestTime(
  database: Database,
  { system, stream, column }: ChangeColumn,
  { now, among }: { readonly now: string; readonly among: string },
): Promise<string | null> {
  const name = quoteName(column);
  const newest = async (form: string): Promise<string | null> => {
    const [row] = await database.query(
      `select max(${name} collate "C") as newest from ${rawTable(system, stream)} r
       where ${name} collate "C" <= $1 and ${among} ${form}`,
      [now],
    );
    return row?.['newest'] ?? null;
  };
  // The form is looked at where it has to be: of a million times it costs seven times what comparing them does.
  const last = await newest('');
  return last === null || TIME.test(last) ? last : newest(`and ${name} ~ '${TIME.source}'`);
}

/**
 * From the raw layer, which holds every record as it came, those in quarantine included.
 * @param now as the source prints a time; what claims to be later is a slip, and no measure of what was read.
 * @returns null where nothing was delivered yet.
 */
export function findNewestChange(database: Database, from: ChangeColumn, now: string): Promise<string | null> {
  return findNewestTime(database, from, { now, among: 'true' });
}

/** The greatest number of a journal, as text; null where nothing was delivered yet. */
export async function findNewestNumber(
  database: Database,
  { system, stream, column }: ChangeColumn,
): Promise<string | null> {
  const name = quoteName(column);
  const [row] = await database.query(
    String.raw`select max(${name}::numeric)::text as newest from ${rawTable(system, stream)} where ${name} ~ '^\d{1,30}$'`,
  );
  return row?.['newest'] ?? null;
}

/**
 * The newest cursor among what is live. It steps back only where the source does: the record that had it carries an
 * older one now. A record whose newer state waits in quarantine says nothing: the source no longer shows what is live here.
 */
export function findNewestLive(database: Database, from: ChangeColumn, now: string): Promise<string | null> {
  const waiting = `select 1 from ${rawTable(from.system, from.stream)} q
    where q._source_key = r._source_key and q._state = 'quarantined'`;
  return findNewestTime(database, from, { now, among: `r._state = 'live' and not exists (${waiting})` });
}
