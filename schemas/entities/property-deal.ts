/** The deal a listing of assets or equity ended in. */
import { defineEntity } from '../entity.ts';
import { code, date, identifier, money, reference, text } from '../field.ts';
import { EXCHANGE_METHOD } from '../codes/lists.ts';

export const PropertyDeal = defineEntity({
  name: 'property_deal',
  table: 'property_deals',
  zh: '产权成交结果',
  en: 'property deal',
  dataSets: ['701', '753'],
  fields: {
    code: identifier({ national: ['701.PROJECT_CODE', '753.PROJECT_CODE'] }),
    assetListingId: reference('asset_listing', { zh: '实物资产挂牌' }),
    equityListingId: reference('equity_listing', { zh: '股权挂牌' }),
    name: text({ national: ['701.BID_NAME', '753.BID_NAME'] }),
    buyerName: text({ national: ['701.SELLER_NAME', '753.SELLER_NAME'] }),
    buyerCode: identifier({ national: ['701.SELLER_CODE', '753.SELLER_CODE'], personal: 'party_code' }),
    amount: money({ national: ['701.TRADE_VALUE', '753.TRADE_VALUE'] }),
    dealtOn: date({ national: ['701.TRADE_DATE', '753.TRADE_DATE'] }),
    method: code(EXCHANGE_METHOD, { national: ['701.EXCHANGE_TYPE', '753.EXCHANGE_TYPE'] }),
  },
});
