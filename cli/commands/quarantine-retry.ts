/** `ggzy quarantine retry`: maps what waits once more, from the raw layer; no legacy system is asked. */
import type { Command } from 'commander';
import type { Database } from '../../database/connection.ts';
import { retryQuarantine } from '../../pipelines/retry.ts';
import type { Settings } from '../../pipelines/settings.ts';
import { chooseSystems } from '../../pipelines/workspace.ts';
import type { CliContext, Shell } from '../context.ts';
import { gravest, type ExitCode } from '../exit-codes.ts';
import { MigrationProgress } from '../migration-progress.ts';
import { renderOutcomes } from '../migration-summary.ts';
import { runSystem, stopsEverything, type SystemOutcome } from '../migration.ts';
import { withMigratedTarget } from '../target.ts';

interface Retry {
  readonly database: Database;
  readonly settings: Settings;
  readonly names: readonly string[];
}

async function retryAll(context: CliContext, { database, settings, names }: Retry): Promise<SystemOutcome[]> {
  const { signal, operator } = context;
  const { chunkSize } = settings;
  const shown = new MigrationProgress(context.say, process.stderr);
  const outcomes: SystemOutcome[] = [];
  for (const declaration of chooseSystems(settings, names)) {
    const { system } = declaration;
    const run = (progress: ReturnType<typeof shown.listenTo>) =>
      retryQuarantine({ database, declaration, chunkSize, operator, now: new Date(), signal, progress });
    const outcome = await runSystem(context, database, { system, run }, shown.listenTo(system));
    outcomes.push(outcome);
    if (stopsEverything(outcome)) break;
  }
  shown.stop();
  return outcomes;
}

async function retry(context: CliContext, names: readonly string[]): Promise<ExitCode> {
  return withMigratedTarget(context, async (database, settings) => {
    const outcomes = await retryAll(context, { database, settings, names });
    const exitCode = gravest(outcomes.map((outcome) => outcome.exitCode));
    if (context.json) context.printJson({ exitCode, systems: outcomes });
    else context.print(renderOutcomes(outcomes, context.say));
    return exitCode;
  });
}

export function addQuarantineRetry(group: Command, { say, run }: Shell): void {
  group
    .command('retry')
    .description(say('重试隔离的记录（映射修改后，或上级记录到达后）', 'try quarantined records again'))
    .argument('[system...]', say('系统；不写则为全部', 'systems; all when absent'))
    .action((names: string[]) => run((context) => retry(context, names)));
}
