/** What `ggzy serve` does around the queue: reports, alerts, lineage, reconciliation, the port for machines. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PgBoss } from 'pg-boss';
import { describeCause } from '../core/errors.ts';
import type { Database } from '../database/connection.ts';
import { findNewestNight } from '../database/read/night.ts';
import { tellAlerts } from '../pipelines/alerts/alerts.ts';
import { openChannels, tellAll } from '../pipelines/alerts/channels.ts';
import { gatherNightReport } from '../pipelines/night/report.ts';
import type { SystemSync } from '../pipelines/night/sync-options.ts';
import { nightOf } from '../pipelines/night/sync-system.ts';
import { findSystem } from '../pipelines/registry.ts';
import { emitLineage, lineageEvent } from '../pipelines/serve/lineage.ts';
import type { Log } from '../pipelines/serve/log.ts';
import { readDeadJobs } from '../pipelines/serve/queue.ts';
import type { Settings } from '../pipelines/settings.ts';
import { renderNight } from '../reports/night/terminal.ts';
import type { EntityKind } from '../schemas/identity.ts';
import type { CliContext } from './context.ts';
import { engineDirectory } from './engine-directory.ts';
import { readVersion } from './version.ts';
import { writeWhole } from './whole-file.ts';

export interface NightServer {
  readonly context: CliContext;
  readonly database: Database;
  readonly boss: PgBoss;
  readonly settings: Settings;
  /** Without the password. */
  readonly targetLabel: string;
  readonly log: Log;
}

export async function tellOf({ database, boss, settings, log }: NightServer): Promise<void> {
  const dead = (await readDeadJobs(boss)).map(({ system }) => system);
  const channels = openChannels(settings.night);
  const faults = await tellAlerts({ database, channels, night: nightOf(new Date()), dead });
  for (const message of faults) log('error', 'alert-fails', { message });
}

export async function afterSync(server: NightServer, sync: SystemSync): Promise<void> {
  const { settings, targetLabel, log } = server;
  const { lineage } = settings.night;
  const declaration = findSystem(sync.system);
  if (lineage && declaration) {
    const event = lineageEvent({ sync, declaration, target: targetLabel, now: new Date() });
    await emitLineage(lineage, event, settings.baseDirectory).catch((thrown: unknown) =>
      log('warn', 'lineage-fails', { system: sync.system, message: describeCause(thrown) }),
    );
  }
  await tellOf(server);
}

export async function reconcileAfter({ context, database, settings, log }: NightServer): Promise<void> {
  const { reconcileTouched } = await import('../pipelines/night/reconcile-touched.ts');
  const { operator, signal } = context;
  const directoryOf = (kind: EntityKind): string => engineDirectory(settings.baseDirectory, kind);
  const given = { database, operator, now: new Date(), signal, directoryOf };
  for (const { kind, fault } of await reconcileTouched(given)) {
    log(fault === null ? 'info' : 'error', 'reconcile', { kind, message: fault });
  }
}

/** Written as a page, sent as text: what stands in the terminal. */
export async function reportNight({ context, database, settings, log }: NightServer): Promise<void> {
  const night = await findNewestNight(database);
  if (night === null) return;
  const systems = [...settings.systems.keys()];
  const { operator, say } = context;
  const report = await gatherNightReport({
    database,
    night,
    systems,
    operator,
    productVersion: readVersion(),
    now: new Date(),
  });
  const { renderNightReport } = await import('../reports/night/page.ts');
  const directory = resolve(settings.baseDirectory, settings.night.reportDirectory);
  await mkdir(directory, { recursive: true });
  const file = join(directory, `night-${night}.html`);
  await writeWhole(file, Buffer.from(renderNightReport(report)), { say, mode: 0o644 });
  log('info', 'report', { night, file });
  const message = { subject: `公共资源同步早报 ${night}`, lines: renderNight(report, say).split('\n') };
  for (const fault of await tellAll(openChannels(settings.night), message))
    log('error', 'report-not-sent', { message: fault });
}
