/** `ggzy reconcile evaluate`: how good the entities are, against labels or what stewards have decided. */
import type { Command } from 'commander';
import {
  evaluateJudgements,
  evaluateLabels,
  type BandQuality,
  type Evaluation,
} from '../../pipelines/reconcile/evaluate.ts';
import { readLabels } from '../../pipelines/reconcile/labels.ts';
import { formatCount } from '../../reports/figures.ts';
import { renderTable } from '../../reports/table.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseKind } from '../reconcile-kinds.ts';
import { withMigratedTarget } from '../target.ts';

const SHOWN_WRONG = 20;
const share = (value: number): string => value.toFixed(4);
const within = ({ low, high }: { low: number; high: number }): string => `${low.toFixed(3)}–${high.toFixed(3)}`;

function renderBands(bands: readonly BandQuality[], { say }: CliContext): string {
  const evidence = {
    all: say('全部', 'all'),
    both: say('双方有证件号', 'both show an identifier'),
    one: say('一方有证件号', 'one does'),
    none: say('双方都没有', 'none does'),
  };
  return renderTable<BandQuality>(
    [
      { title: say('证据', 'evidence'), value: (band) => evidence[band.evidence] },
      { title: say('真对', 'true pairs'), value: ({ actual }) => formatCount(actual), align: 'right' },
      { title: say('合并对', 'joined'), value: ({ claimed }) => formatCount(claimed), align: 'right' },
      { title: say('错误', 'wrong'), value: ({ claimed, hits }) => formatCount(claimed - hits), align: 'right' },
      { title: say('查准率', 'precision'), value: ({ precision }) => share(precision), align: 'right' },
      { title: '95 %', value: ({ precisionWithin }) => within(precisionWithin) },
      { title: say('查全率', 'recall'), value: ({ recall }) => share(recall), align: 'right' },
      { title: '95 %', value: ({ recallWithin }) => within(recallWithin) },
      { title: 'F1', value: ({ f1 }) => share(f1), align: 'right' },
    ],
    bands,
  );
}

function render(evaluation: Evaluation, context: CliContext): string {
  const { say } = context;
  const { records, missing, byEvidence, bCubed, exact, keptShare, wrong } = evaluation;
  const lines = wrong
    .slice(0, SHOWN_WRONG)
    .map((pair) => `  ✗ ${pair.map(({ system, stream, sourceKey }) => `${system}/${stream}/${sourceKey}`).join('  ')}`);
  return [
    renderBands(byEvidence, context),
    '',
    say(
      `记录 ${formatCount(records)}（另有 ${formatCount(missing)} 条不在任何实体中）`,
      `${formatCount(records)} records (${formatCount(missing)} more are in no entity)`,
    ),
    `B³ F1 ${share(bCubed.f1)}  ${say('完全正确的实体', 'entities exactly right')} ${share(exact)}  ${say('真对中保留为对的', 'true pairs kept')} ${share(keptShare)}`,
    ...(lines.length > 0 ? [say('错误合并：', 'joined wrongly:'), ...lines] : []),
  ].join('\n');
}

async function run(context: CliContext, name: string, labels: string | undefined): Promise<ExitCode> {
  const { say } = context;
  const kind = chooseKind(name, say);
  const given = labels === undefined ? null : await readLabels(labels);
  return withMigratedTarget(context, async (database) => {
    const evaluation = given ? await evaluateLabels(database, kind, given) : await evaluateJudgements(database, kind);
    if (context.json) context.printJson({ kind, ...evaluation });
    else if (evaluation.records === 0) {
      context.print(say('没有可比对的标注或判定', 'there is nothing to compare with: no labels, no judgements'));
    } else context.print(render(evaluation, context));
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
      say('CSV：entity_id,system,stream,source_key[,evidence]', 'CSV: entity_id,system,stream,source_key[,evidence]'),
    )
    .action((name: string, options: { labels?: string }) => start((context) => run(context, name, options.labels)));
}
