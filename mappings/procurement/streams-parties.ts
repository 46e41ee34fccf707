/**
 * 财政厅政府采购中心, database ZFCG: purchasers, agencies, suppliers. What each table promises to deliver. Source: the
 * centre's interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

export const CG_CGR = defineStream({
  name: 'CG_CGR',
  label: '采购人',
  version: 1,
  columns: {
    CGRID: { type: 'int', label: '主键' },
    DWMC: { type: 'varchar(200)', label: '单位名称' },
    XYDM: { type: 'varchar(20)', label: '代码' },
    YSDM: { type: 'varchar(12)', label: '预算单位编码' },
    FZR: { type: 'varchar(50)', label: '负责人' },
    LXR: { type: 'varchar(50)', label: '联系人' },
    LXDH: { type: 'varchar(50)', label: '联系电话' },
    DZ: { type: 'varchar(300)', label: '地址' },
    XZQHDM: { type: 'varchar(6)', label: '行政区划' },
    ZT: { type: 'char(1)', label: '状态' },
    XGSJ: { type: 'datetime', label: '修改时间' },
  },
  key: ['CGRID'],
  cursor: { column: 'XGSJ', kind: 'modification' },
  deletion: [{ by: 'absence' }],
});

export const CG_DLJG = defineStream({
  name: 'CG_DLJG',
  label: '采购代理机构',
  version: 1,
  columns: {
    DLID: { type: 'int', label: '主键' },
    JGMC: { type: 'varchar(200)', label: '机构名称' },
    XYDM: { type: 'varchar(20)', label: '代码' },
    FDDBR: { type: 'varchar(50)', label: '法定代表人' },
    LXR: { type: 'varchar(50)', label: '联系人' },
    LXDH: { type: 'varchar(50)', label: '联系电话' },
    DZ: { type: 'varchar(300)', label: '地址' },
    ZCZB: { type: 'money', label: '注册资本' },
    MLRQ: { type: 'datetime', label: '名录登记日期' },
    ZT: { type: 'char(1)', label: '状态' },
    XGSJ: { type: 'datetime', label: '修改时间' },
  },
  key: ['DLID'],
  cursor: { column: 'XGSJ', kind: 'modification' },
  deletion: [{ by: 'absence' }],
});

export const CG_GYS = defineStream({
  name: 'CG_GYS',
  label: '供应商',
  version: 1,
  columns: {
    GYSID: { type: 'int', label: '主键' },
    GYSLX: { type: 'char(1)', label: '供应商类型' },
    MC: { type: 'varchar(200)', label: '名称' },
    XYDM: { type: 'varchar(20)', label: '证照代码' },
    YYZZH: { type: 'varchar(20)', label: '营业执照号' },
    FDDBR: { type: 'varchar(50)', label: '法定代表人' },
    ZCZB: { type: 'decimal(18,2)', label: '注册资本' },
    DZ: { type: 'varchar(300)', label: '地址' },
    XZQHDM: { type: 'varchar(6)', label: '行政区划' },
    LXR: { type: 'varchar(50)', label: '联系人' },
    LXDH: { type: 'varchar(50)', label: '联系电话' },
    KHH: { type: 'varchar(200)', label: '开户行' },
    ZH: { type: 'varchar(50)', label: '账号' },
    DLM: { type: 'varchar(50)', label: '登录名', ignore: 'credential', note: { zh: '登录名', en: 'login' } },
    MM: {
      type: 'varchar(50)',
      label: '密码',
      ignore: 'credential',
      note: { zh: '明文密码', en: 'plain-text password' },
    },
    IS_DEL: { type: 'bit', label: '删除标志', ignore: 'deletion' },
    ZCSJ: { type: 'datetime', label: '注册时间' },
    XGSJ: { type: 'datetime', label: '修改时间' },
    EXT1: { type: 'varchar(200)', label: '扩展1', ignore: 'spare' },
  },
  key: ['GYSID'],
  cursor: { column: 'XGSJ', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'IS_DEL', values: ['1'] }],
});
