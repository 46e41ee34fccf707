/** A night in the terminal: one line per system, and what a dry run found. */
import type { Say } from '../core/language.ts';
import type { SyncVolumes } from '../database/read/syncs.ts';
import type { SystemSync } from '../pipelines/night/sync-options.ts';
import type { PreviewedStream, SystemPreview } from '../pipelines/night/preview.ts';
import type { Verdict } from '../pipelines/guards/verdict.ts';
import { formatCount } from '../reports/figures.ts';
import { describeDays, describeStatus, volumeColumns } from '../reports/night/columns.ts';
import { renderTable } from '../reports/table.ts';

export interface SyncLine extends SyncVolumes {
  readonly sync: SystemSync;
}

export function renderSyncs(lines: readonly SyncLine[], say: Say): string {
  const table = renderTable<SyncLine>(
    [
      { title: say('系统', 'system'), value: ({ sync }) => sync.system },
      { title: say('结果', 'outcome'), value: ({ sync }) => describeStatus(sync.status, say) },
      { title: say('业务日', 'days'), value: ({ sync }) => describeDays(sync.days) },
      ...volumeColumns<SyncLine>(say),
      { title: say('说明', 'why'), value: ({ sync }) => sync.message ?? '', maxWidth: 60 },
    ],
    lines,
  );
  const todo = lines.filter(({ sync }) => sync.next !== null);
  const steps = todo.map(({ sync }) => `${sync.system}  ${say('下一步：', 'next: ')}${sync.next ?? ''}`);
  return [table, ...(steps.length > 0 ? ['', ...steps] : [])].join('\n');
}

function renderVerdict({ level, message }: Verdict, say: Say): string {
  return `  ${level === 'stop' ? '■' : '!'} ${say(message.zh, message.en)}`;
}

function renderStreams(streams: readonly PreviewedStream[], say: Say): string {
  const number = (count: number | null): string => (count === null ? '–' : formatCount(count));
  return renderTable<PreviewedStream>(
    [
      { title: say('数据流', 'stream'), value: ({ stream }) => stream },
      {
        title: say('方式', 'read'),
        value: ({ sort }) => (sort === 'state' ? say('全量比对', 'compared') : say('变化', 'changes')),
      },
      { title: say('待读', 'declared'), value: ({ declared }) => number(declared), align: 'right' },
      { title: say('以往', 'usual'), value: ({ expected }) => number(expected), align: 'right' },
      { title: '', value: ({ fault }) => (fault === null ? '' : `✗ ${fault}`), maxWidth: 60 },
    ],
    streams,
  );
}

export function renderPreviews(previews: readonly SystemPreview[], say: Say): string {
  const blocks = previews.map(({ system, deliveries, fault }) => {
    const none = deliveries.length === 0 && !fault ? [say('没有待取的数据', 'nothing waits')] : [];
    const parts = deliveries.flatMap(({ day, late, streams, verdicts }) => [
      `${system}  ${day === '' ? say('现有数据', 'as it stands') : day}${late ? say('（迟到）', ' (late)') : ''}`,
      renderStreams(streams, say),
      ...verdicts.map((verdict) => renderVerdict(verdict, say)),
    ]);
    const faults = fault ? [`✗ ${fault.message}`, ...(fault.next ? [`  ${fault.next}`] : [])] : [];
    return [...(parts.length === 0 ? [system] : parts), ...none, ...faults].join('\n');
  });
  return blocks.join('\n\n');
}
