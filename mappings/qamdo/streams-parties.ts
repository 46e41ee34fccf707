/**
 * 昌都市公共资源交易中心, messages in the national exchange envelope: field names are the national ones, DATA_KEY names a record for
 * ever, the last message of a key counts, a deletion carries the key alone. Source: the centre's interface document.
 */
import { defineStream } from '../../connectors/stream.ts';
import { CHANGES } from './changes.ts';

export const LEGAL_PERSON_BASE = defineStream({
  name: 'LEGAL_PERSON_BASE',
  label: '法人基本信息',
  version: 1,
  columns: {
    DATA_KEY: { type: 'C22', label: '数据主键' },
    DATA_TYPE: { type: 'C1', label: '操作类型', ignore: 'deletion' },
    LEGAL_NAME: { type: 'C200', label: '法人名称' },
    BIDDER_CODE_TYPE: { type: 'C1', label: '法人类别' },
    LEGAL_CODE: { type: 'C18', label: '法人代码' },
    LICENSE_NO: { type: 'C50', label: '营业执照号码' },
    LEGAL_REPRESENT: { type: 'C20', label: '法定代表人' },
    LEGAL_UNIT_ADDRESS: { type: 'C300', label: '地址' },
    REGION_CODE: { type: 'C6', label: '行政区域代码' },
    REG_CAPITAL: { type: 'N..20,6', label: '注册资本' },
    REG_UNIT: { type: 'C1', label: '注册资本单位' },
    LEGAL_CONTACT: { type: 'C20', label: '联系人' },
    LEGAL_CONTACT_PHONE: { type: 'C20', label: '联系人电话' },
    DATA_TIMESTAMP: { type: 'C14', label: '数据时间戳' },
  },
  ...CHANGES,
});

export const EXPERT_BID_EVALUATION = defineStream({
  name: 'EXPERT_BID_EVALUATION',
  label: '评标专家',
  version: 1,
  columns: {
    DATA_KEY: { type: 'C22', label: '数据主键' },
    DATA_TYPE: { type: 'C1', label: '操作类型', ignore: 'deletion' },
    ID_CARD: { type: 'C18', label: '身份证件号码' },
    ID_CARD_TYPE: { type: 'C2', label: '证件类型' },
    EXPERT_NAME: { type: 'C50', label: '姓名' },
    SEX: { type: 'C1', label: '性别' },
    BIRTHDAY: { type: 'C8', label: '出生日期' },
    COMPANY: { type: 'C200', label: '工作单位' },
    PHONE_NUMBER: { type: 'C50', label: '手机' },
    PROFESSIONAL: { type: 'C50', label: '职称' },
    BASE_TYPE: { type: 'C1', label: '专家库类别' },
    MAJOR_CODE: { type: 'C7', label: '参评专业编号' },
    IS_MAIN: { type: 'C1', label: '是否主评专业' },
    DATA_TIMESTAMP: { type: 'C14', label: '数据时间戳' },
  },
  ...CHANGES,
});
