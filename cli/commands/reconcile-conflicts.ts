/** `ggzy reconcile conflicts`: what only people can settle, and what to do about each. */
import { Option, type Command } from 'commander';
import type { Say, Wording } from '../../core/language.ts';
import { readConflictList, type ListedConflict } from '../../database/identity/conflict-list.ts';
import { formatCount } from '../../reports/figures.ts';
import { conflictWording } from '../../reports/reconcile/wording.ts';
import type { ConflictRule } from '../../schemas/identity.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readLimit } from '../options.ts';
import { chooseKinds, KIND_WORDS } from '../reconcile-kinds.ts';
import { withMigratedTarget } from '../target.ts';

const SHOWN_RECORDS = 6;

const NEXT: Readonly<Record<ConflictRule, Wording>> = {
  shared_identifier: {
    zh: '核对号码是否录错，再判定：ggzy reconcile judge A B same|different --as 姓名 --why 理由',
    en: 'see which record has the wrong number, then: ggzy reconcile judge A B same|different --as NAME --why TEXT',
  },
  two_identifiers: {
    zh: '核对两个号码；确为同一的须两个人先后判定：ggzy reconcile judge A B same --as 姓名 --why 理由',
    en: 'check both numbers; two people have to say that they are one: ggzy reconcile judge A B same --as NAME --why TEXT',
  },
  contradictory_judgements: {
    zh: '重新作出其中错误的一条：ggzy reconcile judge A B … --as 姓名 --why 理由（编号见 ggzy reconcile judgements）',
    en: 'judge the wrong one of them again: ggzy reconcile judge A B … --as NAME --why TEXT (numbers: ggzy reconcile judgements)',
  },
  judgement_lifted: {
    zh: '号码在判定之后变化：重新判定，或更正来源的号码',
    en: 'a number changed after the judgement: judge again, or have the number put right at its source',
  },
};

function render(conflict: ListedConflict, say: Say): string {
  const { id, kind, rule, records, detail, openedRun } = conflict;
  const words = (wording: Wording): string => say(wording.zh, wording.en);
  const more = records.length - SHOWN_RECORDS;
  return [
    `#${id} ${words(KIND_WORDS[kind])}  ${words(conflictWording(rule))}${detail === '' ? '' : `（${detail}）`}  ${openedRun}`,
    ...records.slice(0, SHOWN_RECORDS).map((record) => `    ${record}`),
    ...(more > 0 ? [say(`    … 另有 ${more} 条`, `    … and ${more} more`)] : []),
    `  → ${words(NEXT[rule])}`,
  ].join('\n');
}

async function run(context: CliContext, name: string | undefined, options: { limit: string }): Promise<ExitCode> {
  const { say } = context;
  const kinds = chooseKinds(name, say);
  const limit = readLimit(options.limit, say);
  return withMigratedTarget(context, async (database) => {
    const { total, conflicts } = await readConflictList(database, kinds, limit);
    if (context.json) {
      context.printJson({ total, conflicts: conflicts.map((one) => ({ ...one, next: NEXT[one.rule].en })) });
      return EXIT.balanced;
    }
    if (total === 0) context.print(say('没有未决冲突', 'no open conflicts'));
    else context.print(conflicts.map((one) => render(one, say)).join('\n\n'));
    const rest = total - conflicts.length;
    if (rest > 0) {
      context.note(say(`另有 ${formatCount(rest)} 项，见 --limit`, `${formatCount(rest)} more, see --limit`));
    }
    return EXIT.balanced;
  });
}

export function addReconcileConflicts(group: Command, { say, run: start }: Shell): void {
  group
    .command('conflicts')
    .description(say('列出未决冲突和下一步', 'list open conflicts and what to do next'))
    .argument('[kind]', 'experts | enterprises | matters')
    .addOption(new Option('--limit <n>', say('最多列出', 'list at most')).default('50'))
    .action((name: string | undefined, options: { limit: string }) => start((context) => run(context, name, options)));
}
