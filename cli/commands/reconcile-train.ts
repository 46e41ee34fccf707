/** `ggzy reconcile train`: learns a model's numbers from the records, without labels. */
import type { Command } from 'commander';
import type { TrainOptions } from '../../pipelines/reconcile/train.ts';
import { formatCount } from '../../reports/figures.ts';
import type { CliContext, Shell } from '../context.ts';
import { spillDirectory } from '../engine-directory.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readWholeNumber } from '../options.ts';
import { chooseMatchedKind } from '../reconcile-kinds.ts';
import { withMigratedTarget } from '../target.ts';
import { memoryOption } from './reconcile-memory.ts';

type Step = Parameters<TrainOptions['onTraining']>[0];

function describeStep(step: Step, { say }: CliContext): string {
  const count = formatCount;
  if (step.step === 'people') {
    return say(
      `确定的对 ${count(step.certainPairs)}，实体约 ${count(step.people)}`,
      `${count(step.certainPairs)} certain pairs, about ${count(step.people)} entities`,
    );
  }
  if (step.step === 'frequencies') return say(`${step.columns} 列的词频`, `frequencies of ${step.columns} columns`);
  if (step.step === 'u') return say(`随机对 ${count(step.pairs)}`, `${count(step.pairs)} random pairs`);
  return say(
    `规则 ${step.rule}：${count(step.pairs)} 对，其中同一 ${(step.share * 100).toFixed(1)}%，迭代 ${step.iterations} 次`,
    `rule ${step.rule}: ${count(step.pairs)} pairs, ${(step.share * 100).toFixed(1)}% the same, ${step.iterations} iterations`,
  );
}

async function run(context: CliContext, name: string, options: { readonly memory: string }): Promise<ExitCode> {
  const { say, operator, signal } = context;
  const kind = chooseMatchedKind(name, say);
  const memoryMb = readWholeNumber('--memory', options.memory, say);
  const { trainModel } = await import('../../pipelines/reconcile/train.ts');
  return withMigratedTarget(context, async (database, { baseDirectory }) => {
    const { stored } = await trainModel({
      database,
      kind,
      memoryMb,
      spill: spillDirectory(baseDirectory),
      signal,
      madeBy: operator,
      onStep: () => undefined,
      onTraining: (step) => context.note(`  ${describeStep(step, context)}`),
    });
    const { version, state } = stored;
    context.printJson({ kind, version, state });
    context.note(
      say(
        `模型版本 ${version}（${state === 'current' ? '现行，数值未变' : '草稿'}）。下一步：ggzy reconcile ${kind}s --what-if，然后 --model ${version} 采用。`,
        `model version ${version} (${state === 'current' ? 'in force, the same numbers' : 'draft'}). Next: ggzy reconcile ${kind}s --what-if, then --model ${version} to use it.`,
      ),
    );
    return EXIT.balanced;
  });
}

export function addReconcileTrain(group: Command, { say, run: start }: Shell): void {
  group
    .command('train')
    .description(
      say('从数据学习模型的权重（不需要标注）', 'learn the weights of a model from the data, without labels'),
    )
    .argument('<kind>', 'experts | enterprises')
    .addOption(memoryOption(say))
    .action((name: string, _own: unknown, command: Command) =>
      start((context) => run(context, name, command.optsWithGlobals<{ memory: string }>())),
    );
}
