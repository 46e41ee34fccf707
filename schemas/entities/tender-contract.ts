/** The contract recorded for one section. */
import { defineEntity } from '../entity.ts';
import { date, identifier, money, reference, text, timestamp } from '../field.ts';

export const TenderContract = defineEntity({
  name: 'tender_contract',
  table: 'tender_contracts',
  zh: '工程合同',
  en: 'tender contract',
  dataSets: ['512'],
  fields: {
    sectionId: reference('section', { national: '512.BID_SECTION_CODE' }),
    number: identifier({ zh: '合同编号' }),
    name: text({ national: '512.CONTRACT_NAME' }),
    amount: money({ national: '512.CONTRACT_PRICE' }),
    signedOn: date({ national: '512.CONTRACT_SIGN_TIME' }),
    modifiedAt: timestamp({ national: '512.DATA_TIMESTAMP' }),
  },
});
