/**
 * The rules that bring two records together, strongest first. A rule only finds; whether the two belong together is weighed
 * by the comparisons, so that a number typed wrongly or a name borne twice does not join what is apart.
 */
import type { LinkRule } from './contract.ts';
import { looseName } from './names.ts';
import { isSerial, wholeOf } from './numbers.ts';
import type { MatterRecord } from './record.ts';

export interface FindingRule extends LinkRule {
  /** Records with a key in common are compared. */
  readonly keysOf: (record: MatterRecord) => readonly string[];
  /** Whether the record bears the key itself; others name it. */
  readonly bears: (record: MatterRecord, key: string) => boolean;
  /** A key that more records bear is too common to find anything. */
  readonly most: number;
}

/** Links by rules of the first kind are made before names are counted; names join what is left. */
export interface RuleStages {
  readonly byNumber: readonly FindingRule[];
  readonly byName: readonly FindingRule[];
}

const ownAndNamed = ({ ownNumber, named, said }: MatterRecord): string[] => [
  ...(ownNumber === null ? [] : [ownNumber]),
  ...named,
  ...said,
];

function wholesOf(record: MatterRecord): string[] {
  const of = [...(record.ownNumber && record.source.role === 'listing' ? [record.ownNumber] : []), ...record.named];
  return of.map(wholeOf).filter((whole) => whole !== null);
}

export const REFERENCE: LinkRule = {
  id: 'reference',
  label: { zh: '按主键引用', en: 'refers to it by key' },
};

export const RULES: RuleStages = {
  byNumber: [
    {
      id: 'investment_code',
      label: { zh: '同一投资项目代码', en: 'one investment code' },
      keysOf: ({ codes }) => codes,
      bears: ({ source }) => source.investmentCode !== null,
      most: 500,
    },
    {
      id: 'number',
      label: { zh: '同一编号（编号栏或正文）', en: 'one number, in its column or its text' },
      keysOf: ownAndNamed,
      bears: ({ ownNumber }, key) => ownNumber === key,
      most: 500,
    },
    {
      id: 'part_number',
      label: { zh: '同一委托的分号', en: 'lots under one number' },
      keysOf: (record) => [...ownAndNamed(record), ...wholesOf(record)],
      bears: ({ ownNumber, source }, key) =>
        ownNumber === key || (source.role === 'listing' && isSerial(key) && wholeOf(ownNumber ?? '') === key),
      most: 500,
    },
  ],
  byName: [
    {
      id: 'name',
      label: { zh: '同一名称', en: 'one name' },
      keysOf: ({ names }) => names.map(looseName),
      bears: () => true,
      most: 100,
    },
    {
      id: 'amount',
      label: { zh: '同一区划、同一金额', en: 'one amount in one division' },
      keysOf: ({ amount, division }) => (amount === null || division === null ? [] : [`${division} ${amount}`]),
      bears: () => true,
      most: 20,
    },
  ],
};

/** All rules, as reports and explanations name them. */
export const LINK_RULES: readonly LinkRule[] = [
  { id: 'judged', label: { zh: '人工判定', en: 'judged by a steward' } },
  REFERENCE,
  ...RULES.byNumber,
  ...RULES.byName,
];
