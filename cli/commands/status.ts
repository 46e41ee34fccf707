/** `ggzy status`: the balance of records and amounts of the last run of every stream. */
import type { Command } from 'commander';
import { readAmountBalances, readStreamBalances } from '../../database/read/balances.ts';
import { readOpenCounts, type OpenCounts } from '../../database/read/issues.ts';
import { chooseSystems } from '../../pipelines/workspace.ts';
import { isBalanced, renderAmounts, renderBalances } from '../../reports/balance.ts';
import { formatCount } from '../../reports/figures.ts';
import { renderTable } from '../../reports/table.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withMigratedTarget } from '../target.ts';

function renderOpenCounts(counts: readonly OpenCounts[], { say }: CliContext): string {
  return renderTable<OpenCounts>(
    [
      { title: say('系统', 'system'), value: ({ system }) => system },
      { title: say('未关闭问题', 'open issues'), value: ({ issues }) => formatCount(issues), align: 'right' },
      { title: say('其中阻断', 'blocking'), value: ({ blocking }) => formatCount(blocking), align: 'right' },
      { title: say('隔离中', 'in quarantine'), value: ({ quarantined }) => formatCount(quarantined), align: 'right' },
      { title: say('已豁免', 'waived'), value: ({ waived }) => formatCount(waived), align: 'right' },
    ],
    counts,
  );
}

async function status(context: CliContext, names: readonly string[]): Promise<ExitCode> {
  return withMigratedTarget(context, async (database, settings) => {
    const systems = chooseSystems(settings, names).map(({ system }) => system);
    const streams = await readStreamBalances(database, { systems });
    const amounts = await readAmountBalances(database, { systems });
    const open = await readOpenCounts(database, systems);
    const balanced = streams.every(isBalanced) && amounts.every(({ balances }) => balances);
    if (context.json) {
      context.printJson({ balanced, streams, amounts, open });
    } else if (streams.length === 0) {
      context.print(
        context.say('还没有迁移记录。先运行 ggzy migrate。', 'Nothing migrated yet. Run ggzy migrate first.'),
      );
    } else {
      const parts = [renderBalances(streams, context.say)];
      if (amounts.length > 0) parts.push(renderAmounts(amounts, context.say));
      if (open.length > 0) parts.push(renderOpenCounts(open, context));
      context.print(parts.join('\n\n'));
    }
    return balanced ? EXIT.balanced : EXIT.red;
  });
}

export function addStatus(program: Command, { say, run }: Shell): void {
  program
    .command('status')
    .description(say('最近一次迁移的记录与金额平衡', 'balance of records and amounts of the last migration'))
    .argument('[system...]', say('系统；不写则为全部', 'systems; all when absent'))
    .action((names: string[]) => run((context) => status(context, names)));
}
