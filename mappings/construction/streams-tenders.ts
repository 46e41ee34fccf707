/**
 * 住房城乡建设厅建筑交易中心, database JZJY: tender projects, their sections and notices. What each table promises
 * to deliver. Source: the centre's interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

export const GC_ZBXM = defineStream({
  name: 'GC_ZBXM',
  label: '招标项目',
  version: 1,
  columns: {
    ZBXMID: { type: 'varchar(36)', label: '主键' },
    ZBXMBH: { type: 'varchar(50)', label: '招标项目编号' },
    XMMC: { type: 'varchar(600)', label: '招标项目名称' },
    TZXMDM: { type: 'varchar(24)', label: '投资项目代码' },
    XMLX: { type: 'varchar(3)', label: '交易类别' },
    ZBFS: { type: 'varchar(3)', label: '招标方式代码' },
    ZBZZXS: { type: 'varchar(10)', label: '招标组织形式' },
    ZBRMC: { type: 'varchar(200)', label: '招标人名称' },
    ZBRDM: { type: 'varchar(18)', label: '招标人代码' },
    ZBDLMC: { type: 'varchar(200)', label: '招标代理名称' },
    ZBDLDM: { type: 'varchar(18)', label: '招标代理代码' },
    XZQHDM: { type: 'varchar(6)', label: '行政区划' },
    ZTZ: { type: 'decimal(18,6)', label: '总投资' },
    LXRQ: { type: 'varchar(20)', label: '立项日期' },
    DataState: {
      type: 'int',
      label: '数据状态',
      ignore: 'deletion',
      note: { zh: '0 正常，1 已审核，-1 删除', en: '0 normal, 1 audited, -1 deleted' },
    },
    tag: {
      type: 'varchar(20)',
      label: '数据来源',
      ignore: 'technical',
      note: { zh: '数据来源', en: 'origin of the row' },
    },
    xgr: { type: 'varchar(20)', label: '修改人', ignore: 'technical', note: { zh: '操作人', en: 'operator' } },
    xgrqsj: { type: 'datetime', label: '修改日期时间' },
  },
  key: ['ZBXMID'],
  cursor: { column: 'xgrqsj', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'DataState', values: ['-1'] }],
});

export const GC_BD = defineStream({
  name: 'GC_BD',
  label: '标段',
  version: 1,
  columns: {
    BDID: { type: 'varchar(36)', label: '主键' },
    ZBXMID: { type: 'varchar(36)', label: '招标项目主键' },
    BDBH: { type: 'varchar(60)', label: '标段编号' },
    BDMC: { type: 'varchar(600)', label: '标段名称' },
    BDFL: { type: 'varchar(3)', label: '标段类别' },
    GSJ: { type: 'decimal(18,6)', label: '合同估算价' },
    BZ_DM: { type: 'varchar(3)', label: '币种' },
    GQ: { type: 'varchar(20)', label: '工期' },
    ZZYQ: { type: 'varchar(1000)', label: '资质要求' },
    ZT: { type: 'char(1)', label: '状态' },
    DataState: {
      type: 'int',
      label: '数据状态',
      ignore: 'deletion',
      note: { zh: '0 正常，1 已审核，-1 删除', en: '0 normal, 1 audited, -1 deleted' },
    },
    xgrqsj: { type: 'datetime', label: '修改日期时间' },
  },
  key: ['BDID'],
  cursor: { column: 'xgrqsj', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'DataState', values: ['-1'] }],
});

export const GC_GG = defineStream({
  name: 'GC_GG',
  label: '招标公告',
  version: 1,
  columns: {
    GGID: { type: 'varchar(36)', label: '主键' },
    ZBXMID: { type: 'varchar(36)', label: '招标项目主键' },
    BT: { type: 'varchar(600)', label: '标题' },
    GGLX: { type: 'char(1)', label: '公告类型' },
    NR: { type: 'nvarchar(max)', label: '内容' },
    FBSJ: { type: 'datetime', label: '发布时间' },
    KBSJ: { type: 'datetime', label: '开标时间' },
    DataState: {
      type: 'int',
      label: '数据状态',
      ignore: 'deletion',
      note: { zh: '0 正常，1 已审核，-1 删除', en: '0 normal, 1 audited, -1 deleted' },
    },
    xgrqsj: { type: 'datetime', label: '修改日期时间' },
  },
  key: ['GGID'],
  cursor: { column: 'xgrqsj', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'DataState', values: ['-1'] }],
});
