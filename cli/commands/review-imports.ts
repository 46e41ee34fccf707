/** `ggzy review imports`: which sheets came back, who brought them, which were taken back. */
import type { Command } from 'commander';
import { readImports, type JudgementImport } from '../../database/identity/imports.ts';
import { renderTable } from '../../reports/table.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withMigratedTarget } from '../target.ts';

function render(imports: readonly JudgementImport[], { say }: CliContext): string {
  if (imports.length === 0) return say('还没有导入过复核表', 'no sheet has been imported');
  return renderTable<JudgementImport>(
    [
      { title: say('编号', 'id'), value: ({ id }) => id, align: 'right' },
      { title: say('复核表', 'sheet'), value: ({ sheetVersion }) => sheetVersion },
      { title: say('文件', 'file'), value: ({ fileName }) => fileName, maxWidth: 40 },
      { title: say('判定人', 'by'), value: ({ by }) => by },
      { title: say('系统用户', 'OS user'), value: ({ osUser }) => osUser },
      { title: say('时间', 'at'), value: ({ at }) => at.slice(0, 19) },
      { title: say('撤回', 'undone'), value: ({ undoneBy }) => undoneBy ?? '' },
    ],
    imports,
  );
}

async function list(context: CliContext): Promise<ExitCode> {
  return withMigratedTarget(context, async (database) => {
    const imports = await readImports(database);
    if (context.json) context.printJson({ imports });
    else context.print(render(imports, context));
    return EXIT.balanced;
  });
}

export function addReviewImports(group: Command, { say, run }: Shell): void {
  group
    .command('imports')
    .description(say('列出导入过的复核表', 'list the sheets that were imported'))
    .action(() => run(list));
}
