/** Causes somebody is told of: once when they appear, once when they are over. */
import type { Database, Row } from '../connection.ts';

export interface AlertRecord {
  readonly cause: string;
  readonly system: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly told: boolean;
  readonly over: boolean;
}

function toAlert(row: Row): AlertRecord {
  return {
    cause: row['cause'] ?? '',
    system: row['system'] ?? '',
    title: { zh: row['title_zh'] ?? '', en: row['title_en'] ?? '' },
    told: row['told_at'] !== null,
    over: row['over_at'] !== null,
  };
}

/** Those that are not settled: not told yet, not over yet, or over and not told. */
export async function readAlerts(database: Database): Promise<AlertRecord[]> {
  const rows = await database.query(
    'select * from ops.alerts where over_at is null or over_told_at is null order by cause',
  );
  return rows.map(toAlert);
}

export interface NewAlert {
  readonly cause: string;
  readonly system: string;
  readonly title: { readonly zh: string; readonly en: string };
}

/** A cause that comes back after it was over is a new one. */
export async function openAlerts(database: Database, alerts: readonly NewAlert[]): Promise<void> {
  for (const { cause, system, title } of alerts) {
    await database.query(
      `insert into ops.alerts (cause, system, title_zh, title_en) values ($1, $2, $3, $4)
       on conflict (cause) do update set title_zh = excluded.title_zh, title_en = excluded.title_en, opened_at = now(),
         told_at = case when alerts.over_at is null then alerts.told_at end, over_at = null, over_told_at = null`,
      [cause, system, title.zh, title.en],
    );
  }
}

/** One that nobody was told of is over without a word. */
export async function closeAlerts(database: Database, causes: readonly string[]): Promise<void> {
  await database.query(
    `update ops.alerts set over_at = now(), over_told_at = case when told_at is null then now() end
     where cause = any($1) and over_at is null`,
    [causes],
  );
}

export async function markTold(
  database: Database,
  { begun, over }: { readonly begun: readonly string[]; readonly over: readonly string[] },
): Promise<void> {
  await database.query('update ops.alerts set told_at = now() where cause = any($1)', [begun]);
  await database.query('update ops.alerts set over_told_at = now() where cause = any($1)', [over]);
}
