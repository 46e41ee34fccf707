/** Words of the report, in both languages. */
import type { Wording } from '../../core/language.ts';
import type { ConflictRule, EntityKind } from '../../schemas/identity.ts';

export const KINDS: Readonly<Record<EntityKind, Wording & { readonly one: Wording }>> = {
  expert: { zh: '专家', en: 'Experts', one: { zh: '人', en: 'people' } },
  enterprise: { zh: '市场主体', en: 'Enterprises', one: { zh: '家', en: 'organisations and persons' } },
  matter: { zh: '交易事项', en: 'Matters', one: { zh: '项', en: 'undertakings' } },
};

/** What the report finds itself, and every rule of a run: a new one does not compile without words. */
const CONFLICTS: Readonly<Record<ConflictRule | 'many_numbers', Wording>> = {
  many_numbers: { zh: '同一实体有多个证件号码', en: 'one entity, several numbers' },
  shared_identifier: {
    zh: '归一后仍有多个实体持同一有效证件号码',
    en: 'entities that share a valid number after the run',
  },
  two_identifiers: { zh: '应为同一实体，但有效证件号码不同', en: 'would be one, but valid numbers differ' },
  contradictory_judgements: { zh: '人工判定互相矛盾', en: 'judgements contradict each other' },
  judgement_lifted: { zh: '人工判定与证件号码冲突，已暂停生效', en: 'judgement lifted by a conflict of numbers' },
};

/** @returns the rule itself where an older or newer version wrote one without words. */
export function conflictWording(rule: string): Wording {
  return Object.hasOwn(CONFLICTS, rule) ? CONFLICTS[rule as keyof typeof CONFLICTS] : { zh: rule, en: rule };
}

export const MODES: Readonly<Record<'full' | 'incremental', Wording>> = {
  full: { zh: '全量', en: 'full' },
  incremental: { zh: '增量', en: 'incremental' },
};
