/** `ggzy reconcile explain`: why two records weigh what they weigh, as a waterfall. */
import type { Command } from 'commander';
import { maskValue } from '../../core/mask.ts';
import { findStoredPair } from '../../database/identity/lookup.ts';
import type { explainPairs as ExplainPairs } from '../../pipelines/reconcile/explain.ts';
import { renderTable } from '../../reports/table.ts';
import { formatEntityId } from '../../schemas/identity.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { describeRecord, getPair, type NamedPair } from '../named-records.ts';
import { chooseKind } from '../reconcile-kinds.ts';
import { withMigratedTarget } from '../target.ts';
import { logUnmasked } from '../unmasked.ts';

interface ExplainOptions {
  readonly kind?: string;
  readonly unmasked?: true;
}

type Explanation = Awaited<ReturnType<typeof ExplainPairs>>[number];

/** Classes of what a comparison shows; one that is not listed shows what is public. */
const PERSONAL: Readonly<Record<string, string>> = {
  identity: 'id_number',
  code: 'party_code',
  name: 'party_name',
  phone: 'phone',
  address: 'address',
  papers: 'id_number',
  representative: 'name',
  account: 'account',
};
const BANDS = {
  merge: { zh: '合并', en: 'merge' },
  review: { zh: '复核', en: 'review' },
  apart: { zh: '不合并', en: 'apart' },
} as const;

const signed = (weight: number): string => (weight < 0 ? weight.toFixed(2) : `+${weight.toFixed(2)}`);

function masked(explanation: Explanation): Explanation {
  const steps = explanation.steps.map((step) => {
    const personal = PERSONAL[step.comparison] ?? 'none';
    return { ...step, left: maskValue(step.left, personal), right: maskValue(step.right, personal) };
  });
  return { ...explanation, steps };
}

function render(explanation: Explanation, { left, right, kind }: NamedPair, { language, say }: CliContext): string {
  const entity = (id: string | null): string => (id === null ? '–' : formatEntityId(kind, id));
  const table = renderTable(
    [
      { title: say('比较', 'comparison'), value: (step) => step.label[language] },
      { title: 'A', value: (step) => step.left ?? '', maxWidth: 28 },
      { title: 'B', value: (step) => step.right ?? '', maxWidth: 28 },
      { title: say('程度', 'level'), value: (step) => step.level[language] },
      { title: say('权重', 'weight'), value: (step) => signed(step.weight), align: 'right' },
    ],
    explanation.steps,
  );
  const conflict = explanation.conflict ? say('，有效证件号矛盾', ', valid identifiers contradict') : '';
  return [
    `A  ${describeRecord(left)}  ${entity(left.entityId)}`,
    `B  ${describeRecord(right)}  ${entity(right.entityId)}`,
    table,
    `${say('合计', 'sum')} ${signed(explanation.weight)}  →  ${BANDS[explanation.band][language]}${conflict}`,
  ].join('\n');
}

async function run(context: CliContext, names: readonly [string, string], options: ExplainOptions): Promise<ExitCode> {
  const { say } = context;
  const wanted = options.kind === undefined ? '' : chooseKind(options.kind, say);
  const { explainPairs } = await import('../../pipelines/reconcile/explain.ts');
  return withMigratedTarget(context, async (database) => {
    const pair = await getPair(database, names, wanted, say);
    const subject = `${pair.kind} ${names.join(' ')}`;
    if (options.unmasked) await logUnmasked(context, database, { action: 'reconcile explain', subject });
    const [found] = await explainPairs(database, pair.kind, [[pair.left.id, pair.right.id]]);
    if (!found) return EXIT.internal;
    const shown = options.unmasked ? found : masked(found);
    const stored = await findStoredPair(database, pair.left.id, pair.right.id);
    if (context.json) context.printJson({ ...shown, stored });
    else {
      context.print(render(shown, pair, context));
      if (stored)
        context.print(
          say(
            `库中权重 ${signed(stored.weight)}，状态 ${stored.status}`,
            `stored weight ${signed(stored.weight)}, status ${stored.status}`,
          ),
        );
    }
    return EXIT.balanced;
  });
}

export function addReconcileExplain(group: Command, { say, run: start }: Shell): void {
  group
    .command('explain')
    .description(say('两条记录为何合并或不合并', 'why two records are, or are not, the same'))
    .argument('<a>', say('记录：系统/数据流/主键', 'record: system/stream/key'))
    .argument('<b>', say('另一条记录', 'another record'))
    .option('--kind <kind>', 'expert | enterprise | matter')
    .option('--unmasked', say('不遮盖个人信息（将记录访问）', 'do not mask personal data (the access is logged)'))
    .action((a: string, b: string, options: ExplainOptions) => start((context) => run(context, [a, b], options)));
}
