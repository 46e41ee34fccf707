/** Archive of queries and complaints on government procurement: by 财政部令第94号 the platform neither accepts nor hands
 * them on, so nothing leads from here to the complaint hand-off. */
import { defineEntity } from '../entity.ts';
import { code, reference, text, timestamp } from '../field.ts';
import { QUERY_STATUS, QUERY_TYPE } from '../codes/lists.ts';

export const ProcurementQuery = defineEntity({
  name: 'procurement_query',
  table: 'procurement_queries',
  zh: '政府采购质疑投诉档案',
  en: 'procurement query archive',
  dataSets: [],
  fields: {
    projectId: reference('purchase_project', { zh: '采购项目' }),
    queryType: code(QUERY_TYPE, { zh: '类型' }),
    submittedBy: text({ zh: '提出人', personal: 'name' }),
    content: text({ zh: '内容', personal: 'content' }),
    registeredAt: timestamp({ zh: '登记时间' }),
    answer: text({ zh: '答复', personal: 'content' }),
    status: code(QUERY_STATUS, { zh: '状态' }),
  },
});
