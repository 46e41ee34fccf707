/** `ggzy reconcile blocking`: how many pairs each rule would give, before anything is compared. */
import type { Command } from 'commander';
import type { BlockingAnalysis } from '../../pipelines/reconcile/train.ts';
import { formatCount } from '../../reports/figures.ts';
import { renderTable } from '../../reports/table.ts';
import type { CliContext, Shell } from '../context.ts';
import { spillDirectory } from '../engine-directory.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readWholeNumber } from '../options.ts';
import { chooseMatchedKind } from '../reconcile-kinds.ts';
import { withMigratedTarget } from '../target.ts';
import { memoryOption } from './reconcile-memory.ts';

type Load = BlockingAnalysis['rules'][number];

/** Keys may be personal data: sizes alone are shown. */
function render({ records, rules }: BlockingAnalysis, { say }: CliContext): string {
  const total = rules.reduce((sum, { pairs }) => sum + pairs, 0);
  const table = renderTable<Load>(
    [
      { title: say('规则', 'rule'), value: ({ rule }) => rule },
      { title: say('候选对', 'pairs'), value: ({ pairs }) => formatCount(pairs), align: 'right' },
      {
        title: say('最大的块（记录数）', 'largest blocks (records)'),
        value: ({ largest }) =>
          largest
            .slice(0, 5)
            .map((block) => formatCount(block.records))
            .join(' '),
      },
    ],
    rules,
  );
  const sum = say(
    `${formatCount(records)} 条记录，各规则候选对合计不超过 ${formatCount(total)}`,
    `${formatCount(records)} records, at most ${formatCount(total)} pairs over all rules`,
  );
  return `${table}\n\n${sum}`;
}

async function run(context: CliContext, name: string, options: { readonly memory: string }): Promise<ExitCode> {
  const { say, signal } = context;
  const kind = chooseMatchedKind(name, say);
  const memoryMb = readWholeNumber('--memory', options.memory, say);
  const { analyseBlocking } = await import('../../pipelines/reconcile/train.ts');
  return withMigratedTarget(context, async (database, { baseDirectory }) => {
    const spill = spillDirectory(baseDirectory);
    const analysis = await analyseBlocking({ database, kind, memoryMb, spill, signal, onStep: () => undefined });
    const rules = analysis.rules.map(({ rule, pairs, largest }) => ({
      rule,
      pairs,
      largest: largest.map((block) => block.records),
    }));
    if (context.json) context.printJson({ kind, records: analysis.records, rules });
    else context.print(render(analysis, context));
    return EXIT.balanced;
  });
}

export function addReconcileBlocking(group: Command, { say, run: start }: Shell): void {
  group
    .command('blocking')
    .description(say('比较之前：每条分块规则有多少候选对', 'before comparing: how many pairs each blocking rule gives'))
    .argument('<kind>', 'experts | enterprises')
    .addOption(memoryOption(say))
    .action((name: string, _own: unknown, command: Command) =>
      start((context) => run(context, name, command.optsWithGlobals<{ memory: string }>())),
    );
}
