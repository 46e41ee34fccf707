/** A package (lot) of a purchase project; bids, awards and contracts belong to it. */
import { defineEntity } from '../entity.ts';
import { code, identifier, money, reference, text, timestamp } from '../field.ts';
import { PURCHASE_STATUS } from '../codes/lists.ts';

export const PurchasePackage = defineEntity({
  name: 'purchase_package',
  table: 'purchase_packages',
  zh: '采购分包',
  en: 'purchase package',
  dataSets: ['550'],
  fields: {
    projectId: reference('purchase_project', { national: '550.PURCHASE_PROJECT_CODE' }),
    code: identifier({ national: '550.PURCHASE_SECTION_CODE' }),
    name: text({ national: '550.PURCHASE_SECTION_NAME' }),
    itemClassCode: identifier({ zh: '品目代码' }),
    budget: money({ national: '550.PROGRAM_BUDGET' }),
    status: code(PURCHASE_STATUS, { zh: '状态' }),
    modifiedAt: timestamp({ national: '550.DATA_TIMESTAMP' }),
  },
});
