/**
 * 财政厅政府采购中心, database ZFCG: bids, awards, contracts. What each table promises to deliver. Source: the centre's
 * interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

export const CG_TB = defineStream({
  name: 'CG_TB',
  label: '投标响应',
  version: 1,
  columns: {
    TBID: { type: 'int', label: '主键' },
    FBID: { type: 'int', label: '分包主键' },
    GYSID: { type: 'int', label: '供应商主键' },
    GYS_MC: { type: 'varchar(200)', label: '供应商名称' },
    BJ: { type: 'money', label: '报价' },
    BZJ: { type: 'money', label: '保证金' },
    TBSJ: { type: 'datetime', label: '递交时间' },
    PSDF: { type: 'decimal(6,2)', label: '评审得分' },
  },
  key: ['TBID'],
  cursor: { column: 'TBSJ', kind: 'business' },
  deletion: [{ by: 'absence' }],
});

export const CG_ZBJG = defineStream({
  name: 'CG_ZBJG',
  label: '中标成交结果',
  version: 1,
  columns: {
    JGID: { type: 'int', label: '主键' },
    FBID: { type: 'int', label: '分包主键' },
    GYSID: { type: 'int', label: '供应商主键' },
    GYS_MC: { type: 'varchar(200)', label: '供应商名称' },
    CJJE: { type: 'money', label: '成交金额' },
    CJJE_DX: { type: 'varchar(200)', label: '成交金额大写' },
    GGSJ: { type: 'datetime', label: '公告时间' },
  },
  key: ['JGID'],
  cursor: { column: 'GGSJ', kind: 'business' },
  deletion: [{ by: 'absence' }],
});

export const CG_HT = defineStream({
  name: 'CG_HT',
  label: '采购合同',
  version: 1,
  columns: {
    HTID: { type: 'int', label: '主键' },
    FBID: { type: 'int', label: '分包主键' },
    HTBH: { type: 'varchar(50)', label: '合同编号' },
    HTMC: { type: 'varchar(600)', label: '合同名称' },
    HTJE: { type: 'money', label: '合同金额' },
    QDSJ: { type: 'datetime', label: '签订时间' },
    HTQX: { type: 'int', label: '合同期限' },
    IS_DEL: { type: 'bit', label: '删除标志', ignore: 'deletion' },
  },
  key: ['HTID'],
  cursor: { column: 'QDSJ', kind: 'business' },
  deletion: [{ by: 'flag', column: 'IS_DEL', values: ['1'] }],
});
