/** The award of one package. */
import { defineEntity } from '../entity.ts';
import { money, reference, text, timestamp } from '../field.ts';

export const PurchaseAward = defineEntity({
  name: 'purchase_award',
  table: 'purchase_awards',
  zh: '中标成交结果',
  en: 'purchase award',
  dataSets: ['553'],
  fields: {
    packageId: reference('purchase_package', { national: '553.PURCHASE_SECTION_CODE' }),
    winnerName: text({ national: '553.WINNINGBIDDER_NAME' }),
    winnerId: reference('party', { national: '553.WINNINGBIDDER_CODE' }),
    amount: money({ national: '553.WIN_BID_PRICE' }),
    announcedAt: timestamp({ national: '553.WIN_BID_BULLETIN_START_TIME' }),
  },
});
