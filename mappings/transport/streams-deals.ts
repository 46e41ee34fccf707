/**
 * 交通运输厅招投标中心, database jtzb: bids, reviews by experts, results. What each table promises to deliver. Source: the
 * centre's interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

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
