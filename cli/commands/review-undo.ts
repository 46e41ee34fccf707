/** `ggzy review undo`: takes a whole imported sheet back. */
import type { Command } from 'commander';
import { ConfigurationError } from '../../core/errors.ts';
import { undoReview } from '../../pipelines/review-undo.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withMigratedTarget } from '../target.ts';

interface UndoOptions {
  readonly as: string;
  readonly why: string;
}

async function undo(context: CliContext, id: string, options: UndoOptions): Promise<ExitCode> {
  const { say } = context;
  const [by, reason] = [options.as.trim(), options.why.trim()];
  if (by === '' || reason === '') {
    throw new ConfigurationError(say('--as 与 --why 不能为空', '--as and --why must not be empty'));
  }
  return withMigratedTarget(context, async (database) => {
    const outcome = await undoReview(database, id, { by, reason });
    context.printJson({ importId: id, ...outcome });
    const { closed, restored, overtaken } = outcome;
    context.note(
      say(
        `导入 ${id} 已撤回：关闭 ${closed} 条判定，恢复之前的 ${restored} 条；另有 ${overtaken} 条早已被取代。`,
        `import ${id} is taken back: ${closed} judgements closed, ${restored} earlier ones restored; ${overtaken} had been superseded.`,
      ),
    );
    return EXIT.balanced;
  });
}

export function addReviewUndo(group: Command, { say, run }: Shell): void {
  group
    .command('undo')
    .description(say('整体撤回一次导入', 'take a whole import back'))
    .argument('<import>', say('导入编号', 'number of the import'))
    .requiredOption('--as <name>', say('撤回人', 'who takes it back'))
    .requiredOption('--why <text>', say('理由', 'why'))
    .action((id: string, options: UndoOptions) => run((context) => undo(context, id, options)));
}
