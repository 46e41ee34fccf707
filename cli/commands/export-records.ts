/** `ggzy export records`: the canonical records of one entity as CSV. */
import type { Command } from 'commander';
import { chooseSystems } from '../../pipelines/workspace.ts';
import { exportRecords } from '../../publish/records.ts';
import type { CliContext, Shell } from '../context.ts';
import { chooseEntity } from '../entities.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { shownKeyOf } from '../shown-key.ts';
import { withMigratedTarget } from '../target.ts';
import { logUnmasked } from '../unmasked.ts';

interface ExportRecordsOptions {
  readonly entity: string;
  readonly out: string;
  readonly unmasked?: true;
  readonly system?: string;
}

async function run(context: CliContext, options: ExportRecordsOptions): Promise<ExitCode> {
  const { out, unmasked = false, system } = options;
  const entity = chooseEntity(options.entity, context.say);
  return withMigratedTarget(context, async (database, settings) => {
    const systems = system === undefined ? [] : chooseSystems(settings, [system]).map((chosen) => chosen.system);
    const subject = `${entity.name} ${system ?? '*'}`;
    if (unmasked) await logUnmasked(context, database, { action: 'export records', subject });
    const target = { out, confidential: unmasked, signal: context.signal };
    const rows = await exportRecords(database, { entity, systems, unmasked, showKey: shownKeyOf, target });
    if (out !== '-') context.printJson({ file: out, entity: entity.name, rows });
    context.note(context.say(`${out}：${rows} 条${entity.label.zh}`, `${out}: ${rows} records of ${entity.name}`));
    return EXIT.balanced;
  });
}

export function addExportRecords(program: Command, shell: Shell): void {
  const { say } = shell;
  program
    .command('records')
    .description(say('导出统一记录', 'export canonical records'))
    .requiredOption('--entity <name>', say('实体，见 ggzy docs entities', 'entity, see ggzy docs entities'))
    .requiredOption('--out <file>', say('CSV 文件；- 为标准输出', 'CSV file; - for standard output'))
    .option('--unmasked', say('不遮盖个人信息（将记录访问）', 'do not mask personal data (the access is logged)'))
    .option('--system <system>', say('只导出一个系统', 'one system only'))
    .action((options: ExportRecordsOptions) => shell.run((context) => run(context, options)));
}
