/**
 * How two records are compared, as a list that a domain expert can review: every comparison has levels, every level a
 * weight, and the weight of a pair is their sum. The weights are set by judgement, not trained: a link must rest on a
 * number and what does not contradict it, or on the name together with at least two facts beside it.
 */
import type { Wording } from '../../core/language.ts';
import type { Bands } from '../contract.ts';
import { compareNames, type NameLevel } from './names.ts';
import { arePartsOfOne, isDistinctive, shapeOf } from './numbers.ts';
import { compareOwners, type OwnerLevel } from './owners.ts';
import type { MatterRecord } from './record.ts';

/** A name alone (12) reaches the review band, never the merge band. */
export const MATTER_BANDS: Bands = { merge: 16, review: 6 };

export interface Level {
  readonly weight: number;
  readonly label: Wording;
}

/** What a pair alone does not show. */
export interface PairContext {
  /** Undertakings that bear the name of the two, counted by heads of one role; 1 where it is theirs alone. */
  readonly bearers: number;
}

export interface Comparison {
  readonly id: string;
  readonly label: Wording;
  readonly levels: Readonly<Record<string, Level>>;
  /** @returns id of the level; null where one of the two says nothing. */
  readonly compare: (left: MatterRecord, right: MatterRecord, context: PairContext) => string | null;
  /** Values shown beside the level. */
  readonly show: (record: MatterRecord) => string | null;
}

const level = (weight: number, zh: string, en: string): Level => ({ weight, label: { zh, en } });
const common = (left: readonly string[], right: readonly string[]): string | undefined =>
  left.find((value) => right.includes(value));
const joined = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join('；'));

const reference: Comparison = {
  id: 'reference',
  label: { zh: '引用', en: 'reference' },
  levels: { refers: level(40, '一条记录按主键引用另一条', 'one refers to the other by its key') },
  compare: (left, right) => (left.parents.includes(right.id) || right.parents.includes(left.id) ? 'refers' : null),
  show: ({ source }) => source.entity,
};

const investmentCode: Comparison = {
  id: 'investment_code',
  label: { zh: '投资项目代码', en: 'investment code' },
  levels: {
    same: level(18, '代码相同', 'same code'),
    different: level(-12, '代码不同', 'different codes'),
  },
  compare: (left, right) => {
    if (left.codes.length === 0 || right.codes.length === 0) return null;
    return common(left.codes, right.codes) === undefined ? 'different' : 'same';
  },
  show: ({ codes }) => joined(codes),
};

/** Numbers of one form are numbers of one register; two that only name others contradict each other in any form. */
function contradict(left: readonly string[], right: readonly string[], bothName: boolean): boolean {
  if (left.length === 0 || right.length === 0) return false;
  const shapes = new Set(left.map(shapeOf));
  return bothName || right.some((number) => shapes.has(shapeOf(number)));
}

function numberLevel(left: MatterRecord, right: MatterRecord): string | null {
  const [ones, others] = [left, right].map((record) => [
    ...(record.ownNumber ? [record.ownNumber] : []),
    ...record.named,
  ]);
  if (ones === undefined || others === undefined) return null;
  const same = common(ones, others);
  if (same !== undefined) return isDistinctive(same) ? 'same' : 'short';
  if (common([...ones, ...left.said], [...others, ...right.said]) !== undefined) return 'said';
  const ofListing = left.source.role === 'listing' || right.source.role === 'listing';
  if (ofListing && ones.some((one) => others.some((other) => arePartsOfOne(one, other)))) return 'part';
  return contradict(
    [...ones, ...left.said],
    [...others, ...right.said],
    left.ownNumber === null && right.ownNumber === null,
  )
    ? 'different'
    : null;
}

const number: Comparison = {
  id: 'number',
  label: { zh: '项目编号', en: 'project number' },
  levels: {
    same: level(14, '编号相同', 'same number'),
    short: level(6, '短编号相同', 'same number, too short to be unique'),
    said: level(12, '正文写明同一编号', 'the same number stands in the text'),
    part: level(12, '编号为同一编号的分号', 'numbers are parts of one number'),
    different: level(-12, '编号不同', 'different numbers'),
  },
  compare: numberLevel,
  show: ({ ownNumber, named, said }) => joined([...(ownNumber ? [ownNumber] : []), ...named, ...said]),
};

const NAME_LEVELS = {
  same: level(12, '名称相同', 'same name'),
  readable: level(10, '可读部分相同（有缺字）', 'same where readable'),
  loose: level(9, '名称仅尾词不同（工程、施工等）', 'same but for what is tendered'),
  contained: level(3, '一个名称包含另一个', 'one name contains the other'),
  unreadable: level(0, '名称已损坏，无法比较', 'name damaged beyond comparing'),
  near: level(-8, '名称相近但有不同的字', 'alike, with other characters'),
  different: level(-10, '名称不同', 'different names'),
} satisfies Record<NameLevel, Level>;
const NAME_ORDER = Object.keys(NAME_LEVELS) as NameLevel[];

const name: Comparison = {
  id: 'name',
  label: { zh: '项目名称', en: 'name' },
  levels: NAME_LEVELS,
  compare: (left, right) => {
    const found = new Set(left.names.flatMap((one) => right.names.map((other) => compareNames(one, other))));
    const best = NAME_ORDER.find((candidate) => found.has(candidate)) ?? null;
    const ofThing = left.source.namesThing || right.source.namesThing;
    return ofThing && (best === 'near' || best === 'different') ? null : best;
  },
  show: ({ names }) => joined(names),
};

const bearers: Comparison = {
  id: 'bearers',
  label: { zh: '同名事项', en: 'undertakings of the name' },
  levels: { several: level(-6, '同名的事项不止一个', 'several undertakings bear the name') },
  compare: (left, right, context) => {
    const byName = name.compare(left, right, context);
    return context.bearers > 1 && (byName === 'same' || byName === 'loose' || byName === 'readable') ? 'several' : null;
  },
  show: () => null,
};

const owner: Comparison = {
  id: 'owner',
  label: { zh: '招标人 / 采购人 / 出让方', en: 'owner' },
  levels: {
    same: level(3, '单位相同', 'same body'),
    readable: level(2, '可读部分相同（有缺字）', 'same where readable'),
    renamed: level(2, '机构改革前后的名称', 'names before and after the reform'),
    contained: level(2, '一个名称包含另一个', 'one name contains the other'),
    typo: level(0, '只差一个字', 'one character differs'),
    unreadable: level(0, '单位名称有缺字', 'name with lost characters'),
    different: level(-2, '单位不同', 'different bodies'),
  } satisfies Record<OwnerLevel, Level>,
  compare: (left, right) =>
    left.owner === null || right.owner === null ? null : compareOwners(left.owner, right.owner),
  show: ({ owner: body }) => body,
};

const division: Comparison = {
  id: 'division',
  label: { zh: '行政区划', en: 'division' },
  levels: {
    same: level(1, '区划相同', 'same division'),
    within: level(0, '一个区划在另一个之内', 'one lies in the other'),
    different: level(-8, '区划不同', 'different divisions'),
  },
  compare: (left, right) => {
    if (left.division === null || right.division === null) return null;
    if (left.division === right.division) return 'same';
    const [one, other] = [left.division, right.division].map((code) => code.replace(/(?:00)+$/u, ''));
    return one !== undefined && other !== undefined && (one.startsWith(other) || other.startsWith(one))
      ? 'within'
      : 'different';
  },
  show: ({ division: code }) => code,
};

const trade: Comparison = {
  id: 'trade',
  label: { zh: '交易类别', en: 'trade' },
  levels: {
    same: level(2, '类别一致', 'same trade'),
    different: level(-4, '类别不同', 'different trades'),
  },
  compare: (left, right) => {
    if (left.trade === null || right.trade === null) return null;
    return left.trade === right.trade ? 'same' : 'different';
  },
  show: ({ trade: letter }) => letter,
};

const amount: Comparison = {
  id: 'amount',
  label: { zh: '总投资 / 概算 / 预算', en: 'investment, estimate or budget' },
  levels: { same: level(3, '金额完全相同', 'the very same amount') },
  compare: (left, right) => (left.amount !== null && left.amount === right.amount ? 'same' : null),
  show: ({ amount: yuan }) => yuan,
};

/** An undertaking runs from its approval to its last notice within some years. */
const NEAR_DAYS = 1096;
const FAR_DAYS = 1827;

const day: Comparison = {
  id: 'day',
  label: { zh: '日期', en: 'date' },
  levels: {
    near: level(1, '相隔不到三年', 'less than three years apart'),
    far: level(-4, '相隔五年以上', 'more than five years apart'),
  },
  compare: (left, right) => {
    if (left.day === null || right.day === null) return null;
    const apart = Math.abs(left.day - right.day);
    if (apart <= NEAR_DAYS) return 'near';
    return apart > FAR_DAYS ? 'far' : null;
  },
  show: ({ day: days }) => (days === null ? null : new Date(days * 86_400_000).toISOString().slice(0, 10)),
};

export const COMPARISONS: readonly Comparison[] = [
  reference,
  investmentCode,
  number,
  name,
  bearers,
  owner,
  division,
  trade,
  amount,
  day,
];
