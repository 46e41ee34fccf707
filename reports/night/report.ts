/** What the morning report tells; pipelines gather it, this room puts it into words. */
import type { Wording } from '../../core/language.ts';

export type NightStatus = 'running' | 'green' | 'warned' | 'decided' | 'stopped' | 'failed' | 'busy';

export interface NightFinding {
  readonly level: 'warn' | 'stop';
  readonly guard: string;
  readonly message: Wording;
  readonly learned: boolean;
}

export interface NightHold {
  /** As approve and refuse take it. */
  readonly name: string;
  readonly guard: string;
  readonly state: string;
  readonly records: number;
  readonly message: Wording;
  /** Null where nobody has answered yet. @property at Beijing time. */
  readonly decision: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

export interface NightVolumes {
  readonly read: number;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  readonly quarantined: number;
}

export interface NightStreamLine extends NightVolumes {
  readonly stream: string;
  readonly status: string;
  readonly message: string | null;
}

export interface NightSystem extends NightVolumes {
  readonly system: string;
  readonly label: Wording;
  readonly status: NightStatus;
  readonly days: readonly string[];
  readonly seconds: number;
  readonly startedAt: string;
  readonly message: string | null;
  readonly next: string | null;
  readonly findings: readonly NightFinding[];
  readonly holds: readonly NightHold[];
  readonly streams: readonly NightStreamLine[];
  /** What waits in quarantine, by rule. */
  readonly waiting: readonly { readonly rule: string; readonly label: Wording; readonly count: number }[];
}

export interface NightReport {
  readonly night: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly productVersion: string;
  readonly systems: readonly NightSystem[];
  /** Systems that are configured and were not synced that night. */
  readonly silent: readonly { readonly system: string; readonly label: Wording }[];
  /** Pairs that wait for a steward. */
  readonly reviewPairs: number;
}

export const NIGHT_STATUS: Readonly<Record<NightStatus, Wording & { readonly mark: string }>> = {
  running: { mark: '…', zh: '进行中', en: 'running' },
  green: { mark: '✓', zh: '正常', en: 'fine' },
  warned: { mark: '!', zh: '有提醒', en: 'warned' },
  decided: { mark: '○', zh: '已决定', en: 'decided' },
  stopped: { mark: '■', zh: '已暂停', en: 'stopped' },
  failed: { mark: '✗', zh: '失败', en: 'failed' },
  busy: { mark: '…', zh: '另有进程', en: 'busy' },
};

/** Those somebody has to do something about come first. */
export function needsSomebody({ status }: Pick<NightSystem, 'status'>): boolean {
  return status === 'stopped' || status === 'failed';
}
