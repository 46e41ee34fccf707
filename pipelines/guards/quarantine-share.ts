/** How large a part of what is read cannot be loaded. */
import { levelOf, percent, type Levels, type Verdict } from './verdict.ts';

export interface QuarantineShare {
  readonly stream: string;
  readonly read: number;
  readonly quarantined: number;
  /** Shares of runs before. */
  readonly past: readonly number[];
  readonly levels?: Levels | undefined;
}

/** Where nothing is declared: at least so many records, and clearly more than ever before. */
const LEARNED_SHARE = { warn: 0.05, stop: 0.2, records: 5, many: 20, times: 2 } as const;

/** How large a part of what was read waits in quarantine: a feed whose records suddenly fail fails as a whole. */
export function judgeQuarantine(share: QuarantineShare): Verdict | null {
  const { stream, read, quarantined, past, levels } = share;
  if (quarantined === 0 || read === 0) return null;
  const measured = quarantined / read;
  const usual = Math.max(0, ...past) * LEARNED_SHARE.times;
  const limits = levels ?? { warn: Math.max(LEARNED_SHARE.warn, usual), stop: Math.max(LEARNED_SHARE.stop, usual) };
  let level = levelOf(measured, limits);
  if (!levels && level === 'stop' && quarantined < LEARNED_SHARE.many) level = 'warn';
  if (level === null || (!levels && quarantined < LEARNED_SHARE.records)) return null;
  const expected = `< ${percent(level === 'stop' ? limits.stop : limits.warn)}`;
  const message = {
    zh: `${stream}：读取 ${read} 条，隔离 ${quarantined} 条（${percent(measured)}）`,
    en: `${stream}: ${quarantined} of ${read} records quarantined (${percent(measured)})`,
  };
  return { guard: 'quarantine', stream, level, measured: percent(measured), expected, learned: !levels, message };
}
