/**
 * 拉萨市公共资源交易中心（前置库）, a journal in MySQL: projects to results. One row per change, numbered by OP_SEQ over all tables. The numbers have gaps,
 * the last change of a key counts, a deletion carries the key alone. Source: the centre's interface document.
 */
import { defineStream } from '../../connectors/stream.ts';
import { JOURNAL, JOURNAL_COLUMNS } from './journal.ts';

export const QZK_XM = defineStream({
  name: 'qzk_xm',
  label: '项目',
  version: 1,
  columns: {
    ...JOURNAL_COLUMNS,
    XMBM: { type: 'varchar(32)', label: '项目编码' },
    XMBH: { type: 'varchar(50)', label: '项目编号' },
    XMMC: { type: 'varchar(600)', label: '项目名称' },
    TZXMDM: { type: 'varchar(24)', label: '投资项目代码' },
    JYLB: { type: 'varchar(3)', label: '交易类别' },
    ZBR: { type: 'varchar(200)', label: '招标人' },
    ZBRDM: { type: 'varchar(18)', label: '招标人代码' },
    ZBDL: { type: 'varchar(200)', label: '代理机构' },
    XZQH: { type: 'varchar(6)', label: '行政区划' },
    XMJE: { type: 'decimal(18,2)', label: '项目金额' },
    LXSJ: { type: 'datetime', label: '立项时间' },
  },
  key: ['XMBM'],
  ...JOURNAL,
});

export const QZK_BD = defineStream({
  name: 'qzk_bd',
  label: '标段',
  version: 1,
  columns: {
    ...JOURNAL_COLUMNS,
    BDBM: { type: 'varchar(32)', label: '标段编码' },
    XMBM: { type: 'varchar(32)', label: '项目编码' },
    BDMC: { type: 'varchar(600)', label: '标段名称' },
    GSJ: { type: 'decimal(18,2)', label: '估算价' },
    GQ: { type: 'varchar(10)', label: '工期' },
  },
  key: ['BDBM'],
  ...JOURNAL,
});

export const QZK_GG = defineStream({
  name: 'qzk_gg',
  label: '公告',
  version: 1,
  columns: {
    ...JOURNAL_COLUMNS,
    GGBM: { type: 'varchar(32)', label: '公告编码' },
    XMBM: { type: 'varchar(32)', label: '项目编码' },
    GGBT: { type: 'varchar(600)', label: '公告标题' },
    GGLX: { type: 'char(1)', label: '公告类型' },
    FBSJ: { type: 'datetime', label: '发布时间' },
    GGNR: { type: 'longtext', label: '公告内容' },
  },
  key: ['GGBM'],
  ...JOURNAL,
});

export const QZK_JG = defineStream({
  name: 'qzk_jg',
  label: '结果',
  version: 1,
  columns: {
    ...JOURNAL_COLUMNS,
    JGBM: { type: 'varchar(32)', label: '结果编码' },
    BDBM: { type: 'varchar(32)', label: '标段编码' },
    ZBRMC: { type: 'varchar(200)', label: '中标人' },
    ZBRDM: { type: 'varchar(18)', label: '中标人代码' },
    ZBJ: { type: 'decimal(18,2)', label: '中标价' },
    ZBRQ: { type: 'date', label: '中标日期' },
  },
  key: ['JGBM'],
  ...JOURNAL,
});
