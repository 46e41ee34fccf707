/** The result of a grant of a mining right. */
import { defineEntity } from '../entity.ts';
import { money, reference, text, timestamp } from '../field.ts';

export const MiningResult = defineEntity({
  name: 'mining_result',
  table: 'mining_results',
  zh: '矿业权出让结果',
  en: 'mining result',
  dataSets: ['652', '653'],
  fields: {
    rightId: reference('mining_right', { zh: '矿业权' }),
    winnerName: text({ national: ['652.NA_PUBLIC_BIDDER', '653.NA_PUBLIC_BIDDER'] }),
    winnerId: reference('party', { national: ['652.BIDDER_CODE', '653.BIDDER_CODE'] }),
    price: money({ national: ['652.QT_PUBLIC_PRICE', '653.QT_PUBLIC_PRICE'] }),
    dealtAt: timestamp({ national: ['652.DT_BUY_DATE', '653.DT_BUY_DATE'] }),
    paymentForm: text({ national: ['652.IN_COST_STYLE', '653.IN_COST_STYLE'] }),
    modifiedAt: timestamp({ national: '652.DATA_TIMESTAMP' }),
  },
});
