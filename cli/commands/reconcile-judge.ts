/** `ggzy reconcile judge`: a person decides about two records. */
import { Argument, type Command } from 'commander';
import { ConfigurationError } from '../../core/errors.ts';
import { judge } from '../../pipelines/judge.ts';
import { VERDICTS, type Verdict } from '../../schemas/identity.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { getPair } from '../named-records.ts';
import { chooseKind } from '../reconcile-kinds.ts';
import { withMigratedTarget } from '../target.ts';

interface JudgeOptions {
  readonly as: string;
  readonly why: string;
  readonly kind?: string;
}

const OUTCOMES = {
  appended: { zh: '已记录，下次 ggzy reconcile 生效', en: 'on record; it counts from the next ggzy reconcile on' },
  waits: {
    zh: '已记录；两个有效号码不同，须另一人以同样的命令确认后生效',
    en: 'on record; two valid identifiers differ, so that another person has to confirm it with the same command',
  },
  confirmed: { zh: '已确认，下次 ggzy reconcile 生效', en: 'confirmed; it counts from the next ggzy reconcile on' },
  refused: { zh: '不予采纳', en: 'refused' },
} as const;

async function run(context: CliContext, names: readonly [string, string], verdict: Verdict, options: JudgeOptions) {
  const { say, language } = context;
  const by = options.as.trim();
  if (by === '') throw new ConfigurationError(say('--as 不能为空', '--as must not be empty'));
  const wanted = options.kind === undefined ? '' : chooseKind(options.kind, say);
  return withMigratedTarget(context, async (database): Promise<ExitCode> => {
    const { kind, left, right } = await getPair(database, names, wanted, say);
    const request = { left: left.id, right: right.id, verdict, reason: options.why };
    const { outcomes } = await judge(database, { kind, by, mode: 'apply' }, [request]);
    const [done] = outcomes;
    if (!done || done.outcome === 'refused') {
      throw new ConfigurationError(done?.message?.[language] ?? OUTCOMES.refused[language]);
    }
    context.printJson({ outcome: done.outcome });
    context.note(OUTCOMES[done.outcome][language]);
    return EXIT.balanced;
  });
}

export function addReconcileJudge(group: Command, { say, run: start }: Shell): void {
  group
    .command('judge')
    .description(say('人工判定两条记录', 'decide about two records'))
    .argument('<a>', say('记录：系统/数据流/主键', 'record: system/stream/key'))
    .argument('<b>', say('另一条记录', 'another record'))
    .addArgument(new Argument('<verdict>', say('判定', 'verdict')).choices(VERDICTS))
    .requiredOption('--as <name>', say('判定人', 'who decides'))
    .requiredOption('--why <text>', say('理由', 'why'))
    .option('--kind <kind>', 'expert | enterprise | matter')
    .action((a: string, b: string, verdict: Verdict, options: JudgeOptions) =>
      start((context) => run(context, [a, b], verdict, options)),
    );
}
