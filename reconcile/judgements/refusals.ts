/** Why a judgement is refused when it is made. Order matters: the first reason that holds is told. */
import type { Wording } from '../../core/language.ts';
import type { Verdict } from '../contract.ts';
import { changedFields, type FieldValues } from './compared.ts';
import type { Contradiction, JudgementGraph } from './graph.ts';

export type RefusalRule =
  'same_record' | 'reason_missing' | 'record_unknown' | 'record_changed' | 'contradiction' | 'second_person';

export interface Refusal {
  readonly rule: RefusalRule;
  readonly message: Wording;
}

type Version = Readonly<Record<string, string>>;

export interface JudgedNow {
  readonly left: string;
  readonly right: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by: string;
  /** Missing where there is no such record (any more). */
  readonly values: readonly [FieldValues | undefined, FieldValues | undefined];
  readonly versions: readonly [Version, Version];
  /** What the steward saw; left out where nothing was shown before. */
  readonly seen?: readonly [Version, Version];
  /** A judgement of the same content by this person, which waits for a second one. */
  readonly waitsFor: string | null;
  readonly graph: JudgementGraph;
}

const SIGN: Readonly<Record<Verdict, string>> = { same: '=', different: '≠', unsure: '?' };

export function describeContradiction(path: Contradiction): Wording {
  const text = path.map(({ id, left, right, verdict }) => `#${id} ${left} ${SIGN[verdict]} ${right}`).join('; ');
  return { zh: `与已有判定矛盾：${text}`, en: `contradicts earlier judgements: ${text}` };
}

function describeChange(seen: readonly [Version, Version], now: readonly [Version, Version]): Wording | null {
  const fields = [...new Set([...changedFields(seen[0], now[0]), ...changedFields(seen[1], now[1])])];
  if (fields.length === 0) return null;
  const list = fields.join(', ');
  return { zh: `记录在查看之后已变更：${list}`, en: `a record has changed since it was looked at: ${list}` };
}

/** @returns null where the judgement can be taken. */
export function findRefusal(judged: JudgedNow): Refusal | null {
  const { left, right, verdict, reason, by, values, versions, seen, waitsFor, graph } = judged;
  if (left === right) {
    return { rule: 'same_record', message: { zh: '两条记录是同一条', en: 'both are the same record' } };
  }
  if (reason.trim() === '') {
    return { rule: 'reason_missing', message: { zh: '没有写明理由', en: 'no reason is given' } };
  }
  const missing = [left, right].filter((_, side) => values[side] === undefined);
  if (missing.length > 0) {
    const list = missing.join(', ');
    return { rule: 'record_unknown', message: { zh: `记录不存在：${list}`, en: `there is no record ${list}` } };
  }
  const change = seen ? describeChange(seen, versions) : null;
  if (change) return { rule: 'record_changed', message: change };
  if (waitsFor === by) {
    const zh = `两个不同的有效号码合并需要两个人：${by} 已经判定过`;
    const en = `joining two different valid identifiers takes two people, and ${by} has judged already`;
    return { rule: 'second_person', message: { zh, en } };
  }
  const path = graph.findContradiction(left, right, verdict);
  return path ? { rule: 'contradiction', message: describeContradiction(path) } : null;
}
