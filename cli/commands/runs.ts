/** `ggzy runs`: nights that were, with durations and volumes. */
import type { Command } from 'commander';
import { readDead } from '../../database/read/operations.ts';
import { readSyncs, type SyncRecord } from '../../database/read/syncs.ts';
import { chooseSystems } from '../../pipelines/workspace.ts';
import { formatSeconds } from '../../reports/figures.ts';
import { describeDays, describeStatus, volumeColumns } from '../../reports/night/columns.ts';
import { renderTable } from '../../reports/table.ts';
import { beijingTime } from '../../schemas/values/beijing.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readLimit } from '../options.ts';
import { withMigratedTarget } from '../target.ts';

function durationOf({ startedAt, finishedAt }: SyncRecord): string {
  return finishedAt === null ? '…' : formatSeconds(Date.parse(finishedAt) - Date.parse(startedAt));
}

function renderRuns(runs: readonly SyncRecord[], { say }: CliContext): string {
  return renderTable<SyncRecord>(
    [
      { title: say('开始', 'began'), value: ({ startedAt }) => beijingTime(new Date(startedAt)).slice(0, 16) },
      { title: say('系统', 'system'), value: ({ system }) => system },
      { title: say('结果', 'outcome'), value: ({ status }) => describeStatus(status, say) },
      { title: say('用时', 'took'), value: durationOf, align: 'right' },
      { title: say('业务日', 'days'), value: ({ days }) => describeDays(days) },
      ...volumeColumns<SyncRecord>(say),
      { title: say('说明', 'why'), value: ({ message }) => message ?? '', maxWidth: 50 },
    ],
    runs,
  );
}

async function list(context: CliContext, names: readonly string[], limit: number): Promise<ExitCode> {
  return withMigratedTarget(context, async (database, settings) => {
    const systems = names.length === 0 ? [] : chooseSystems(settings, names).map(({ system }) => system);
    const runs = await readSyncs(database, { systems, limit });
    const dead = (await readDead(database)).filter(({ system }) => systems.length === 0 || systems.includes(system));
    if (context.json) context.printJson({ runs, dead });
    else if (runs.length === 0) context.print(context.say('还没有同步过。', 'Nothing has been synced yet.'));
    else context.print(renderRuns(runs, context));
    for (const { system, at, message } of dead) {
      const since = beijingTime(new Date(at)).slice(0, 16);
      context.note(
        context.say(`✗ 任务已搁置：${system}  ${since}  ${message}`, `✗ dead job: ${system}  ${since}  ${message}`),
      );
    }
    return EXIT.balanced;
  });
}

export function addRuns(program: Command, { say, run }: Shell): void {
  program
    .command('runs')
    .description(say('同步历史：用时与数量', 'nights that were: durations and volumes'))
    .argument('[system...]', say('系统；不写则为全部', 'systems; all when absent'))
    .option('--limit <n>', say('最多多少条', 'how many at the most'), '30')
    .action((names: string[], { limit }: { limit: string }) =>
      run((context) => list(context, names, readLimit(limit, context.say))),
    );
}
