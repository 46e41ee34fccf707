/** `ggzy holds`: what guards keep from the target until somebody answers for it. */
import type { Command } from 'commander';
import { holdName, readHolds, type Hold, type HoldState } from '../../database/read/holds.ts';
import { formatCount } from '../../reports/figures.ts';
import { renderTable } from '../../reports/table.ts';
import { beijingTime } from '../../schemas/values/beijing.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withMigratedTarget } from '../target.ts';

const STATES: Readonly<Record<HoldState, readonly [zh: string, en: string]>> = {
  open: ['待决定', 'waits for a decision'],
  approved: ['已放行，待生效', 'released, not yet in effect'],
  refused: ['已拒绝', 'refused'],
  released: ['已生效', 'in effect'],
  over: ['原因已消失', 'over'],
};

export function renderHolds(holds: readonly Hold[], { say, language }: Pick<CliContext, 'say' | 'language'>): string {
  return renderTable<Hold>(
    [
      { title: say('名称', 'name'), value: holdName },
      { title: say('状态', 'state'), value: ({ state }) => say(...STATES[state]) },
      { title: say('记录', 'records'), value: ({ records }) => formatCount(records), align: 'right' },
      { title: say('始于', 'since'), value: ({ openedAt }) => beijingTime(new Date(openedAt)).slice(0, 16) },
      {
        title: say('决定人', 'decided by'),
        value: ({ decidedBy, reason }) => (decidedBy ? `${decidedBy}：${reason}` : ''),
      },
      { title: say('说明', 'what'), value: ({ message }) => message[language] },
    ],
    holds,
  );
}

async function list(context: CliContext, systems: readonly string[], all: boolean): Promise<ExitCode> {
  const { say } = context;
  return withMigratedTarget(context, async (database) => {
    const states: HoldState[] = all
      ? ['open', 'approved', 'refused', 'released', 'over']
      : ['open', 'approved', 'refused'];
    const holds = await readHolds(database, { systems, states });
    context.printJson({ holds: holds.map((hold) => ({ name: holdName(hold), ...hold })) });
    if (context.json) return EXIT.balanced;
    if (holds.length === 0) context.print(say('没有暂停的内容。', 'Nothing is held.'));
    else context.print(renderHolds(holds, context));
    if (holds.some(({ state }) => state === 'open')) {
      context.note(
        say(
          '下一步：ggzy approve <名称> --as 姓名 --reason 理由 放行，或 ggzy refuse 拒绝。',
          'next: ggzy approve <name> --as who --reason why releases it, ggzy refuse keeps it out.',
        ),
      );
    }
    return EXIT.balanced;
  });
}

export function addHolds(program: Command, { say, run }: Shell): void {
  program
    .command('holds')
    .description(say('列出被护栏暂停、等待决定的内容', 'what guards hold until somebody answers for it'))
    .argument('[system...]', say('系统；不写则为全部', 'systems; all when absent'))
    .option('--all', say('也列出已了结的', 'those that are settled too'))
    .action((systems: string[], options: { all?: true }) =>
      run((context) => list(context, systems, options.all === true)),
    );
}
