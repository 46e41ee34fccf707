/** The deal a parcel ended in. Area in m². */
import { defineEntity } from '../entity.ts';
import { date, decimal, identifier, money, reference, text, timestamp } from '../field.ts';

export const LandDeal = defineEntity({
  name: 'land_deal',
  table: 'land_deals',
  zh: '土地成交',
  en: 'land deal',
  dataSets: ['601'],
  fields: {
    parcelId: reference('land_parcel', { national: '601.LAND_CODE' }),
    buyerName: text({ national: '601.LENDING_NAME' }),
    buyerId: reference('party', { national: '601.LENDING_CODE' }),
    bidNumber: identifier({ zh: '竞买号' }),
    price: money({ national: '601.DEAL_PRICE' }),
    dealtOn: date({ national: '601.PUBLISHING_TIME' }),
    area: decimal({ zh: '成交面积（平方米）' }),
    notes: text({ national: '601.LAND_BZ' }),
    modifiedAt: timestamp({ national: '601.DATA_TIMESTAMP' }),
  },
});
