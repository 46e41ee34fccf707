/**
 * Code lists of canonical fields. Where the national table was published the codes are the national ones; the others
 * (the annexes that list them were not available) keep the codes the regional centres agree on. Data an operator can
 * replace, never a branch in code.
 */
import { defineCodeList } from '../values/codes.ts';

/** 主体类别, as the regional register uses it. */
export const PARTY_TYPE = defineCodeList('party_type', '主体类别', {
  '0': '企业法人',
  '1': '机关',
  '2': '事业单位',
  '3': '自然人',
  '9': '其他',
});

export const PARTY_ROLE = defineCodeList('party_role', '主体角色', {
  tenderer: '招标人',
  tender_agency: '招标代理机构',
  bidder: '投标人',
  purchaser: '采购人',
  purchase_agency: '采购代理机构',
  supplier: '供应商',
  transferor: '转让方',
  transferee: '受让方',
  subject_company: '标的企业',
  other: '其他',
});

export const PARTY_STATUS = defineCodeList('party_status', '主体状态', { '0': '停用', '1': '启用' });

/** GB/T 2261.1. */
export const GENDER = defineCodeList('gender', '性别', { '0': '未知', '1': '男', '2': '女', '9': '未说明' });

/** 专家库类别: 1 评标专家 (comprehensive pool), 2 评审专家 (government procurement). */
export const EXPERT_BASE_TYPE = defineCodeList('expert_base_type', '专家库类别', { '1': '评标专家', '2': '评审专家' });

/** Status inside the pool the record comes from; membership of the unified pool is decided by qualification review. */
export const EXPERT_STATUS = defineCodeList('expert_status', '专家状态', {
  active: '正常',
  suspended: '冻结或暂停',
  removed: '注销或退出',
});

/** The edition a specialty code belongs to: codes are never compared across editions. */
export const CLASSIFICATION = defineCodeList('expert_classification', '专业分类标准', {
  '2010': '评标专家专业分类标准（试行）2010',
  '2018': '评标专家专业分类标准 2018',
  procurement: '政府采购品目分类',
});

export const PROCUREMENT_CLASS = defineCodeList('procurement_class', '采购项目类别', {
  A: '货物',
  B: '工程',
  C: '服务',
});

export const PROCUREMENT_METHOD = defineCodeList('procurement_method', '采购方式', {
  '1': '公开招标',
  '2': '邀请招标',
  '3': '竞争性谈判',
  '4': '单一来源',
  '5': '询价',
  '6': '竞争性磋商',
});

export const ORGANIZE_FORM = defineCodeList('purchase_organize_form', '采购组织形式', {
  '1': '集中采购',
  '2': '分散采购',
});

export const PURCHASE_STATUS = defineCodeList('purchase_status', '采购状态', {
  '10': '立项',
  '20': '公告',
  '30': '开标',
  '40': '评审',
  '50': '结果',
  '60': '合同',
  '90': '废标',
});

export const PURCHASE_NOTICE_TYPE = defineCodeList('purchase_notice_type', '采购公告类型', {
  '1': '采购公告',
  '2': '更正公告',
  '3': '结果公告',
  '4': '废标公告',
});

export const QUERY_TYPE = defineCodeList('procurement_query_type', '质疑投诉类型', { '1': '质疑', '2': '投诉' });

export const QUERY_STATUS = defineCodeList('procurement_query_status', '质疑投诉状态', {
  '1': '处理中',
  '2': '已答复',
  '3': '撤回',
});

export const ASSET_CLASS = defineCodeList('asset_class', '资产类别', {
  real_estate: '房产',
  vehicle: '车辆',
  equipment: '设备',
  forest: '林木',
  other: '其他',
});

export const EXCHANGE_METHOD = defineCodeList('exchange_method', '产权交易方式', {
  auction: '拍卖',
  online_bidding: '网络竞价',
  agreement: '协议转让',
});

export const LISTING_STATUS = defineCodeList('listing_status', '挂牌状态', {
  listed: '挂牌中',
  sold: '已成交',
  failed: '流拍',
  withdrawn: '已撤销',
});
