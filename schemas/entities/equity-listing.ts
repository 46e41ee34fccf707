/** A listing of state-owned shares in a company. */
import { defineEntity } from '../entity.ts';
import { code, date, decimal, identifier, money, text } from '../field.ts';
import { LISTING_STATUS } from '../codes/lists.ts';

export const EquityListing = defineEntity({
  name: 'equity_listing',
  table: 'equity_listings',
  zh: '股权挂牌',
  en: 'equity listing',
  dataSets: ['750', '751'],
  fields: {
    code: identifier({ national: '750.PROJECT_CODE' }),
    companyName: text({ national: '751.SUBJECT_COMPANY_NAME' }),
    companyCode: identifier({ national: '751.SUBJECT_COMPANY_CODE' }),
    percent: decimal({ national: ['750.TOTAL_PERCENT', '751.SELL_PERCENT'] }),
    sellerName: text({ national: '750.SELLER_NAME' }),
    sellerCode: identifier({ national: '750.SELLER_CODE' }),
    appraisedNetAssets: money({ zh: '净资产评估值' }),
    listedPrice: money({ national: '750.PROJECT_PRICE' }),
    listedOn: date({ national: '750.PUBLISH_DATE' }),
    status: code(LISTING_STATUS, { zh: '状态' }),
    notes: text({ zh: '备注' }),
  },
});
