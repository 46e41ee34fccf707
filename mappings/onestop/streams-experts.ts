/**
 * 发展改革委“一站式”审批服务中心, drop folder of XML packages: experts, specialties, units to avoid. What each file type promises
 * to deliver. Source: the centre's interface document, section Columns.
 *
 * A package may hold several states of a record, and the last one counts. Of specialties and recusals the key is
 * nearly the whole record: a repetition is the same fact stated again, so there too the last one counts.
 */
import { defineStream } from '../../connectors/stream.ts';

export const ZJXX = defineStream({
  name: 'ZJXX',
  label: '综合评标专家',
  version: 1,
  columns: {
    ZJBH: { type: 'C20', label: '专家编号' },
    XM: { type: 'C50', label: '姓名' },
    XB: { type: 'C2', label: '性别' },
    ZJLX: { type: 'C2', label: '证件类型' },
    ZJHM: { type: 'C20', label: '证件号码' },
    CSRQ: { type: 'C10', label: '出生日期' },
    MZ: { type: 'C20', label: '民族', ignore: 'sensitive', note: { zh: '民族，敏感信息', en: 'ethnic group' } },
    ZZMM: {
      type: 'C20',
      label: '政治面貌',
      ignore: 'sensitive',
      note: { zh: '政治面貌，敏感信息', en: 'political affiliation' },
    },
    XL: { type: 'C20', label: '学历' },
    ZC: { type: 'C50', label: '职称' },
    ZCZSBH: { type: 'C50', label: '职称证书号' },
    ZW: { type: 'C50', label: '职务' },
    GZDW: { type: 'C200', label: '工作单位' },
    DWDH: { type: 'C50', label: '单位电话' },
    YDDH: { type: 'C50', label: '移动电话' },
    TXDZ: { type: 'C200', label: '通讯地址' },
    XZQH: { type: 'C6', label: '所在地区' },
    CJGZSJ: { type: 'C10', label: '参加工作时间' },
    RKRQ: { type: 'C10', label: '入库日期' },
    ZT: { type: 'C1', label: '状态' },
    YHKH: { type: 'C30', label: '银行卡号', ignore: 'sensitive', note: { zh: '银行卡号', en: 'bank card' } },
    CZBZ: { type: 'C1', label: '操作标志', ignore: 'deletion' },
    GXSJ: { type: 'C19', label: '更新时间' },
  },
  key: ['ZJBH'],
  cursor: { column: 'GXSJ', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'CZBZ', values: ['D'], mayBeBare: true }],
  repeated: 'last',
});

export const ZJZY = defineStream({
  name: 'ZJZY',
  label: '专家评标专业',
  version: 1,
  columns: {
    ZJBH: { type: 'C20', label: '专家编号' },
    ZYDM: { type: 'C7', label: '专业代码' },
    ZYMC: { type: 'C100', label: '专业名称' },
    FLBB: { type: 'C4', label: '分类版本' },
    SFZZ: { type: 'C1', label: '是否主评专业' },
  },
  key: ['ZJBH', 'ZYDM', 'FLBB'],
  deletion: [],
  repeated: 'last',
});

export const ZJHB = defineStream({
  name: 'ZJHB',
  label: '专家回避单位',
  version: 1,
  columns: {
    ZJBH: { type: 'C20', label: '专家编号' },
    XH: { type: 'C3', label: '序号' },
    HBDW: { type: 'C200', label: '回避单位' },
    HBYY: { type: 'C100', label: '回避原因' },
  },
  key: ['ZJBH', 'XH'],
  deletion: [],
  repeated: 'last',
});
