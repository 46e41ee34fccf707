/**
 * 财政厅政府采购中心, database ZFCG: projects, packages, notices, and the archive of queries and complaints. What each table
 * promises to deliver. Source: the centre's interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

export const CG_XM = defineStream({
  name: 'CG_XM',
  label: '采购项目',
  version: 1,
  columns: {
    XMID: { type: 'int', label: '主键' },
    XMBH: { type: 'varchar(50)', label: '采购项目编号' },
    XMMC: { type: 'varchar(600)', label: '采购项目名称' },
    CGRID: { type: 'int', label: '采购人主键' },
    CGR_MC: { type: 'varchar(200)', label: '采购人名称' },
    CGDLID: { type: 'int', label: '代理机构主键' },
    CGDL_MC: { type: 'varchar(200)', label: '代理机构名称' },
    XMLB: { type: 'char(1)', label: '项目类别' },
    CGFS: { type: 'varchar(2)', label: '采购方式代码' },
    CGFS_MC: {
      type: 'varchar(20)',
      label: '采购方式',
      ignore: 'duplicate',
      note: { zh: '采购方式的文字，以代码为准', en: 'text of CGFS, which counts' },
    },
    ZZXS: { type: 'char(1)', label: '组织形式' },
    YSJE: { type: 'money', label: '预算金额' },
    ZJLY: { type: 'varchar(200)', label: '资金来源' },
    XZQHDM: { type: 'varchar(6)', label: '行政区划' },
    TZXMDM: { type: 'varchar(24)', label: '投资项目代码' },
    LXSJ: { type: 'datetime', label: '立项时间' },
    ZT: { type: 'varchar(2)', label: '状态' },
    IS_DEL: { type: 'bit', label: '删除标志', ignore: 'deletion' },
    CZR: {
      type: 'varchar(20)',
      label: '操作人',
      ignore: 'technical',
      note: { zh: '最后录入人', en: 'operator who last typed' },
    },
    XGSJ: { type: 'datetime', label: '修改时间' },
  },
  key: ['XMID'],
  cursor: { column: 'XGSJ', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'IS_DEL', values: ['1'] }],
});

export const CG_FB = defineStream({
  name: 'CG_FB',
  label: '采购分包',
  version: 1,
  columns: {
    FBID: { type: 'int', label: '主键' },
    XMID: { type: 'int', label: '项目主键' },
    FBBH: { type: 'varchar(60)', label: '分包编号' },
    FBMC: { type: 'varchar(600)', label: '分包名称' },
    PMDM: { type: 'varchar(11)', label: '品目代码' },
    YSJE: { type: 'money', label: '分包预算' },
    ZT: { type: 'varchar(2)', label: '状态' },
    XGSJ: { type: 'datetime', label: '修改时间' },
  },
  key: ['FBID'],
  cursor: { column: 'XGSJ', kind: 'modification' },
  deletion: [{ by: 'absence' }],
});

export const CG_GG = defineStream({
  name: 'CG_GG',
  label: '采购公告',
  version: 1,
  columns: {
    GGID: { type: 'int', label: '主键' },
    XMID: { type: 'int', label: '项目主键' },
    GGLX: { type: 'char(1)', label: '公告类型' },
    BT: { type: 'varchar(600)', label: '标题' },
    NR: { type: 'nvarchar(max)', label: '内容' },
    FBSJ: { type: 'datetime', label: '发布时间' },
    JZSJ: { type: 'datetime', label: '截止时间' },
    IS_DEL: { type: 'bit', label: '删除标志', ignore: 'deletion' },
  },
  key: ['GGID'],
  cursor: { column: 'FBSJ', kind: 'business' },
  deletion: [{ by: 'flag', column: 'IS_DEL', values: ['1'] }],
});

export const CG_ZYTS = defineStream({
  name: 'CG_ZYTS',
  label: '质疑投诉',
  version: 1,
  columns: {
    ZYID: { type: 'int', label: '主键' },
    XMID: { type: 'int', label: '项目主键' },
    LX: { type: 'char(1)', label: '类型' },
    TCR: { type: 'varchar(200)', label: '提出人' },
    NR: { type: 'varchar(2000)', label: '内容' },
    DJSJ: { type: 'datetime', label: '登记时间' },
    DFNR: { type: 'varchar(2000)', label: '答复' },
    ZT: { type: 'char(1)', label: '状态' },
  },
  key: ['ZYID'],
  cursor: { column: 'DJSJ', kind: 'business' },
  deletion: [{ by: 'absence' }],
});
