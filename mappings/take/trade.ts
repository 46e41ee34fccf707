/**
 * Systems of a prefecture keep tenders and government purchases in one table, and the trade category says which a record
 * is. Records of what belongs to it (lots, notices, results) do not say: their parts follow the project.
 */
import { PROCUREMENT_CLASS } from '../../schemas/codes/lists.ts';
import { TRADE_CATEGORY } from '../../schemas/codes/national.ts';
import { readCode } from '../../schemas/values/codes.ts';
import { toHalfWidth } from '../../schemas/values/width.ts';
import type { AmountNeighbour, Condition, FieldRule } from '../mapping.ts';
import { lookup } from './codes.ts';
import { conditional } from './conditional.ts';

const PURCHASE = 'D';

/** A mistyped D… is still a purchase; what is in no list is taken for a tender, with the issue of its code. */
function isPurchaseCategory(text: string): boolean {
  const code = readCode(TRADE_CATEGORY, text).value ?? toHalfWidth(text).trim().toUpperCase();
  return code.startsWith(PURCHASE);
}

/** Trade category → class of what is bought. Source: 公共资源交易分类, D01 to D03. */
const CLASS_OF: ReadonlyMap<string, string> = new Map([
  ['D01', 'A'],
  ['D02', 'B'],
  ['D03', 'C'],
]);

export interface Trade<C extends string> {
  readonly tender: Condition<C>;
  readonly purchase: Condition<C>;
  /** What a party is in the trade at hand. */
  role(inTender: string, inPurchase: string): FieldRule<C>;
  readonly procurementClass: FieldRule<C>;
}

/** @param isPurchase where the column holds other texts than the national categories. */
export function tradeOf<C extends string>(
  column: C,
  isPurchase: (text: string) => boolean = isPurchaseCategory,
): Trade<C> {
  const purchase: Condition<C> = {
    column,
    when: (text) => isPurchase(text ?? ''),
    wording: { zh: `${column} 为政府采购`, en: `${column} is a government purchase` },
  };
  const tender: Condition<C> = {
    column,
    when: (text) => !isPurchase(text ?? ''),
    wording: { zh: `${column} 不是政府采购`, en: `${column} is no government purchase` },
  };
  return {
    tender,
    purchase,
    role: (inTender, inPurchase) => ({
      columns: [column],
      reading: { zh: `按 ${column}：${inTender} 或 ${inPurchase}`, en: `${inTender} or ${inPurchase} by ${column}` },
      compile({ indexOf }) {
        const index = indexOf(column);
        return (values) => (isPurchase(values[index] ?? '') ? inPurchase : inTender);
      },
    }),
    procurementClass: conditional(purchase, lookup(column, PROCUREMENT_CLASS, CLASS_OF)),
  };
}

/** A lot is a part of its project: a small one may be a hundredth of it, none is much more. */
export const LOT_BESIDE_PROJECT: readonly AmountNeighbour[] = [
  {
    entity: 'section',
    field: 'estimate',
    parentField: 'tenderProjectId',
    parentEntity: 'tender_project',
    parentAmount: 'estimate',
    low: 0.01,
    high: 2,
  },
  {
    entity: 'purchase_package',
    field: 'budget',
    parentField: 'projectId',
    parentEntity: 'purchase_project',
    parentAmount: 'budget',
    low: 0.01,
    high: 2,
  },
];

export const RESULT_BESIDE_LOT: readonly AmountNeighbour[] = [
  { field: 'amount', parentField: 'sectionId', parentEntity: 'section', parentAmount: 'estimate' },
  {
    entity: 'purchase_award',
    field: 'amount',
    parentField: 'packageId',
    parentEntity: 'purchase_package',
    parentAmount: 'budget',
  },
];
