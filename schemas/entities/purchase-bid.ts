/** The bid of one supplier for one package. */
import { defineEntity } from '../entity.ts';
import { decimal, money, reference, text, timestamp } from '../field.ts';

export const PurchaseBid = defineEntity({
  name: 'purchase_bid',
  table: 'purchase_bids',
  zh: '投标响应',
  en: 'purchase bid',
  dataSets: ['557'],
  fields: {
    packageId: reference('purchase_package', { national: '557.PURCHASE_SECTION_CODE' }),
    bidderName: text({ national: '557.BIDDER_NAME' }),
    bidderId: reference('party', { national: '557.BIDDER_ORG_CODE' }),
    price: money({ national: '557.BID_PRICE' }),
    deposit: money({ zh: '保证金' }),
    submittedAt: timestamp({ zh: '递交时间' }),
    score: decimal({ zh: '评审得分' }),
  },
});
