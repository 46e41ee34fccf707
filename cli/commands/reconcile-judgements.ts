/** `ggzy reconcile judgements`: what people have decided, and what became of it. */
import type { Command } from 'commander';
import { readJudgementList, type ListedJudgement } from '../../database/identity/judgement-list.ts';
import { renderTable } from '../../reports/table.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseKinds, KIND_WORDS } from '../reconcile-kinds.ts';
import { withMigratedTarget } from '../target.ts';

const STATES = {
  current: { zh: '有效', en: 'in force' },
  stale: { zh: '有效，资料已变更', en: 'in force, data changed' },
  asleep: { zh: '休眠（记录已消失）', en: 'asleep (record gone)' },
  lifted: { zh: '失效（证件号矛盾）', en: 'lifted (identifiers contradict)' },
  waits: { zh: '待第二人', en: 'waits for a second person' },
} as const;
const VERDICTS = {
  same: { zh: '同一', en: 'same' },
  different: { zh: '不同', en: 'different' },
  unsure: { zh: '无法判断', en: 'unsure' },
} as const;

function render(judgements: readonly ListedJudgement[], { say, language }: CliContext): string {
  if (judgements.length === 0) return say('没有判定', 'no judgements');
  return renderTable<ListedJudgement>(
    [
      { title: say('编号', 'no.'), value: ({ id }) => id, align: 'right' },
      { title: say('类别', 'kind'), value: ({ kind }) => KIND_WORDS[kind][language] },
      { title: 'A', value: ({ left }) => left },
      { title: 'B', value: ({ right }) => right },
      { title: say('判定', 'verdict'), value: ({ verdict }) => VERDICTS[verdict][language] },
      {
        title: say('判定人', 'by'),
        value: ({ by, confirmedBy }) => (confirmedBy === null ? by : `${by}, ${confirmedBy}`),
      },
      { title: say('时间', 'on'), value: ({ at }) => at },
      { title: say('状态', 'state'), value: ({ state, changed }) => `${STATES[state][language]} ${changed}`.trim() },
      { title: say('理由', 'why'), value: ({ reason }) => reason, maxWidth: 30 },
    ],
    judgements,
  );
}

async function run(context: CliContext, name: string | undefined): Promise<ExitCode> {
  const kinds = chooseKinds(name, context.say);
  return withMigratedTarget(context, async (database) => {
    const judgements = await readJudgementList(database, kinds);
    if (context.json) context.printJson({ judgements });
    else context.print(render(judgements, context));
    return EXIT.balanced;
  });
}

export function addReconcileJudgements(group: Command, { say, run: start }: Shell): void {
  group
    .command('judgements')
    .description(say('列出人工判定', 'list what people have decided'))
    .argument('[kind]', 'experts | enterprises | matters')
    .action((name: string | undefined) => start((context) => run(context, name)));
}
