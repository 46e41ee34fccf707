/**
 * 交通运输厅招投标中心, database jtzb: projects, sections, notices. What each table promises to deliver. Source: the centre's
 * interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

export const JT_XM = defineStream({
  name: 'jt_xm',
  label: '项目',
  version: 1,
  columns: {
    XM_ID: { type: 'bigint', label: '主键' },
    XM_BH: { type: 'varchar(100)', label: '项目编号' },
    XM_MC: { type: 'varchar(600)', label: '项目名称' },
    TZXMDM: { type: 'varchar(50)', label: '投资项目代码' },
    ZBR_MC: { type: 'varchar(200)', label: '招标人' },
    ZBDL_MC: { type: 'varchar(200)', label: '招标代理' },
    XMLB: { type: 'varchar(10)', label: '类别' },
    ZBFS: { type: 'varchar(20)', label: '招标方式' },
    SZDQ: { type: 'varchar(50)', label: '所在地区' },
    GSJE: { type: 'varchar(50)', label: '概算金额' },
    GSJE_DW: { type: 'varchar(10)', label: '单位' },
    LXRQ: { type: 'varchar(30)', label: '立项日期' },
    ZT: { type: 'varchar(20)', label: '状态' },
    INSERT_TIME: { type: 'varchar(30)', label: '录入时间' },
    DELETE_FLAG: { type: 'varchar(2)', label: '删除标志', ignore: 'deletion' },
  },
  key: ['XM_ID'],
  deletion: [{ by: 'flag', column: 'DELETE_FLAG', values: ['1', 'Y'] }],
});

export const JT_BD = defineStream({
  name: 'jt_bd',
  label: '标段',
  version: 1,
  columns: {
    BD_ID: { type: 'bigint', label: '主键' },
    XM_ID: { type: 'varchar(20)', label: '项目主键' },
    BD_MC: { type: 'varchar(600)', label: '标段名称' },
    BD_LX: { type: 'varchar(20)', label: '标段类型' },
    KZJ: { type: 'varchar(50)', label: '控制价' },
    KZJ_DW: { type: 'varchar(10)', label: '单位' },
    GQ: { type: 'varchar(30)', label: '工期' },
    KBSJ: { type: 'varchar(30)', label: '开标时间' },
    INSERT_TIME: { type: 'varchar(30)', label: '录入时间' },
  },
  key: ['BD_ID'],
  // Without a flag of its own: a section that is gone from a complete delivery is deleted.
  deletion: [{ by: 'absence' }],
});

export const JT_GG = defineStream({
  name: 'jt_gg',
  label: '公告',
  version: 1,
  columns: {
    GG_ID: { type: 'bigint', label: '主键' },
    XM_ID: { type: 'varchar(20)', label: '项目主键' },
    GG_BT: { type: 'varchar(600)', label: '标题' },
    GG_LX: { type: 'varchar(20)', label: '类型' },
    GG_NR: { type: 'mediumtext', label: '内容' },
    FB_SJ: { type: 'varchar(30)', label: '发布时间' },
  },
  key: ['GG_ID'],
  deletion: [{ by: 'absence' }],
});
