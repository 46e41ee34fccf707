/** An item of the versioned trade catalogue (一张清单): what must be traded on the platform, and from which scale on. */
import { TRADE_CATEGORY } from '../codes/national.ts';
import { defineEntity } from '../entity.ts';
import { code, date, identifier, text } from '../field.ts';

export const CatalogueItem = defineEntity({
  name: 'catalogue_item',
  table: 'catalogue_items',
  zh: '交易目录条目',
  en: 'catalogue item',
  dataSets: [],
  fields: {
    code: identifier({ zh: '目录编号' }),
    name: text({ zh: '交易事项' }),
    tradeCategory: code(TRADE_CATEGORY, { zh: '交易类别' }),
    scope: text({ zh: '范围和规模标准' }),
    authority: text({ zh: '行业监管部门' }),
    legalBasis: text({ zh: '依据' }),
    edition: text({ zh: '目录版本' }),
    validFrom: date({ zh: '生效日期' }),
    validUntil: date({ zh: '失效日期' }),
  },
});
