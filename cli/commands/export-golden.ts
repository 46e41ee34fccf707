/** `ggzy export golden`: one row per expert, enterprise or matter. */
import type { Command } from 'commander';
import { exportGolden } from '../../publish/golden.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseKind } from '../reconcile-kinds.ts';
import { withMigratedTarget } from '../target.ts';
import { logUnmasked } from '../unmasked.ts';

interface GoldenOptions {
  readonly entity: string;
  readonly out: string;
  readonly unmasked?: true;
}

async function run(context: CliContext, options: GoldenOptions): Promise<ExitCode> {
  const { out, unmasked = false } = options;
  const kind = chooseKind(options.entity, context.say);
  return withMigratedTarget(context, async (database) => {
    if (unmasked) await logUnmasked(context, database, { action: 'export golden', subject: kind });
    const target = { out, confidential: unmasked, signal: context.signal };
    const rows = await exportGolden(database, { kind, unmasked, target });
    if (out !== '-') context.printJson({ file: out, entity: kind, rows });
    context.note(context.say(`${out}：${rows} 条主记录`, `${out}: ${rows} golden records`));
    return EXIT.balanced;
  });
}

export function addExportGolden(program: Command, shell: Shell): void {
  const { say } = shell;
  program
    .command('golden')
    .description(say('导出主记录：一个实体一行', 'export golden records: one row per entity'))
    .requiredOption('--entity <kind>', 'expert | enterprise | matter')
    .requiredOption('--out <file>', say('CSV 文件；- 为标准输出', 'CSV file; - for standard output'))
    .option('--unmasked', say('不遮盖个人信息（将记录访问）', 'do not mask personal data (the access is logged)'))
    .action((options: GoldenOptions) => shell.run((context) => run(context, options)));
}
