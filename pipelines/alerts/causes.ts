/** What somebody has to be told of, from how things stand: causes have names, so that each is told once. */
import type { AlertRecord, NewAlert } from '../../database/load/alerts.ts';
import { holdName, type Hold } from '../../database/read/holds.ts';
import type { SyncRecord } from '../../database/read/syncs.ts';

export interface Standing {
  /** The last sync of each system. */
  readonly syncs: readonly SyncRecord[];
  /** Open ones. */
  readonly holds: readonly Hold[];
  /** Systems whose job failed for good. */
  readonly dead: readonly string[];
}

const DEAD_JOB = ' dead job';

export const isDeadJob = (cause: string): boolean => cause.endsWith(DEAD_JOB);

/** A hold is a cause by itself: the sync it stopped is not told twice. */
export function findCauses({ syncs, holds, dead }: Standing): NewAlert[] {
  const held = new Set(holds.map(({ system }) => system));
  const failures = syncs.flatMap(({ system, status, message }): NewAlert[] => {
    const why = message ?? '';
    if (status === 'failed')
      return [{ cause: `${system} failed`, system, title: { zh: `同步失败：${why}`, en: `sync failed: ${why}` } }];
    if (status !== 'stopped' || held.has(system)) return [];
    return [{ cause: `${system} stopped`, system, title: { zh: `同步已暂停：${why}`, en: `sync stopped: ${why}` } }];
  });
  const waiting = holds.map((hold): NewAlert => {
    const { system, message } = hold;
    const name = holdName(hold);
    return {
      cause: `${name} held`,
      system,
      title: { zh: `等待决定：${message.zh}（${name}）`, en: `held: ${message.en} (${name})` },
    };
  });
  const lost = dead.map((system): NewAlert => ({
    cause: `${system}${DEAD_JOB}`,
    system,
    title: { zh: '多次重试仍失败，任务已搁置', en: 'the job failed for good' },
  }));
  return [...failures, ...waiting, ...lost];
}

export interface AlertChanges {
  readonly open: readonly NewAlert[];
  readonly close: readonly string[];
}

/** @param known those that are not settled. */
export function diffAlerts(known: readonly AlertRecord[], causes: readonly NewAlert[]): AlertChanges {
  const open = new Set(known.filter(({ over }) => !over).map(({ cause }) => cause));
  const now = new Set(causes.map(({ cause }) => cause));
  return {
    open: causes.filter(({ cause }) => !open.has(cause)),
    close: [...open].filter((cause) => !now.has(cause)),
  };
}

export interface Message {
  readonly subject: string;
  readonly lines: readonly string[];
}

/** One message for everything that has changed, Chinese. @returns null where nobody has to be told. */
export function composeMessage(alerts: readonly AlertRecord[], night: string): Message | null {
  const begun = alerts.filter(({ told, over }) => !told && !over);
  const over = alerts.filter((alert) => alert.over);
  if (begun.length + over.length === 0) return null;
  const lines = [
    ...begun.map(({ system, title }) => `■ ${system}  ${title.zh}`),
    ...over.map(({ system, title }) => `✓ ${system}  已恢复：${title.zh}`),
    ...(begun.length > 0 ? ['下一步：ggzy report night 查看每个系统现在要做的。'] : []),
  ];
  const subject = begun.length > 0 ? `公共资源同步告警 ${night}：${begun.length} 项` : `公共资源同步告警解除 ${night}`;
  return { subject, lines };
}
