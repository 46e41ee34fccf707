/** The bid of one bidder for one section. */
import { defineEntity } from '../entity.ts';
import { identifier, integer, money, reference, text, timestamp } from '../field.ts';

export const TenderBid = defineEntity({
  name: 'tender_bid',
  table: 'tender_bids',
  zh: '投标',
  en: 'tender bid',
  dataSets: ['507'],
  fields: {
    sectionId: reference('section', { national: '507.BID_SECTION_CODE' }),
    bidderName: text({ national: '507.BIDDER_NAME' }),
    bidderId: reference('party', { national: '507.BIDDER_ORG_CODE' }),
    price: money({ national: '507.BID_PRICE' }),
    managerName: text({ national: '507.BID_MANAGER', personal: 'name' }),
    managerIdNumber: identifier({ national: '507.PM_CODE', personal: 'id_number' }),
    deposit: money({ zh: '保证金' }),
    ranking: integer({ zh: '排名' }),
    submittedAt: timestamp({ national: '507.CHECKIN_TIME' }),
    enteredAt: timestamp({ zh: '录入时间' }),
    modifiedAt: timestamp({ national: '507.DATA_TIMESTAMP' }),
  },
});
