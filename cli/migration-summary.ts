/** What a migration came to, as text. */
import type { Say } from '../core/language.ts';
import { renderAmounts, renderBalances } from '../reports/balance.ts';
import { EXIT } from './exit-codes.ts';
import { formatFailure } from './failure.ts';
import type { SystemOutcome } from './migration.ts';

function describeRun({ system, run, exitCode, failure }: SystemOutcome, say: Say): string {
  if (!run && !failure) return `${system}  ${say('没有可重试的记录', 'nothing to try again')}`;
  const verdict = exitCode === EXIT.balanced ? say('✓ 平衡', '✓ balanced') : say('✗ 未通过', '✗ not balanced');
  const resumed = run?.resumed ? say('（续前次）', ' (resumed)') : '';
  const line = `${system}  ${verdict}${run ? `  ${say('运行', 'run')} ${run.runId}${resumed}` : ''}`;
  return failure ? `${line}\n${formatFailure(failure, say)}` : line;
}

function describeFaults({ system, streams }: SystemOutcome): string[] {
  return streams
    .filter(({ message }) => message !== null)
    .map(({ stream, message }) => `✗ ${system} ${stream}  ${message ?? ''}`);
}

export function renderOutcomes(outcomes: readonly SystemOutcome[], say: Say): string {
  const streams = outcomes.flatMap((outcome) => outcome.streams);
  const wrongAmounts = outcomes.flatMap(({ amounts }) => amounts.filter(({ balances }) => !balances));
  const faults = outcomes.flatMap(describeFaults);
  const passed = outcomes.every(({ exitCode }) => exitCode === EXIT.balanced);
  const advice = say(
    '下一步：ggzy check 查看来源问题，ggzy issues 与 ggzy quarantine list 查看记录问题。',
    'next: ggzy check for the sources, ggzy issues and ggzy quarantine list for the records.',
  );
  const sections = [
    streams.length > 0 ? renderBalances(streams, say) : '',
    wrongAmounts.length > 0 ? renderAmounts(wrongAmounts, say) : '',
    faults.join('\n'),
    outcomes.map((outcome) => describeRun(outcome, say)).join('\n'),
    passed ? '' : advice,
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}
