/**
 * 交通运输厅招投标中心, database jtzb: bidders and their credit ratings. What each table promises to deliver. Source: the
 * centre's interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

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
