/**
 * National code tables as the provincial receivers implement them (数据规范 V2.0 and its 4.0 tables). `source`: the table
 * was found in code or specification; `observed`: values seen in use; `unverified`: common knowledge to be confirmed.
 */
import { defineCodeList } from '../values/codes.ts';

/** Sectors of engineering (A…) and the same sectors for projects that need not be tendered (G…). */
const SECTORS: readonly (readonly [string, string])[] = [
  ['01', '房屋建筑'],
  ['02', '市政'],
  ['03', '公路'],
  ['04', '铁路'],
  ['05', '民航'],
  ['06', '水运'],
  ['07', '水利'],
  ['08', '能源'],
  ['09', '邮电通信'],
  ['10', '桥梁'],
  ['11', '城市轨道'],
  ['12', '矿产冶金'],
  ['13', '信息网络'],
  ['14', '工业制造'],
  ['99', '其他'],
];

/** 公共资源交易分类 (4.3/5.3). A is source, B, D and G observed, C and E unverified. */
export const TRADE_CATEGORY = defineCodeList(
  'trade_category',
  '公共资源交易分类',
  {
    ...Object.fromEntries(SECTORS.map(([code, zh]) => [`A${code}`, zh])),
    B01: '国有土地使用权',
    C01: '探矿权',
    C02: '采矿权',
    D01: '政府采购货物',
    D02: '政府采购工程',
    D03: '政府采购服务',
    E01: '国有产权实物资产',
    E02: '国有产权股权',
    ...Object.fromEntries(SECTORS.map(([code, zh]) => [`G${code}`, `${zh}（非依法必须招标）`])),
  },
  'observed',
);

export const YES_NO = defineCodeList('yes_no', '是否', { '0': '否', '1': '是' }, 'source');

/** Property-rights sets write T and F. */
export const YES_NO_PROPERTY = defineCodeList('yes_no_property', '是否（产权）', { F: '否', T: '是' }, 'source');

export const PRICE_UNIT = defineCodeList('price_unit', '金额单位', { '0': '元', '1': '万元' }, 'source');

export const PRICE_FORM = defineCodeList(
  'price_form',
  '价款形式',
  { '1': '金额', '2': '费率/比率/优惠率', '3': '单价', '9': '其他形式' },
  'source',
);

/** GB/T 12406 (ISO 4217 numeric). Only 156 was seen in use. */
export const CURRENCY = defineCodeList(
  'currency',
  '币种',
  { '156': '人民币', '840': '美元', '978': '欧元', '344': '港元', '392': '日元', '826': '英镑' },
  'unverified',
);

/** 主体角色类型: 01, 02 and 99 nationally seen, 03–06 as the regional register uses them. */
export const LEGAL_ROLE = defineCodeList('legal_role', '主体角色类型', {
  '01': '招标人',
  '02': '招标代理机构',
  '03': '投标人',
  '04': '采购人',
  '05': '采购代理',
  '06': '供应商',
  '99': '其他',
});

export const ID_DOCUMENT_TYPE = defineCodeList('id_document_type', '证件类型', { '01': '身份证', '02': '军官证' });

export const TENDER_MODE = defineCodeList('tender_mode', '招标方式', { '1': '公开招标', '2': '邀请招标' }, 'source');

export const TENDER_ORGANIZE_FORM = defineCodeList(
  'tender_organize_form',
  '招标组织形式',
  { '1': '自行招标', '2': '委托招标', '9': '其他' },
  'source',
);

export const NOTICE_NATURE = defineCodeList(
  'notice_nature',
  '公告性质',
  { '1': '正常公告', '2': '更正公告', '3': '重发公告', '9': '其他' },
  'source',
);

export const BULLETIN_TYPE = defineCodeList(
  'bulletin_type',
  '公告类型',
  { '1': '招标公告', '2': '资格预审公告', '3': '中标结果公告', '9': '其他' },
  'source',
);

export const QUALIFICATION_EXAM = defineCodeList(
  'qual_exam_type',
  '资格审查方式',
  { '1': '资格预审', '2': '资格后审' },
  'source',
);

export const RELATE_CODE = defineCodeList(
  'relate_code',
  '项目类别关联代码',
  { '0': '非固定资产类项目', '1': '固定资产类项目' },
  'source',
);

export const EXCEPTION_TYPE = defineCodeList(
  'exception_type',
  '招标异常类型',
  { '1': '流标', '2': '终止开标', '3': '公告撤销', '9': '其他' },
  'source',
);

export const DISCLOSURE_SCOPE = defineCodeList('scope', '公开范围', { '1': '社会公开', '2': '政务公开' }, 'source');

/** 出让方式 of mining rights, used for land alike. */
export const GRANT_MODE = defineCodeList(
  'grant_mode',
  '土地、矿业权出让方式',
  { '131': '招标', '132': '拍卖', '133': '挂牌' },
  'source',
);

export const TITLE_LEVEL = defineCodeList(
  'title_level',
  '职称等级',
  { '1': '初级职称', '2': '中级职称', '3': '高级职称', '4': '正高级职称' },
  'source',
);
