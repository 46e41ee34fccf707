/** The result of one section: who won, and at what price. */
import { defineEntity } from '../entity.ts';
import { money, reference, text, timestamp } from '../field.ts';

export const TenderResult = defineEntity({
  name: 'tender_result',
  table: 'tender_results',
  zh: '中标结果',
  en: 'tender result',
  dataSets: ['513'],
  fields: {
    sectionId: reference('section', { national: '513.BID_SECTION_CODE' }),
    winnerName: text({ national: '513.WIN_BIDDER_NAME' }),
    winnerId: reference('party', { national: '513.WIN_BIDDER_CODE' }),
    amount: money({ national: '513.BID_AMOUNT' }),
    managerName: text({ zh: '项目负责人', personal: 'name' }),
    decidedAt: timestamp({ national: '513.NOTICE_SEND_TIME' }),
    modifiedAt: timestamp({ national: '513.DATA_TIMESTAMP' }),
  },
});
