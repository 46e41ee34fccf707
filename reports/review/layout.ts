/** Where things stand in a review sheet: two rows a pair, left record above right record. */
import type { Language, Wording } from '../../core/language.ts';
import { findDifference, type Segment } from './difference.ts';
import type { CheckVerdict, ReviewField, ReviewPair, ReviewRecord, ReviewStamp } from './item.ts';
import { describePair } from './words.ts';

export const FIRST_ROW = 3;
/** Columns counted from 1. The decision and its reason are the only ones a steward may fill. */
export const COLUMN = {
  number: 1,
  group: 2,
  decision: 3,
  reason: 4,
  opinion: 5,
  source: 6,
  key: 7,
  changed: 8,
} as const;
export const FIRST_FIELD = 9;
/** One cell for both rows of a pair. */
export const SHARED: readonly number[] = [1, 2, 3, 4, 5];
export const ANSWERS: readonly number[] = [COLUMN.decision, COLUMN.reason];

/** Longer texts are cut for the eye: a cell of a spreadsheet holds no more than 32,767 characters. */
const LONGEST_SHOWN = 1000;

const TITLES: readonly Wording[] = [
  { zh: '序号', en: 'no.' },
  { zh: '组', en: 'group' },
  { zh: '判定', en: 'decision' },
  { zh: '理由', en: 'reason' },
  { zh: '机器意见', en: 'what the machine thinks' },
  { zh: '来源', en: 'source' },
  { zh: '来源主键', en: 'source key' },
  { zh: '更新日期', en: 'changed on' },
];
/** Hidden at the right: what the answer is about, and proof that nobody touched the row. */
const HIDDEN = ['record', 'version', 'code'] as const;

const CHECKS: Readonly<Record<Exclude<CheckVerdict, null>, Wording>> = {
  valid: { zh: ' ✓校验通过', en: ' ✓ check digit' },
  invalid: { zh: ' ✗校验不符', en: ' ✗ check digit' },
};

export interface SheetRow {
  /** Text of each visible column, in segments; answers are empty. */
  readonly cells: readonly (readonly Segment[])[];
  readonly record: string;
  readonly version: string;
}

export interface SheetLayout {
  readonly titles: readonly string[];
  readonly hiddenTitles: readonly string[];
  /** Two rows each. */
  readonly pairs: readonly (readonly [SheetRow, SheetRow])[];
}

const plain = (text: string): Segment[] => (text === '' ? [] : [{ text, differs: false }]);

function clip(segments: readonly Segment[]): Segment[] {
  let room = LONGEST_SHOWN;
  return segments.flatMap((segment) => {
    const characters = Array.from(segment.text).slice(0, room);
    room -= characters.length;
    return characters.length === 0 ? [] : [{ ...segment, text: characters.join('') }];
  });
}

function fieldCells(field: ReviewField, { masked }: ReviewStamp, language: Language): readonly [Segment[], Segment[]] {
  const personal = masked ? field.personal : null;
  const { left, right } = findDifference(field.left.text, field.right.text, personal);
  const check = (verdict: CheckVerdict): Segment[] => (verdict === null ? [] : plain(CHECKS[verdict][language]));
  return [
    [...clip(left), ...check(field.left.check)],
    [...clip(right), ...check(field.right.check)],
  ];
}

function sourceCells(record: ReviewRecord, language: Language): Segment[][] {
  const deleted = record.deleted ? { zh: '（已删除）', en: ' (deleted)' }[language] : '';
  return [
    plain(`${record.system[language]} · ${record.stream}`),
    plain(record.sourceKey),
    plain(`${record.changedOn ?? '—'}${deleted}`),
  ];
}

/** Fields in the order of the first pair that shows them; a pair without one shows nothing there. */
function allFields(pairs: readonly ReviewPair[]): Map<string, Wording> {
  const labels = new Map<string, Wording>();
  for (const { fields } of pairs) for (const { name, label } of fields) if (!labels.has(name)) labels.set(name, label);
  return labels;
}

export function layOut(pairs: readonly ReviewPair[], stamp: ReviewStamp, language: Language): SheetLayout {
  const labels = allFields(pairs);
  const groups = new Map<string, number>();
  const rows = pairs.map((pair, index): readonly [SheetRow, SheetRow] => {
    if (!groups.has(pair.group)) groups.set(pair.group, groups.size + 1);
    const group = `${groups.get(pair.group)} (${pair.groupSize})`;
    const shared = [plain(String(index + 1)), plain(group), [], [], plain(describePair(pair, language))];
    const byName = new Map(pair.fields.map((one) => [one.name, fieldCells(one, stamp, language)]));
    const row = (record: ReviewRecord, side: 0 | 1): SheetRow => ({
      cells: [
        ...shared,
        ...sourceCells(record, language),
        ...[...labels.keys()].map((name) => byName.get(name)?.[side] ?? []),
      ],
      record: record.id,
      version: record.version,
    });
    return [row(pair.left, 0), row(pair.right, 1)];
  });
  const titles = [...TITLES, ...labels.values()].map((label) => label[language]);
  return { titles, hiddenTitles: HIDDEN, pairs: rows };
}
