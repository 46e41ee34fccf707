/** `ggzy export issues`: every open issue as CSV. */
import type { Command } from 'commander';
import { chooseSystems } from '../../pipelines/workspace.ts';
import { exportIssues } from '../../publish/issues.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { shownKeyOf } from '../shown-key.ts';
import { withMigratedTarget } from '../target.ts';
import { logUnmasked } from '../unmasked.ts';

interface ExportIssuesOptions {
  readonly out: string;
  readonly unmasked?: true;
  readonly system?: string;
}

async function run(context: CliContext, options: ExportIssuesOptions): Promise<ExitCode> {
  const { out, unmasked = false, system } = options;
  return withMigratedTarget(context, async (database, settings) => {
    const systems = system === undefined ? [] : chooseSystems(settings, [system]).map((chosen) => chosen.system);
    if (unmasked) await logUnmasked(context, database, { action: 'export issues', subject: system ?? '*' });
    const filter = { systems, stream: '', rule: '', severity: '' };
    const target = { out, confidential: unmasked, signal: context.signal };
    const rows = await exportIssues(database, { filter, unmasked, showKey: shownKeyOf, target });
    if (out !== '-') context.printJson({ file: out, rows });
    context.note(context.say(`${out}：${rows} 个问题`, `${out}: ${rows} issues`));
    return EXIT.balanced;
  });
}

export function addExportIssues(program: Command, shell: Shell): void {
  const { say } = shell;
  program
    .command('issues')
    .description(say('导出未关闭的问题', 'export open issues'))
    .requiredOption('--out <file>', say('CSV 文件；- 为标准输出', 'CSV file; - for standard output'))
    .option('--unmasked', say('不遮盖个人信息（将记录访问）', 'do not mask personal data (the access is logged)'))
    .option('--system <system>', say('只导出一个系统', 'one system only'))
    .action((options: ExportIssuesOptions) => shell.run((context) => run(context, options)));
}
