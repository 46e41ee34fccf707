/** `ggzy migrate`: the work itself. */
import type { Command } from 'commander';
import { ConfigurationError } from '../../core/errors.ts';
import type { Say } from '../../core/language.ts';
import { migrateChanges } from '../../pipelines/changes.ts';
import { refuseWholeOfDays } from '../../pipelines/day-deliveries.ts';
import { migrateSystem } from '../../pipelines/run.ts';
import { persevere } from '../../pipelines/persevere.ts';
import type { Settings } from '../../pipelines/settings.ts';
import { openWorkspace, reopenSource, type OpenSystem, type Workspace } from '../../pipelines/workspace.ts';
import { loadSettings, type CliContext, type Shell } from '../context.ts';
import { gravest, type ExitCode } from '../exit-codes.ts';
import { readDay, readMoment } from '../options.ts';
import { MigrationProgress } from '../migration-progress.ts';
import { renderOutcomes } from '../migration-summary.ts';
import { runSystem, stopsEverything, type SystemOutcome } from '../migration.ts';

interface MigrateOptions {
  readonly asOf?: string;
  readonly day?: string;
  readonly chunkSize?: string;
  readonly changed?: true;
}

function readChunkSize(text: string, say: Say): number {
  const size = Number(text);
  if (/^\d+$/.test(text) && size >= 1 && size <= 1_000_000) return size;
  throw new ConfigurationError(say(`--chunk-size ${text} 无效`, `--chunk-size ${text} is invalid`), {
    next: say('应为 1 至 1000000 的整数。', 'A whole number from 1 to 1000000.'),
  });
}

interface Migration {
  readonly settings: Settings;
  readonly workspace: Workspace;
  readonly now: Date;
  readonly day: string;
  readonly chunkSize: number;
  /** Live systems are read by what was changed. */
  readonly changed: boolean;
  readonly frozen: boolean;
}

async function migrateAll(context: CliContext, migration: Migration): Promise<SystemOutcome[]> {
  const { workspace, settings, now, day, chunkSize, frozen, changed } = migration;
  const { signal, operator } = context;
  const { database } = workspace.target;
  const progress = new MigrationProgress(context.say, process.stderr);
  const outcomes: SystemOutcome[] = [];
  const runOne = (opened: OpenSystem): Promise<SystemOutcome> => {
    const { declaration, connector, fault, readBy, incremental, readers } = opened;
    const work = {
      system: declaration.system,
      run: async (listener: ReturnType<typeof progress.listenTo>) => {
        signal.throwIfAborted();
        refuseWholeOfDays(settings, declaration);
        if (!connector) throw fault ?? new Error(`${declaration.system} has no connector`);
        const common = { database, declaration, chunkSize, operator, now, day, signal, progress: listener };
        return persevere({
          connector,
          reopen: () => reopenSource(settings, opened),
          onLost: ({ message }, seconds) => listener({ kind: 'lost', message, seconds }),
          signal,
          run: (source) => {
            const options = { ...common, connector: source };
            // A kind that cannot tell what was changed is read as a whole.
            if (changed && incremental) return migrateChanges(options);
            return migrateSystem({ ...options, readBy, readers, complete: true, ...(frozen ? { frozen } : {}) });
          },
        });
      },
    };
    return runSystem(context, database, work, progress.listenTo(declaration.system));
  };
  for (const system of workspace.systems) {
    const outcome = await runOne(system);
    outcomes.push(outcome);
    if (stopsEverything(outcome)) break;
  }
  progress.stop();
  return outcomes;
}

async function migrate(context: CliContext, names: readonly string[], options: MigrateOptions): Promise<ExitCode> {
  const { say } = context;
  const settings = await loadSettings(context);
  const now = readMoment('--as-of', options.asOf, say);
  const day = readDay('--day', options.day, say) ?? '';
  const chunkSize = options.chunkSize === undefined ? settings.chunkSize : readChunkSize(options.chunkSize, say);
  const workspace = await openWorkspace(settings, names);
  try {
    context.note(`${say('目标库：', 'target: ')}${workspace.target.label}`);
    const frozen = options.asOf !== undefined;
    const outcomes = await migrateAll(context, {
      settings,
      workspace,
      now,
      day,
      chunkSize,
      frozen,
      changed: options.changed === true,
    });
    const exitCode = gravest(outcomes.map((outcome) => outcome.exitCode));
    if (context.json) context.printJson({ exitCode, systems: outcomes });
    else context.print(renderOutcomes(outcomes, say));
    return exitCode;
  } finally {
    await workspace.close();
  }
}

export function addMigrate(program: Command, { say, run }: Shell): void {
  program
    .command('migrate')
    .description(say('迁移（可重复运行；中断后再次运行即继续）', 'migrate (repeatable; goes on after an interruption)'))
    .argument('[system...]', say('系统；不写则为全部', 'systems; all when absent'))
    .option(
      '--as-of <date>',
      say('数据截止时间；直连的库不读取此后改动的记录', 'freezes the run: what changed later is left out'),
    )
    .option(
      '--changed',
      say('直连的库只读取上次之后改动的记录（不判断消失的记录）', 'live systems: only what was changed since'),
    )
    .option('--day <day>', say('交付的业务日', 'business day of the delivery'))
    .option('--chunk-size <n>', say('每个事务的记录数', 'records per transaction'))
    .action((names: string[], options: MigrateOptions) => run((context) => migrate(context, names, options)));
}
