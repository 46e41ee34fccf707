/** Gathers the morning report from the database. */
import type { Database } from '../../database/connection.ts';
import { readNight, type Night } from '../../database/read/night.ts';
import type { SyncRecord } from '../../database/read/syncs.ts';
import type { NightReport, NightSystem } from '../../reports/night/report.ts';
import { isRuleId, RULES } from '../../schemas/rules.ts';
import { beijingTime } from '../../schemas/values/beijing.ts';
import { findSystem } from '../registry.ts';
import { toNightHold } from './night-hold.ts';

export interface NightReportOptions {
  readonly database: Database;
  readonly night: string;
  /** Systems that are configured. */
  readonly systems: readonly string[];
  readonly operator: string;
  readonly productVersion: string;
  readonly now: Date;
}

const labelOf = (system: string) => findSystem(system)?.label ?? { zh: system, en: system };

function toSystem(night: Night, sync: SyncRecord): NightSystem {
  const { id, system, status, days, startedAt, finishedAt, message, next } = sync;
  const { read, inserted, updated, deleted, quarantined } = sync;
  const ended = finishedAt === null ? Date.parse(startedAt) : Date.parse(finishedAt);
  const waiting = night.quarantine.filter((group) => group.system === system);
  return {
    system,
    status,
    days,
    message,
    next,
    read,
    inserted,
    updated,
    deleted,
    quarantined,
    label: labelOf(system),
    startedAt: beijingTime(new Date(startedAt)),
    seconds: (ended - Date.parse(startedAt)) / 1000,
    findings: night.findings.filter(({ syncId }) => syncId === id),
    holds: night.holds.filter((hold) => hold.system === system).map(toNightHold),
    streams: night.streams.filter((stream) => stream.system === system),
    waiting: waiting.map(({ rule, count }) => {
      return { rule, count, label: isRuleId(rule) ? RULES[rule] : { zh: rule, en: rule } };
    }),
  };
}

/** Systems that need somebody first, then in the order they are configured. */
function inOrder(systems: readonly NightSystem[], configured: readonly string[]): NightSystem[] {
  const gravity = { failed: 0, stopped: 0, warned: 1, decided: 1, running: 2, busy: 2, green: 2 } as const;
  const place = ({ system, status }: NightSystem): number => gravity[status] * 1000 + configured.indexOf(system);
  return systems.toSorted((one, other) => place(one) - place(other));
}

export async function gatherNightReport(options: NightReportOptions): Promise<NightReport> {
  const { database, systems, operator, productVersion, now } = options;
  const night = await readNight(database, options.night);
  const synced = new Set(night.syncs.map(({ system }) => system));
  return {
    night: night.night,
    madeAt: beijingTime(now),
    madeBy: operator,
    productVersion,
    systems: inOrder(
      night.syncs.map((sync) => toSystem(night, sync)),
      systems,
    ),
    silent: systems.filter((system) => !synced.has(system)).map((system) => ({ system, label: labelOf(system) })),
    reviewPairs: night.reviewPairs,
  };
}
