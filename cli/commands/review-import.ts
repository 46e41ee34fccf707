/** `ggzy review import`: says what a sheet would do, then does it. */
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { ConfigurationError, describeCause } from '../../core/errors.ts';
import type { AcceptedSheet, SheetJudged } from '../../pipelines/review-import.ts';
import { withMigratedTarget } from '../target.ts';
import { describeRefusal, isRefused, renderOutcomes } from '../review-outcomes.ts';
import type { Database } from '../../database/connection.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

interface ImportOptions {
  readonly as: string;
  readonly dryRun?: true;
  readonly exceptRefused?: true;
}

/** Loaded when it is needed: the other commands need no spreadsheets. */
const reviewImport = () => import('../../pipelines/review-import.ts');

async function readBytes(file: string, { say }: CliContext): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (thrown) {
    const text = describeCause(thrown);
    throw new ConfigurationError(say(`无法读取 ${file}：${text}`, `cannot read ${file}: ${text}`), { cause: thrown });
  }
}

async function accept(context: CliContext, database: Database, file: string): Promise<AcceptedSheet> {
  const { say } = context;
  const { acceptSheet } = await reviewImport();
  const { sheet, refusals } = await acceptSheet(database, { name: file, bytes: await readBytes(file, context) });
  if (sheet) return sheet;
  const reasons = refusals.map((refusal) => `  ${describeRefusal(refusal)[context.language]}`).join('\n');
  throw new ConfigurationError(say(`${file} 不予导入：\n${reasons}`, `${file} is refused:\n${reasons}`), {
    next: say(
      '只填写黄色单元格；若表已改动，请用 ggzy review export 重新导出。',
      'Fill in the yellow cells only; where the sheet was edited, write a new one with ggzy review export.',
    ),
  });
}

async function importSheet(context: CliContext, file: string, options: ImportOptions): Promise<ExitCode> {
  const { say } = context;
  const by = options.as.trim();
  if (by === '') throw new ConfigurationError(say('--as 不能为空', '--as must not be empty'));
  return withMigratedTarget(context, async (database) => {
    const sheet = await accept(context, database, file);
    const { judgeSheet } = await reviewImport();
    const check = await judgeSheet(database, sheet, { by, mode: 'check' });
    const refused = check.outcomes.filter(isRefused);
    context.note(renderOutcomes(check, context));
    const blocked = refused.length > 0 && options.exceptRefused !== true;
    if (options.dryRun === true || blocked || check.outcomes.length === refused.length) {
      context.printJson({ sheet: sheet.stamp.exportId, applied: false, ...countsOf(check) });
      context.note(say('没有写入任何判定。', 'nothing was written.'));
      if (blocked) {
        context.note(
          say(
            '下一步：改正上列各行，或加 --except-refused 只导入其余各行。',
            'next: correct the rows above, or import all the others with --except-refused.',
          ),
        );
      }
      return blocked ? EXIT.red : EXIT.balanced;
    }
    const except = new Set(refused.map(({ answer }) => answer.row));
    const done = await judgeSheet(database, sheet, { by, mode: 'apply', except });
    const id = done.importId ?? '';
    context.printJson({ sheet: sheet.stamp.exportId, applied: true, importId: id, ...countsOf(check) });
    context.note(
      say(
        `已导入，编号 ${id}。判定在下次 ggzy reconcile 时生效；ggzy review undo ${id} 可整体撤回。`,
        `imported as number ${id}. It counts from the next ggzy reconcile on; ggzy review undo ${id} takes all of it back.`,
      ),
    );
    return EXIT.balanced;
  });
}

function countsOf({ outcomes, repeated }: SheetJudged) {
  const count = (outcome: string): number => outcomes.filter((one) => one.outcome === outcome).length;
  return {
    appended: count('appended'),
    waits: count('waits'),
    confirmed: count('confirmed'),
    refused: count('refused'),
    repeated,
  };
}

export function addReviewImport(group: Command, { say, run }: Shell): void {
  group
    .command('import')
    .description(say('导入填好的复核表', 'import a sheet that was filled in'))
    .argument('<file>', say('Excel 文件', 'Excel file'))
    .requiredOption('--as <name>', say('判定人', 'who decides'))
    .option('--dry-run', say('只说明会发生什么', 'only say what would happen'))
    .option('--except-refused', say('不予采纳的各行除外，其余导入', 'import all but the rows that are refused'))
    .action((file: string, options: ImportOptions) => run((context) => importSheet(context, file, options)));
}
