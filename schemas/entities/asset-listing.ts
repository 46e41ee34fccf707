/** A listing of state-owned physical assets. */
import { defineEntity } from '../entity.ts';
import { code, date, identifier, integer, money, text } from '../field.ts';
import { ASSET_CLASS, LISTING_STATUS, EXCHANGE_METHOD } from '../codes/lists.ts';

export const AssetListing = defineEntity({
  name: 'asset_listing',
  table: 'asset_listings',
  zh: '实物资产挂牌',
  en: 'asset listing',
  dataSets: ['700'],
  fields: {
    code: identifier({ national: '700.PROJECT_CODE' }),
    name: text({ national: '700.BID_NAME' }),
    assetClass: code(ASSET_CLASS, { national: '700.PROJECT_TYPE' }),
    sellerName: text({ national: '700.SELLER_NAME' }),
    sellerCode: identifier({ national: '700.SELLER_CODE' }),
    appraisedValue: money({ zh: '评估值' }),
    listedPrice: money({ national: '700.PROJECT_PRICE' }),
    listedOn: date({ national: '700.PUBLISH_DATE' }),
    listingDays: integer({ national: '700.PUBLISH_DURATION' }),
    method: code(EXCHANGE_METHOD, { national: '700.PRE_EXCHANGE_TYPE' }),
    status: code(LISTING_STATUS, { zh: '状态' }),
    notes: text({ national: '700.TRANSFER_NOTES' }),
  },
});
