/** `ggzy report reconcile`: what reconciliation came to, as one page that opens without a network. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ConfigurationError } from '../../core/errors.ts';
import { gatherReconcileReport } from '../../pipelines/reconcile/report.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseKinds } from '../reconcile-kinds.ts';
import { withMigratedTarget } from '../target.ts';
import { logUnmasked } from '../unmasked.ts';
import { readVersion } from '../version.ts';
import { writeWhole } from '../whole-file.ts';

interface ReportOptions {
  readonly out: string;
  readonly entity?: string;
  readonly unmasked?: true;
}

async function run(context: CliContext, options: ReportOptions): Promise<ExitCode> {
  const { say, operator } = context;
  const kinds = chooseKinds(options.entity, say);
  const file = resolve(options.out);
  return withMigratedTarget(context, async (database) => {
    const masked = options.unmasked !== true;
    if (!masked) await logUnmasked(context, database, { action: 'report reconcile', subject: kinds.join(',') });
    const now = new Date();
    const report = await gatherReconcileReport({
      database,
      kinds,
      masked,
      operator,
      productVersion: readVersion(),
      now,
    });
    if (report.kinds.length === 0) {
      throw new ConfigurationError(say('还没有归并过', 'nothing has been reconciled yet'), {
        next: say('先运行 ggzy reconcile。', 'Run ggzy reconcile first.'),
      });
    }
    // Loaded here: the other commands draw no charts.
    const { renderReconcileReport } = await import('../../reports/reconcile/page.ts');
    await writeWhole(file, Buffer.from(renderReconcileReport(report)), { say, mode: masked ? 0o644 : 0o600 });
    context.printJson({ file, masked, kinds: report.kinds.map(({ kind, run: { runId } }) => ({ kind, runId })) });
    context.note(say(`已写入 ${file}`, `wrote ${file}`));
    return EXIT.balanced;
  });
}

export function addReportReconcile(group: Command, { say, run: inContext }: Shell): void {
  group
    .command('reconcile')
    .description(say('归并报告（HTML，可离线打开）', 'what reconciliation came to (HTML that opens offline)'))
    .requiredOption('--out <file>', say('HTML 文件', 'HTML file'))
    .option(
      '--entity <kind>',
      say('只报告一类，默认全部', 'one kind, all by default') + ': expert | enterprise | matter',
    )
    .option('--unmasked', say('不遮盖个人信息（将记录访问）', 'do not mask personal data (the access is logged)'))
    .action((options: ReportOptions) => inContext((context) => run(context, options)));
}
