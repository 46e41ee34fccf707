/** `ggzy reconcile evaluate`: how good the entities are, against labels or what stewards have decided. */
import type { Command } from 'commander';
import { readLabels } from '../../pipelines/reconcile/labels.ts';
import type { CliContext, Shell } from '../context.ts';
import { renderJudgementEvaluation, renderLabelEvaluation } from '../evaluation-tables.ts';
import { spillDirectory } from '../engine-directory.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readWholeNumber } from '../options.ts';
import { chooseKind } from '../reconcile-kinds.ts';
import { withMigratedTarget } from '../target.ts';
import { memoryOption } from './reconcile-memory.ts';

interface EvaluateOptions {
  readonly labels?: string;
  readonly memory: string;
}

function print(context: CliContext, found: { readonly count: number; readonly text: () => string }): void {
  const nothing = context.say('没有可比对的标注或判定', 'there is nothing to compare with: no labels, no judgements');
  context.print(found.count === 0 ? nothing : found.text());
}

async function run(context: CliContext, name: string, options: EvaluateOptions): Promise<ExitCode> {
  const { say, signal } = context;
  const kind = chooseKind(name, say);
  const memoryMb = readWholeNumber('--memory', options.memory, say);
  const labels = options.labels === undefined ? null : await readLabels(options.labels);
  const { evaluateJudgements, evaluateLabels } = await import('../../pipelines/reconcile/evaluate.ts');
  return withMigratedTarget(context, async (database, { baseDirectory }) => {
    const spill = spillDirectory(baseDirectory);
    if (labels) {
      const evaluation = await evaluateLabels({ database, kind, memoryMb, spill, signal }, labels);
      if (context.json) context.printJson({ kind, ...evaluation });
      else print(context, { count: evaluation.records, text: () => renderLabelEvaluation(evaluation, say) });
    } else {
      const evaluation = await evaluateJudgements(database, kind);
      if (context.json) context.printJson({ kind, ...evaluation });
      else print(context, { count: evaluation.pairs, text: () => renderJudgementEvaluation(evaluation, say) });
    }
    return EXIT.balanced;
  });
}

export function addReconcileEvaluate(group: Command, { say, run: start }: Shell): void {
  group
    .command('evaluate')
    .description(say('按标注或人工判定衡量归一质量', 'measure against labels, or against what stewards decided'))
    .argument('<kind>', 'experts | enterprises | matters')
    .option(
      '--labels <file>',
      say(
        'CSV：entity_id,system,stream,source_key[,role][,evidence]',
        'CSV: entity_id,system,stream,source_key[,role][,evidence]',
      ),
    )
    .addOption(memoryOption(say))
    .action((name: string, _own: unknown, command: Command) =>
      start((context) => run(context, name, command.optsWithGlobals<EvaluateOptions>())),
    );
}
