/** Archive of queries and complaints on government procurement: by 财政部令第94号 the platform neither accepts nor hands
 * them on, so nothing leads from here to the complaint hand-off. */
import { TRADE_CATEGORY } from '../codes/national.ts';
import { defineEntity } from '../entity.ts';
import { code, flag, date, identifier, reference, text, timestamp } from '../field.ts';
import { QUERY_STATUS, QUERY_TYPE } from '../codes/lists.ts';

export const ProcurementQuery = defineEntity({
  name: 'procurement_query',
  table: 'procurement_queries',
  zh: '政府采购质疑投诉档案',
  en: 'procurement query archive',
  dataSets: [],
  fields: {
    number: identifier({ zh: '编号' }),
    projectId: reference('purchase_project', { zh: '采购项目' }),
    projectName: text({ zh: '项目名称' }),
    projectNumber: identifier({ zh: '项目编号' }),
    tradeCategory: code(TRADE_CATEGORY, { zh: '交易类别' }),
    governmentProcurement: flag({ zh: '是否政府采购' }),
    queryType: code(QUERY_TYPE, { zh: '类型' }),
    submittedBy: text({ zh: '提出人', personal: 'name' }),
    submitterPhone: text({ zh: '提出人电话', personal: 'phone' }),
    respondentName: text({ zh: '被投诉人' }),
    respondentCode: identifier({ zh: '被投诉人代码', personal: 'party_code' }),
    content: text({ zh: '内容', personal: 'content' }),
    filedOn: date({ zh: '提出日期' }),
    registeredAt: timestamp({ zh: '登记时间' }),
    acceptedOn: date({ zh: '受理日期' }),
    authority: text({ zh: '处理单位' }),
    closedOn: date({ zh: '办结日期' }),
    answer: text({ zh: '答复', personal: 'content' }),
    status: code(QUERY_STATUS, { zh: '状态' }),
    modifiedAt: timestamp({ zh: '更新时间' }),
  },
});
