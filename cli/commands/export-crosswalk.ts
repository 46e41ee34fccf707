/** `ggzy export crosswalk`: which source record is which entity. */
import type { Command } from 'commander';
import { exportCrosswalk } from '../../publish/crosswalk.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseKind } from '../reconcile-kinds.ts';
import { withMigratedTarget } from '../target.ts';

interface CrosswalkOptions {
  readonly entity: string;
  readonly out: string;
}

async function run(context: CliContext, options: CrosswalkOptions): Promise<ExitCode> {
  const { out } = options;
  const kind = chooseKind(options.entity, context.say);
  return withMigratedTarget(context, async (database) => {
    const rows = await exportCrosswalk(database, kind, { out, confidential: false, signal: context.signal });
    if (out !== '-') context.printJson({ file: out, entity: kind, rows });
    context.note(context.say(`${out}：${rows} 条对照`, `${out}: ${rows} records`));
    return EXIT.balanced;
  });
}

export function addExportCrosswalk(program: Command, shell: Shell): void {
  const { say } = shell;
  program
    .command('crosswalk')
    .description(say('导出对照表：来源记录属于哪个实体', 'export which source record is which entity'))
    .requiredOption('--entity <kind>', 'expert | enterprise | matter')
    .requiredOption('--out <file>', say('CSV 文件；- 为标准输出', 'CSV file; - for standard output'))
    .action((options: CrosswalkOptions) => shell.run((context) => run(context, options)));
}
