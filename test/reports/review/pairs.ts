/** Pairs for the tests of the review sheet. */
import type { ReviewField, ReviewPair, ReviewRecord, ReviewStamp } from '../../../reports/review/item.ts';

export function record(id: string, over: Partial<ReviewRecord> = {}): ReviewRecord {
  return {
    id: id.padStart(32, '0'),
    system: { zh: '财政厅政府采购中心', en: 'procurement centre' },
    stream: 'CG_ZJ',
    sourceKey: id,
    changedOn: '2020-05-01',
    deleted: false,
    version: `v${id}`.padStart(32, '0'),
    ...over,
  };
}

export function field(
  name: string,
  left: string | null,
  right: string | null,
  over: Partial<ReviewField> = {},
): ReviewField {
  return {
    name,
    label: { zh: name, en: name },
    personal: 'none',
    left: { text: left, check: null },
    right: { text: right, check: null },
    ...over,
  };
}

export function pair(left: string, right: string, over: Partial<ReviewPair> = {}): ReviewPair {
  return {
    left: record(left),
    right: record(right),
    fields: [
      field('姓名', '次仁顿珠', '泽仁顿珠', { personal: 'name' }),
      field('证件号码', '540102198001011234', '540102198101011234', { personal: 'id_number' }),
    ],
    steps: [
      { label: { zh: '起点', en: 'prior' }, level: { zh: '随机一对', en: 'a pair at random' }, weight: -11 },
      { label: { zh: '姓名', en: 'name' }, level: { zh: '译音相同', en: 'same transliteration class' }, weight: 6.25 },
    ],
    weight: -4.75,
    conflict: false,
    groupSize: 2,
    group: `${left}-${right}`,
    judged: null,
    ...over,
  };
}

export const STAMP: ReviewStamp = {
  exportId: 'expert-20201201-0001',
  entity: 'expert',
  modelVersion: '3',
  writtenAt: '2020-12-01T02:00:00.000Z',
  writtenBy: 'tashi',
  masked: true,
};
