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

/** What kind of number a party is registered under. */
export const PARTY_CODE_TYPE = defineCodeList('party_code_type', '证件类型', {
  uscc: '统一社会信用代码',
  organization_code: '组织机构代码',
  licence: '营业执照',
  id_number: '身份证',
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
  land_bidder: '竞买人',
  project_owner: '建设单位',
  candidate: '中标候选人',
  credit_subject: '信用主体',
  complainant: '投诉人',
  respondent: '被投诉人',
  recusal_unit: '回避单位',
  employer: '聘用单位',
  contact_unit: '联系单位',
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
  in_review: '资格复审中',
});

/** The edition a specialty code belongs to: codes are never compared across editions. */
export const CLASSIFICATION = defineCodeList('expert_classification', '专业分类标准', {
  '2010': '评标专家专业分类标准（试行）2010',
  '2018': '评标专家专业分类标准 2018',
  procurement: '政府采购品目分类',
  unstated: '未注明（文字）',
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
  // Of complaints in the register of another centre: words, so that no number typed at the procurement centre means them.
  registered: '已登记',
  accepted: '已受理',
  handed_on: '已转办',
  closed: '已办结',
  refused: '不予受理',
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

/** 审核状态 of a self-registered party. */
export const REVIEW_STATUS = defineCodeList('review_status', '审核状态', { '0': '待审', '1': '通过', '2': '退回' });

export const APPROVAL_TYPE = defineCodeList('approval_type', '立项类型', {
  approval: '审批',
  verification: '核准',
  filing: '备案',
});

/** What is tendered in a plan or a section. */
export const WORK_CLASS = defineCodeList('work_class', '标段类别', {
  survey: '勘察',
  design: '设计',
  construction: '施工',
  supervision: '监理',
  equipment: '设备',
  testing: '检测',
  epc: '工程总承包',
});

/** The national codes, and 直接委托: the construction centre records it, and no national code stands for it. */
export const REGIONAL_TENDER_MODE = defineCodeList('regional_tender_mode', '招标方式', {
  '1': '公开招标',
  '2': '邀请招标',
  direct: '直接委托',
});

export const TENDER_STATUS = defineCodeList('tender_status', '招标项目状态', {
  tendering: '招标中',
  completed: '已完成',
  failed: '流标',
  terminated: '已终止',
});

export const SECTION_STATUS = defineCodeList('section_status', '标段状态', {
  draft: '编辑',
  effective: '生效',
  completed: '招标完成',
  failed: '流标',
  terminated: '终止',
});

/** 公告类型 over all trades; 1–3 and 9 are those of the national table. */
export const NOTICE_TYPE = defineCodeList('notice_type', '公告类型', {
  '1': '招标、采购、出让公告',
  '2': '资格预审公告',
  '3': '结果公告',
  '4': '更正公告',
  '9': '其他',
});

export const QUALIFICATION_SERIES = defineCodeList('qualification_series', '资质序列', {
  general: '施工总承包',
  specialized: '专业承包',
});

export const QUALIFICATION_LEVEL = defineCodeList('qualification_level', '资质等级', {
  '0': '特级',
  '1': '一级',
  '2': '二级',
  '3': '三级',
});

export const CA_STATUS = defineCodeList('ca_status', 'CA锁状态', { '1': '有效', '2': '挂失', '3': '注销' });

export const CREDIT_RECORD_TYPE = defineCodeList('credit_record_type', '信用信息类型', {
  '1': '黑名单',
  '2': '违法违规',
  '3': '奖励',
});

export const CREDIT_GRADE = defineCodeList('credit_grade', '信用等级', {
  AA: 'AA级',
  A: 'A级',
  B: 'B级',
  C: 'C级',
  D: 'D级',
});

export const COMPLAINT_STATUS = defineCodeList('complaint_status', '投诉状态', {
  '1': '已登记',
  '2': '已受理',
  '3': '已转办',
  '4': '已办结',
  '5': '不予受理',
});

export const PARCEL_STATUS = defineCodeList('parcel_status', '宗地状态', {
  announced: '公告中',
  sold: '已成交',
  failed: '流拍',
  terminated: '终止',
});

export const MINING_RIGHT_TYPE = defineCodeList('mining_right_type', '矿权类型', { T: '探矿权', C: '采矿权' });
