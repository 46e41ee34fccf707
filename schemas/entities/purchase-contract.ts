/** The contract signed for one package. */
import { defineEntity } from '../entity.ts';
import { identifier, integer, money, reference, text, timestamp } from '../field.ts';

export const PurchaseContract = defineEntity({
  name: 'purchase_contract',
  table: 'purchase_contracts',
  zh: '采购合同',
  en: 'purchase contract',
  dataSets: ['554'],
  fields: {
    packageId: reference('purchase_package', { national: '554.PURCHASE_SECTION_CODE' }),
    number: identifier({ zh: '合同编号' }),
    name: text({ national: '554.CONTRACT_NAME' }),
    amount: money({ national: '554.CONTRACT_AMOUNT' }),
    termDays: integer({ national: '554.CONTRACT_TERM' }),
    signedAt: timestamp({ national: '554.SIGNING_TIME' }),
  },
});
