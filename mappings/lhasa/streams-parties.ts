/**
 * 拉萨市公共资源交易中心（前置库）, a journal in MySQL: enterprises and experts. One row per change, numbered by OP_SEQ over all tables. The numbers have gaps,
 * the last change of a key counts, a deletion carries the key alone. Source: the centre's interface document.
 */
import { defineStream } from '../../connectors/stream.ts';
import { JOURNAL, JOURNAL_COLUMNS } from './journal.ts';

export const QZK_QY = defineStream({
  name: 'qzk_qy',
  label: '企业',
  version: 1,
  columns: {
    ...JOURNAL_COLUMNS,
    QYBM: { type: 'varchar(32)', label: '企业编码' },
    QYMC: { type: 'varchar(200)', label: '企业名称' },
    TYSHXYDM: { type: 'varchar(18)', label: '统一社会信用代码' },
    FRDB: { type: 'varchar(50)', label: '法人代表' },
    LXR: { type: 'varchar(50)', label: '联系人' },
    LXDH: { type: 'varchar(50)', label: '联系电话' },
    ZCDZ: { type: 'varchar(300)', label: '注册地址' },
    XZQH: { type: 'varchar(6)', label: '行政区划' },
    ZCZJ: { type: 'decimal(18,2)', label: '注册资金' },
  },
  key: ['QYBM'],
  ...JOURNAL,
});

export const QZK_ZJ = defineStream({
  name: 'qzk_zj',
  label: '专家',
  version: 1,
  columns: {
    ...JOURNAL_COLUMNS,
    ZJBM: { type: 'varchar(32)', label: '专家编码' },
    XM: { type: 'varchar(50)', label: '姓名' },
    SFZH: { type: 'varchar(20)', label: '身份证号' },
    XB: { type: 'char(1)', label: '性别' },
    CSRQ: { type: 'varchar(10)', label: '出生日期' },
    GZDW: { type: 'varchar(200)', label: '工作单位' },
    SJH: { type: 'varchar(30)', label: '手机号' },
    ZC: { type: 'varchar(50)', label: '职称' },
    ZYDM: { type: 'varchar(100)', label: '专业代码' },
    ZT: { type: 'char(1)', label: '状态' },
  },
  key: ['ZJBM'],
  ...JOURNAL,
});
