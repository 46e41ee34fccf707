/** `ggzy quarantine list`: what waits, by rule. */
import type { Command } from 'commander';
import { readQuarantineGroups, type QuarantineGroup } from '../../database/read/quarantine.ts';
import { chooseSystems } from '../../pipelines/workspace.ts';
import { formatCount } from '../../reports/figures.ts';
import { renderTable } from '../../reports/table.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withMigratedTarget } from '../target.ts';
import { describeRule } from './issues.ts';

const SHOWN_IDS = 5;

function renderGroups(groups: readonly QuarantineGroup[], { language, say }: CliContext): string {
  if (groups.length === 0) return say('隔离区为空', 'nothing is in quarantine');
  const table = renderTable<QuarantineGroup>(
    [
      { title: say('系统', 'system'), value: ({ system }) => system },
      { title: say('数据流', 'stream'), value: ({ stream }) => stream },
      { title: say('规则', 'rule'), value: ({ rule }) => rule },
      { title: say('记录', 'records'), value: ({ count }) => formatCount(count), align: 'right' },
      { title: say('编号', 'ids'), value: ({ ids, count }) => ids.join(' ') + (count > ids.length ? ' …' : '') },
      { title: '', value: ({ rule }) => describeRule(rule, language) },
    ],
    groups,
  );
  return `${table}\n\n${say('下一步：ggzy quarantine show <编号>', 'next: ggzy quarantine show <id>')}`;
}

async function list(context: CliContext, names: readonly string[]): Promise<ExitCode> {
  return withMigratedTarget(context, async (database, settings) => {
    const systems = chooseSystems(settings, names).map(({ system }) => system);
    const groups = await readQuarantineGroups(database, systems, SHOWN_IDS);
    if (context.json) context.printJson({ groups });
    else context.print(renderGroups(groups, context));
    return EXIT.balanced;
  });
}

export function addQuarantineList(group: Command, { say, run }: Shell): void {
  group
    .command('list')
    .description(say('按规则列出隔离的记录', 'quarantined records by rule'))
    .argument('[system...]', say('系统；不写则为全部', 'systems; all when absent'))
    .action((names: string[]) => run((context) => list(context, names)));
}
