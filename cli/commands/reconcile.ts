/** `ggzy reconcile`: which records are the same expert, enterprise or matter. */
import { Option, type Command } from 'commander';
import type { ReconcileStep } from '../../pipelines/reconcile/options.ts';
import { formatCount } from '../../reports/figures.ts';
import type { CliContext, Shell } from '../context.ts';
import { engineDirectory } from '../engine-directory.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readWholeNumber } from '../options.ts';
import { chooseKinds, KIND_WORDS } from '../reconcile-kinds.ts';
import { renderChanges, renderMentions, renderSummary, type KindResult } from '../reconcile-summary.ts';
import { StepProgress } from '../step-progress.ts';
import { withMigratedTarget } from '../target.ts';
import { addReconcileBlocking } from './reconcile-blocking.ts';
import { addReconcileConflicts } from './reconcile-conflicts.ts';
import { addReconcileEvaluate } from './reconcile-evaluate.ts';
import { addReconcileExplain } from './reconcile-explain.ts';
import { addReconcileJudge } from './reconcile-judge.ts';
import { addReconcileJudgements } from './reconcile-judgements.ts';
import { addReconcilePin } from './reconcile-pin.ts';
import { addReconcileTrain } from './reconcile-train.ts';

interface RunOptions {
  readonly full?: true;
  readonly whatIf?: true;
  readonly model?: string;
  readonly memory: string;
}

const STEPS: Readonly<Record<ReconcileStep, readonly [zh: string, en: string]>> = {
  sync: ['查找变化', 'looking for changes'],
  load: ['读取并标准化', 'reading and standardising'],
  train: ['训练模型', 'training the model'],
  score: ['比较', 'comparing'],
  cluster: ['聚类', 'clustering'],
  write: ['写入', 'writing'],
  golden: ['生成主记录', 'making golden records'],
  mentions: ['归属提及的主体', 'resolving mentions'],
};

async function run(context: CliContext, name: string | undefined, options: RunOptions): Promise<ExitCode> {
  const { say, operator, signal } = context;
  const kinds = chooseKinds(name, say);
  const memoryMb = readWholeNumber('--memory', options.memory, say);
  const version = options.model === undefined ? {} : { modelVersion: readWholeNumber('--model', options.model, say) };
  // The engine and its dictionaries are loaded by the commands that need them.
  const { reconcile: reconcileKind } = await import('../../pipelines/reconcile.ts');
  return withMigratedTarget(context, async (database, settings) => {
    const results: KindResult[] = [];
    for (const kind of kinds) {
      signal.throwIfAborted();
      const progress = new StepProgress(process.stderr);
      const started = performance.now();
      const result = await reconcileKind({
        ...version,
        database,
        kind,
        mode: options.full === true ? 'full' : 'incremental',
        operator,
        now: new Date(),
        signal,
        onStep: (step, done) =>
          progress.show(
            `${say(KIND_WORDS[kind].zh, KIND_WORDS[kind].en)}  ${say(...STEPS[step])} ${formatCount(done)}`,
          ),
        directory: engineDirectory(settings.baseDirectory, kind),
        memoryMb,
        effect: options.whatIf === true ? 'what-if' : 'apply',
      }).finally(() => progress.clear());
      results.push({ kind, result, milliseconds: performance.now() - started });
    }
    print(context, results, options);
    return EXIT.balanced;
  });
}

function print(context: CliContext, results: readonly KindResult[], { whatIf = false }: { whatIf?: boolean }): void {
  const { say } = context;
  if (context.json) {
    context.printJson({ whatIf, results: results.map(({ kind, result }) => ({ kind, ...result })) });
    return;
  }
  context.print(renderSummary(results, say));
  for (const line of results.map((result) => renderMentions(result, say)).filter(Boolean)) context.print(line);
  const changed = results.filter(({ result }) => whatIf || result.changes.length > 0);
  for (const result of changed) context.print(`\n${renderChanges(result, say)}`);
  if (whatIf) context.note(say('预演：没有写入任何内容。', 'what-if: nothing was written.'));
}

export function addReconcile(program: Command, shell: Shell): void {
  const { say } = shell;
  const group = program
    .command('reconcile')
    .description(say('归一：判断哪些记录是同一个实体', 'decides which records are the same entity'))
    .argument(
      '[kind]',
      say('experts、enterprises 或 matters；不写则为全部', 'experts, enterprises or matters; all when absent'),
    )
    .option('--full', say('全部重新比较，而不只是变化的', 'compare everything, not only what has changed'))
    .option('--what-if', say('只说明哪些实体会合并、拆分、移动', 'only say which entities would merge, split or move'))
    .option('--model <version>', say('采用该版本的模型', 'use this version of the model from now on'))
    .addOption(new Option('--memory <mb>', say('比较时的内存上限（MB）', 'memory for comparing (MB)')).default('1000'))
    .action((kind: string | undefined, options: RunOptions) => shell.run((context) => run(context, kind, options)));
  addReconcileTrain(group, shell);
  addReconcileBlocking(group, shell);
  addReconcileExplain(group, shell);
  addReconcileEvaluate(group, shell);
  addReconcileJudge(group, shell);
  addReconcileJudgements(group, shell);
  addReconcileConflicts(group, shell);
  addReconcilePin(group, shell);
}
