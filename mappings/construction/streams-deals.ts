/**
 * 住房城乡建设厅建筑交易中心, database JZJY: what happens to a section, from opening to contract. What each table promises
 * to deliver. Source: the centre's interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

export const GC_TB = defineStream({
  name: 'GC_TB',
  label: '投标',
  version: 1,
  columns: {
    TBID: { type: 'varchar(36)', label: '主键' },
    BDID: { type: 'varchar(36)', label: '标段主键' },
    qyID: { type: 'varchar(20)', label: '投标人主键' },
    TBRMC: { type: 'varchar(200)', label: '投标人名称' },
    TBBJ: { type: 'decimal(18,6)', label: '投标报价' },
    XMJL: { type: 'varchar(50)', label: '项目经理' },
    XMJL_ZJH: { type: 'varchar(20)', label: '项目经理证件号' },
    BZJ: { type: 'decimal(18,6)', label: '保证金' },
    DJSJ: { type: 'datetime', label: '递交时间' },
    DataState: {
      type: 'int',
      label: '数据状态',
      ignore: 'deletion',
      note: { zh: '0 正常，1 已审核，-1 删除', en: '0 normal, 1 audited, -1 deleted' },
    },
    xgrqsj: { type: 'datetime', label: '修改日期时间' },
  },
  key: ['TBID'],
  cursor: { column: 'xgrqsj', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'DataState', values: ['-1'] }],
});

export const GC_KBJL = defineStream({
  name: 'GC_KBJL',
  label: '开标记录',
  version: 1,
  columns: {
    KBID: { type: 'varchar(36)', label: '主键' },
    BDID: { type: 'varchar(36)', label: '标段主键' },
    KBSJ: { type: 'datetime', label: '开标时间' },
    KBDD: { type: 'varchar(200)', label: '开标地点' },
    ZCR: { type: 'varchar(50)', label: '主持人' },
    TBRSL: { type: 'int', label: '投标人数量' },
    JLNR: { type: 'text', label: '记录内容' },
    xgrqsj: { type: 'datetime', label: '修改日期时间' },
  },
  key: ['KBID'],
  cursor: { column: 'xgrqsj', kind: 'modification' },
  deletion: [{ by: 'absence' }],
});

export const GC_HXR = defineStream({
  name: 'GC_HXR',
  label: '中标候选人',
  version: 1,
  columns: {
    HXRID: { type: 'varchar(36)', label: '主键' },
    BDID: { type: 'varchar(36)', label: '标段主键' },
    PX: { type: 'int', label: '排名' },
    qyID: { type: 'varchar(20)', label: '候选人主键' },
    HXRMC: { type: 'varchar(200)', label: '候选人名称' },
    TBBJ: { type: 'decimal(18,6)', label: '投标价' },
    PBDF: { type: 'decimal(8,4)', label: '评标得分' },
    xgrqsj: { type: 'datetime', label: '修改日期时间' },
  },
  key: ['HXRID'],
  cursor: { column: 'xgrqsj', kind: 'modification' },
  deletion: [{ by: 'absence' }],
});

export const GC_ZBJG = defineStream({
  name: 'GC_ZBJG',
  label: '中标结果',
  version: 1,
  columns: {
    ZBID: { type: 'varchar(36)', label: '主键' },
    BDID: { type: 'varchar(36)', label: '标段主键' },
    qyID: { type: 'varchar(20)', label: '中标人主键' },
    ZBRMC: { type: 'varchar(200)', label: '中标人名称' },
    ZBJ: { type: 'decimal(18,6)', label: '中标价' },
    XMJL: { type: 'varchar(50)', label: '项目经理' },
    ZBRQ: { type: 'datetime', label: '中标日期' },
    DataState: {
      type: 'int',
      label: '数据状态',
      ignore: 'deletion',
      note: { zh: '0 正常，1 已审核，-1 删除', en: '0 normal, 1 audited, -1 deleted' },
    },
    xgrqsj: { type: 'datetime', label: '修改日期时间' },
  },
  key: ['ZBID'],
  cursor: { column: 'xgrqsj', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'DataState', values: ['-1'] }],
});

export const GC_HT = defineStream({
  name: 'GC_HT',
  label: '合同备案',
  version: 1,
  columns: {
    HTID: { type: 'varchar(36)', label: '主键' },
    BDID: { type: 'varchar(36)', label: '标段主键' },
    HTBH: { type: 'varchar(50)', label: '合同编号' },
    HTMC: { type: 'varchar(600)', label: '合同名称' },
    HTJE: { type: 'varchar(50)', label: '合同金额' },
    HTJE_DW: { type: 'varchar(4)', label: '金额单位' },
    QDRQ: { type: 'varchar(20)', label: '签订日期' },
    DataState: {
      type: 'int',
      label: '数据状态',
      ignore: 'deletion',
      note: { zh: '0 正常，1 已审核，-1 删除', en: '0 normal, 1 audited, -1 deleted' },
    },
    xgrqsj: { type: 'datetime', label: '修改日期时间' },
  },
  key: ['HTID'],
  cursor: { column: 'xgrqsj', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'DataState', values: ['-1'] }],
});
