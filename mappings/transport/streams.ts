/**
 * 交通运输厅招投标中心, database jtzb: what each table promises to deliver. Source: the centre's interface document,
 * section Columns. Parents stand before their children: streams run in this order.
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

export const JT_TBR = defineStream({
  name: 'jt_tbr',
  label: '投标人',
  version: 1,
  columns: {
    TBR_ID: { type: 'bigint', label: '主键' },
    TBR_MC: { type: 'varchar(200)', label: '投标人名称' },
    TBR_DM: { type: 'varchar(30)', label: '投标人代码' },
    FDDBR: { type: 'varchar(50)', label: '法定代表人' },
    LXR: { type: 'varchar(50)', label: '联系人' },
    LXDH: { type: 'varchar(50)', label: '联系电话' },
    DZ: { type: 'varchar(300)', label: '地址' },
    ZCZJ: { type: 'varchar(50)', label: '注册资金' },
    ZZDJ: { type: 'varchar(200)', label: '资质等级' },
    PASSWORD: { type: 'varchar(64)', label: '密码', ignore: 'credential', note: { zh: '密码', en: 'password' } },
    INSERT_TIME: { type: 'varchar(30)', label: '录入时间' },
    DELETE_FLAG: { type: 'varchar(2)', label: '删除标志', ignore: 'deletion' },
  },
  key: ['TBR_ID'],
  deletion: [{ by: 'flag', column: 'DELETE_FLAG', values: ['1', 'Y'] }],
});

export const JT_TB = defineStream({
  name: 'jt_tb',
  label: '投标',
  version: 1,
  columns: {
    TB_ID: { type: 'bigint', label: '主键' },
    BD_ID: { type: 'varchar(20)', label: '标段主键' },
    TBR_ID: { type: 'varchar(20)', label: '投标人主键' },
    TBR_MC: { type: 'varchar(200)', label: '投标人名称' },
    TBBJ: { type: 'varchar(50)', label: '投标报价' },
    TBBJ_DW: { type: 'varchar(10)', label: '单位' },
    XMFZR: { type: 'varchar(50)', label: '项目负责人' },
    PM: { type: 'varchar(5)', label: '排名' },
    INSERT_TIME: { type: 'varchar(30)', label: '录入时间' },
  },
  key: ['TB_ID'],
  deletion: [{ by: 'absence' }],
});

export const JT_ZJ = defineStream({
  name: 'jt_zj',
  label: '评标专家（逐标段）',
  version: 1,
  columns: {
    ZJ_ID: { type: 'bigint', label: '主键' },
    BD_ID: { type: 'varchar(20)', label: '标段主键' },
    ZJ_XM: { type: 'varchar(50)', label: '姓名' },
    SFZH: { type: 'varchar(30)', label: '身份证号' },
    GZDW: { type: 'varchar(200)', label: '工作单位' },
    LXDH: { type: 'varchar(50)', label: '联系电话' },
    ZY: { type: 'varchar(100)', label: '专业' },
    ZC: { type: 'varchar(50)', label: '职称' },
    SFZZ: { type: 'varchar(2)', label: '是否组长' },
    CSSJ: { type: 'varchar(30)', label: '抽取时间' },
  },
  key: ['ZJ_ID'],
  deletion: [{ by: 'absence' }],
});

export const JT_ZBJG = defineStream({
  name: 'jt_zbjg',
  label: '中标结果',
  version: 1,
  columns: {
    JG_ID: { type: 'bigint', label: '主键' },
    BD_ID: { type: 'varchar(20)', label: '标段主键' },
    ZBR_MC: { type: 'varchar(200)', label: '中标人名称' },
    ZBJ: { type: 'varchar(50)', label: '中标价' },
    ZBJ_DW: { type: 'varchar(10)', label: '单位' },
    XMFZR: { type: 'varchar(50)', label: '项目负责人' },
    ZBRQ: { type: 'varchar(30)', label: '中标日期' },
  },
  key: ['JG_ID'],
  deletion: [{ by: 'absence' }],
});

export const JT_XYPJ = defineStream({
  name: 'jt_xypj',
  label: '企业信用评价',
  version: 1,
  columns: {
    PJ_ID: { type: 'bigint', label: '主键' },
    QY_MC: { type: 'varchar(200)', label: '企业名称' },
    QY_DM: { type: 'varchar(30)', label: '企业代码' },
    PJ_ND: { type: 'varchar(10)', label: '评价年度' },
    PJ_DJ: { type: 'varchar(5)', label: '评价等级' },
    PJ_DF: { type: 'varchar(10)', label: '得分' },
    FBRQ: { type: 'varchar(30)', label: '发布日期' },
  },
  key: ['PJ_ID'],
  deletion: [{ by: 'absence' }],
});
