/** What was held and has been answered for: by whom, when, why, and what follows from it. Nobody has to do anything. */
import type { Wording } from '../../core/language.ts';
import type { NightHold, NightSystem } from './report.ts';

/** @returns the hold without a word where nobody has answered for it yet. */
export function isDecided({ state, decision }: Pick<NightHold, 'state' | 'decision'>): boolean {
  return state !== 'open' && decision !== null;
}

function consequence({ guard, name, state }: NightHold): Wording {
  if (state === 'approved')
    return { zh: '下一次同步时载入，无需处理。', en: 'It is loaded with the next sync: nothing to do.' };
  if (guard === 'quarantine') {
    return {
      zh: `该系统在 ggzy approve ${name} 之前不再读取。`,
      en: `Nothing is read of the system before ggzy approve ${name}.`,
    };
  }
  return {
    zh: '保持现状，无需处理；来源交付其他内容时再行判断。',
    en: 'Everything stays as it is: nothing to do until the source delivers something else.',
  };
}

/** One sentence each; empty where nobody has answered for the hold yet. */
export function describeDecision(hold: NightHold): Wording {
  const { state, decision } = hold;
  if (!isDecided(hold) || decision === null) return { zh: '', en: '' };
  const { by, at, reason } = decision;
  const follows = consequence(hold);
  const did = state === 'approved' ? { zh: '放行', en: 'released' } : { zh: '拒绝', en: 'refused' };
  return {
    zh: `已由 ${by} 于 ${at} ${did.zh}（${reason}）。${follows.zh}`,
    en: `${did.en} by ${by} at ${at} (${reason}). ${follows.en}`,
  };
}

/** Holds of a night somebody has answered for, system by system. */
export function decidedHolds(
  systems: readonly NightSystem[],
): readonly { readonly system: NightSystem; readonly hold: NightHold }[] {
  return systems.flatMap((system) => system.holds.filter(isDecided).map((hold) => ({ system, hold })));
}
