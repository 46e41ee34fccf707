/** `ggzy quarantine waive`: someone answers for a record that will not be loaded. */
import type { Command } from 'commander';
import { ConfigurationError } from '../../core/errors.ts';
import { findQuarantineEntry, waiveQuarantine } from '../../database/read/quarantine.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withMigratedTarget } from '../target.ts';

interface WaiveOptions {
  readonly reason: string;
  readonly as: string;
}

async function waive(context: CliContext, id: string, options: WaiveOptions): Promise<ExitCode> {
  const { say } = context;
  const [by, reason] = [options.as.trim(), options.reason.trim()];
  if (by === '' || reason === '') {
    throw new ConfigurationError(say('--as 与 --reason 不能为空', '--as and --reason must not be empty'));
  }
  return withMigratedTarget(context, async (database) => {
    const entry = await findQuarantineEntry(database, id);
    if (!entry || !(await waiveQuarantine(database, { id, by, reason }))) {
      const state = entry ? say(`状态为 ${entry.state}`, `is ${entry.state}`) : say('不存在', 'does not exist');
      throw new ConfigurationError(
        say(`隔离记录 ${id} ${state}，不能豁免`, `entry ${id} ${state}: it cannot be waived`),
        {
          next: say('用 ggzy quarantine list 查看待处理的编号。', 'See the open ids with ggzy quarantine list.'),
        },
      );
    }
    context.printJson({ id, state: 'waived', by, reason });
    context.note(say(`隔离记录 ${id} 已由 ${by} 豁免：${reason}`, `entry ${id} waived by ${by}: ${reason}`));
    return EXIT.balanced;
  });
}

export function addQuarantineWaive(group: Command, { say, run }: Shell): void {
  group
    .command('waive')
    .description(say('豁免一条隔离记录（不入库，留下姓名与理由）', 'waive a quarantined record, with name and reason'))
    .argument('<id>', say('编号', 'id'))
    .requiredOption('--reason <text>', say('理由', 'why'))
    .requiredOption('--as <name>', say('决定人', 'who decides'))
    .action((id: string, options: WaiveOptions) => run((context) => waive(context, id, options)));
}
