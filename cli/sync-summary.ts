/** A night in the terminal: one line per system, and what a dry run found. */
import type { Say } from '../core/language.ts';
import type { SyncStatus } from '../database/load/syncs.ts';
import type { SystemSync } from '../pipelines/night/sync-options.ts';
import type { PreviewedStream, SystemPreview } from '../pipelines/night/preview.ts';
import type { Verdict } from '../pipelines/guards/verdict.ts';
import { formatCount } from '../reports/figures.ts';
import { renderTable } from '../reports/table.ts';

const STATUS: Readonly<Record<SyncStatus, readonly [zh: string, en: string]>> = {
  running: ['… 进行中', '… running'],
  green: ['✓ 正常', '✓ fine'],
  warned: ['! 有提醒', '! warned'],
  stopped: ['■ 已暂停', '■ stopped'],
  failed: ['✗ 失败', '✗ failed'],
  busy: ['… 另有进程', '… busy'],
};

export function describeSyncStatus(status: SyncStatus, say: Say): string {
  return say(...STATUS[status]);
}

export interface SyncVolumes {
  readonly read: number;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  readonly quarantined: number;
}

export interface SyncLine extends SyncVolumes {
  readonly sync: SystemSync;
}

function describeDays(days: readonly string[]): string {
  const named = days.filter((day) => day !== '');
  if (named.length <= 1) return named[0] ?? '';
  return `${named[0]} … ${named.at(-1)} (${named.length})`;
}

export function renderSyncs(lines: readonly SyncLine[], say: Say): string {
  const count = (name: keyof SyncVolumes) => (line: SyncLine) => formatCount(line[name]);
  const table = renderTable<SyncLine>(
    [
      { title: say('系统', 'system'), value: ({ sync }) => sync.system },
      { title: say('结果', 'outcome'), value: ({ sync }) => describeSyncStatus(sync.status, say) },
      { title: say('业务日', 'days'), value: ({ sync }) => describeDays(sync.days) },
      { title: say('读取', 'read'), value: count('read'), align: 'right' },
      { title: say('新增', 'new'), value: count('inserted'), align: 'right' },
      { title: say('更新', 'changed'), value: count('updated'), align: 'right' },
      { title: say('删除', 'deleted'), value: count('deleted'), align: 'right' },
      { title: say('隔离', 'quarantined'), value: count('quarantined'), align: 'right' },
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
