/** `ggzy sync`: one night by hand. */
import type { Command } from 'commander';
import { BusyError } from '../../core/errors.ts';
import { readSyncVolumes } from '../../database/read/syncs.ts';
import { tellAlerts } from '../../pipelines/alerts/alerts.ts';
import { openChannels } from '../../pipelines/alerts/channels.ts';
import { previewSystem } from '../../pipelines/night/preview.ts';
import { nightOf } from '../../pipelines/night/sync-system.ts';
import { syncAll } from '../../pipelines/night/sync-all.ts';
import type { SystemSync } from '../../pipelines/night/sync-options.ts';
import { chooseSystems, openTarget } from '../../pipelines/workspace.ts';
import type { Settings } from '../../pipelines/settings.ts';
import type { Database } from '../../database/connection.ts';
import { loadSettings, type CliContext, type Shell } from '../context.ts';
import { engineDirectory } from '../engine-directory.ts';
import { EXIT, gravest, type ExitCode } from '../exit-codes.ts';
import { describeFailure } from '../failure.ts';
import { MigrationProgress } from '../migration-progress.ts';
import { readMoment, readWholeNumber } from '../options.ts';
import { describeStatus } from '../../reports/night/columns.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import { renderPreviews, renderSyncs } from '../sync-summary.ts';

interface SyncCommandOptions {
  readonly dryRun?: true;
  readonly sweep?: true;
  readonly reconcile: boolean;
  readonly parallel: string;
  readonly at?: string;
}

/** A warning is no failure, nor what was refused by name; what is held or failed is. */
function exitCodeOf({ status, failure }: SystemSync, context: CliContext): ExitCode {
  if (failure instanceof BusyError) return EXIT.busy;
  if (failure) return describeFailure(failure, false, context.say).exitCode;
  return status === 'failed' || status === 'stopped' ? EXIT.red : EXIT.balanced;
}

interface Night {
  readonly database: Database;
  readonly settings: Settings;
  readonly names: readonly string[];
  readonly now: Date;
  readonly sweep: 'due' | 'always';
}

async function preview(context: CliContext, { names, settings, ...night }: Night): Promise<ExitCode> {
  const previews = [];
  for (const declaration of chooseSystems(settings, names)) {
    context.signal.throwIfAborted();
    previews.push(await previewSystem({ ...night, settings, declaration }));
  }
  context.printJson({ dryRun: true, systems: previews });
  if (!context.json) context.print(renderPreviews(previews, context.say));
  context.note(context.say('预演：没有写入任何内容。', 'dry run: nothing was written.'));
  return previews.some(({ fault }) => fault !== null) ? EXIT.source : EXIT.balanced;
}

async function reconcileAll(context: CliContext, { database, settings, now }: Night): Promise<ExitCode> {
  const { say, operator, signal } = context;
  // The engine and its dictionaries are loaded once something is there to reconcile.
  const { reconcileTouched } = await import('../../pipelines/night/reconcile-touched.ts');
  const directoryOf = (kind: EntityKind): string => engineDirectory(settings.baseDirectory, kind);
  const kinds = await reconcileTouched({ database, operator, now, signal, directoryOf });
  for (const { kind, fault } of kinds) if (fault !== null) context.note(`✗ ${kind}  ${fault}`);
  const done = kinds.filter(({ fault }) => fault === null).length;
  context.note(say(`归一：${done} 类已更新`, `reconciled: ${done} kinds`));
  return done === kinds.length ? EXIT.balanced : EXIT.red;
}

async function syncNight(context: CliContext, night: Night, options: SyncCommandOptions): Promise<ExitCode> {
  const { say, operator, signal } = context;
  const { database, settings, names, now, sweep } = night;
  const progress = new MigrationProgress(say, process.stderr);
  const syncs = await syncAll({
    database,
    settings,
    operator,
    now,
    signal,
    sweep,
    declarations: chooseSystems(settings, names),
    listenTo: (system) => progress.listenTo(system),
    parallel: readWholeNumber('--parallel', options.parallel, say),
    onSystem: ({ system, status }) => context.note(`${system}  ${describeStatus(status, say)}`),
  }).finally(() => progress.stop());
  const lines = [];
  for (const sync of syncs) lines.push({ sync, ...(await readSyncVolumes(database, sync.syncId)) });
  const moved = lines.some(({ inserted, updated, deleted }) => inserted + updated + deleted > 0);
  const codes = syncs.map((sync) => exitCodeOf(sync, context));
  if (options.reconcile && moved) codes.push(await reconcileAll(context, night));
  const exitCode = gravest(codes);
  const told = { database, channels: openChannels(settings.night), night: nightOf(now) };
  for (const fault of await tellAlerts(told)) context.note(say(`告警未送达：${fault}`, `not told: ${fault}`));
  if (context.json)
    context.printJson({ exitCode, systems: lines.map(({ sync, ...volumes }) => ({ ...sync, ...volumes })) });
  else context.print(renderSyncs(lines, say));
  return exitCode;
}

async function runSync(context: CliContext, names: readonly string[], options: SyncCommandOptions): Promise<ExitCode> {
  const settings = await loadSettings(context);
  chooseSystems(settings, names);
  const now = readMoment('--at', options.at, context.say);
  const target = await openTarget(settings, 'newest');
  const sweep = options.sweep === true ? 'always' : 'due';
  const night = { database: target.database, settings, names, now, sweep } as const;
  try {
    return options.dryRun ? await preview(context, night) : await syncNight(context, night, options);
  } finally {
    await target.close();
  }
}

export function addSync(program: Command, { say, run }: Shell): void {
  program
    .command('sync')
    .description(say('同步一晚：取来各系统待取的变化', 'one night: takes what waits of every system'))
    .argument('[system...]', say('系统；不写则为全部', 'systems; all when absent'))
    .option('--dry-run', say('只看有什么待取，不写入', 'only show what waits, write nothing'))
    .option('--sweep', say('全部按主键和内容比对', 'compare everything by key and content'))
    .option('--no-reconcile', say('之后不做归一', 'do not reconcile afterwards'))
    .option('--parallel <n>', say('同时处理的系统数', 'systems at the same time'), '2')
    .option('--at <moment>', say('当作这一时刻运行（演练用）', 'run as if it were this moment (for rehearsals)'))
    .action((names: string[], options: SyncCommandOptions) => run((context) => runSync(context, names, options)));
}
