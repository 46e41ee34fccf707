/** `ggzy report night`: what came, what changed, what waits for whom. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ConfigurationError } from '../../core/errors.ts';
import { findNewestNight } from '../../database/read/night.ts';
import { gatherNightReport } from '../../pipelines/night/report.ts';
import { renderNight } from '../../reports/night/terminal.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readDay } from '../options.ts';
import { withMigratedTarget } from '../target.ts';
import { readVersion } from '../version.ts';
import { writeWhole } from '../whole-file.ts';

interface ReportOptions {
  readonly out?: string;
  readonly night?: string;
}

async function run(context: CliContext, options: ReportOptions): Promise<ExitCode> {
  const { say, operator } = context;
  const asked = readDay('--night', options.night, say);
  return withMigratedTarget(context, async (database, settings) => {
    const night = asked ?? (await findNewestNight(database));
    if (night === null) {
      throw new ConfigurationError(say('还没有同步过', 'nothing has been synced yet'), {
        next: say('先运行 ggzy sync。', 'Run ggzy sync first.'),
      });
    }
    const systems = [...settings.systems.keys()];
    const now = new Date();
    const report = await gatherNightReport({ database, night, systems, operator, productVersion: readVersion(), now });
    if (options.out !== undefined) {
      const { renderNightReport } = await import('../../reports/night/page.ts');
      const file = resolve(options.out);
      await writeWhole(file, Buffer.from(renderNightReport(report)), { say, mode: 0o644 });
      context.note(say(`已写入 ${file}`, `wrote ${file}`));
    }
    if (context.json) context.printJson(report);
    else context.print(renderNight(report, say));
    return EXIT.balanced;
  });
}

export function addReportNight(group: Command, { say, run: inContext }: Shell): void {
  group
    .command('night')
    .description(
      say('夜间早报：来了什么、变了什么、等谁处理', 'the night: what came, what changed, what waits for whom'),
    )
    .option('--out <file>', say('同时写成 HTML 文件', 'an HTML file as well'))
    .option('--night <day>', say('哪一晚；默认最近一晚', 'which night; the last one by default'))
    .action((options: ReportOptions) => inContext((context) => run(context, options)));
}
