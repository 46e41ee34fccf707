/**
 * 昌都市公共资源交易中心, messages in the national exchange envelope: field names are the national ones, DATA_KEY names a record for
 * ever, the last message of a key counts, a deletion carries the key alone. Source: the centre's interface document.
 */
import { defineStream } from '../../connectors/stream.ts';
import { CHANGES } from './changes.ts';

export const TENDER_PROJECT = defineStream({
  name: 'TENDER_PROJECT',
  label: '招标项目',
  version: 1,
  columns: {
    DATA_KEY: { type: 'C22', label: '数据主键' },
    DATA_TYPE: { type: 'C1', label: '操作类型', ignore: 'deletion' },
    PROJECT_CODE: {
      type: 'C17',
      label: '项目编号',
      ignore: 'duplicate',
      note: { zh: '招标项目编号的前 17 位', en: 'the first 17 characters of TENDER_PROJECT_CODE' },
    },
    TENDER_PROJECT_CODE: { type: 'C20', label: '招标项目编号' },
    TENDER_SELF_CODE: { type: 'C200', label: '招标项目自编号' },
    TENDER_PROJECT_NAME: { type: 'C600', label: '招标项目名称' },
    TENDER_PROJECT_TYPE: { type: 'C3', label: '招标项目类型' },
    REGION_CODE: { type: 'C6', label: '行政区域代码' },
    TENDERER_NAME: { type: 'C200', label: '招标人名称' },
    TENDERER_CODE: { type: 'C18', label: '招标人代码' },
    TENDER_AGENCY_NAME: { type: 'C200', label: '招标代理机构名称' },
    TENDER_MODE: { type: 'C1', label: '招标方式' },
    CREATE_TIME: { type: 'C14', label: '建立时间' },
    DATA_TIMESTAMP: { type: 'C14', label: '数据时间戳' },
  },
  ...CHANGES,
});

export const SECTION = defineStream({
  name: 'SECTION',
  label: '标段（包）',
  version: 1,
  columns: {
    DATA_KEY: { type: 'C22', label: '数据主键' },
    DATA_TYPE: { type: 'C1', label: '操作类型', ignore: 'deletion' },
    TENDER_PROJECT_CODE: { type: 'C20', label: '招标项目编号' },
    BID_SECTION_CODE: { type: 'C23', label: '标段编号' },
    BID_SECTION_NAME: { type: 'C500', label: '标段名称' },
    CONTRACT_RECKON_PRICE: { type: 'N..20,6', label: '合同估算价' },
    CURRENCY_CODE: { type: 'C3', label: '币种' },
    PRICE_UNIT: { type: 'C1', label: '单位' },
    LIMITE_TIME: { type: 'N5', label: '工期' },
    DATA_TIMESTAMP: { type: 'C14', label: '数据时间戳' },
  },
  ...CHANGES,
});

export const TENDER_ANN_QUA_INQUERY_ANN = defineStream({
  name: 'TENDER_ANN_QUA_INQUERY_ANN',
  label: '招标公告',
  version: 1,
  columns: {
    DATA_KEY: { type: 'C22', label: '数据主键' },
    DATA_TYPE: { type: 'C1', label: '操作类型', ignore: 'deletion' },
    TENDER_PROJECT_CODE: { type: 'C20', label: '招标项目编号' },
    NOTICE_NAME: { type: 'C600', label: '公告标题' },
    NOTICE_CONTENT: { type: 'C..ul', label: '公告内容' },
    NOTICE_SEND_TIME: { type: 'C14', label: '公告发布时间' },
    BULLETIN_TYPE: { type: 'C1', label: '公告类型' },
    DATA_TIMESTAMP: { type: 'C14', label: '数据时间戳' },
  },
  ...CHANGES,
});

export const WIN_RESULT_ANNO = defineStream({
  name: 'WIN_RESULT_ANNO',
  label: '中标结果公告',
  version: 1,
  columns: {
    DATA_KEY: { type: 'C22', label: '数据主键' },
    DATA_TYPE: { type: 'C1', label: '操作类型', ignore: 'deletion' },
    TENDER_PROJECT_CODE: {
      type: 'C20',
      label: '招标项目编号',
      ignore: 'duplicate',
      note: { zh: '标段编号的前 20 位', en: 'the first 20 characters of BID_SECTION_CODE' },
    },
    BID_SECTION_CODE: { type: 'C23', label: '标段编号' },
    WIN_BIDDER_NAME: { type: 'C200', label: '中标人名称' },
    WIN_BIDDER_CODE: { type: 'C18', label: '中标人代码' },
    BID_AMOUNT: { type: 'N..20,6', label: '中标金额' },
    BID_CURRENCY: {
      type: 'C3',
      label: '币种',
      ignore: 'spare',
      note: { zh: '固定为 156（人民币）', en: 'always 156' },
    },
    PRICE_UNIT: { type: 'C1', label: '单位' },
    NOTICE_SEND_TIME: { type: 'C14', label: '公告发布时间' },
    DATA_TIMESTAMP: { type: 'C14', label: '数据时间戳' },
  },
  ...CHANGES,
});
