/**
 * 财政厅政府采购中心, database ZFCG: experts and their item classes. What each table promises to deliver. Source: the centre's
 * interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

export const CG_ZJ = defineStream({
  name: 'CG_ZJ',
  label: '政府采购评审专家',
  version: 1,
  columns: {
    ZJID: { type: 'int', label: '主键' },
    ZJBH: { type: 'varchar(20)', label: '专家编号' },
    XM: { type: 'varchar(50)', label: '姓名' },
    XMPY: {
      type: 'varchar(60)',
      label: '姓名拼音',
      ignore: 'duplicate',
      note: {
        zh: '手工录入的拼音首字母，需要时由姓名生成',
        en: 'pinyin initials typed by hand; derived from XM where needed',
      },
    },
    XB: { type: 'char(1)', label: '性别' },
    SFZH: { type: 'varchar(18)', label: '身份证号' },
    CSRQ: { type: 'datetime', label: '出生日期' },
    XL: { type: 'varchar(20)', label: '学历' },
    ZC: { type: 'varchar(50)', label: '职称' },
    GZDW: { type: 'varchar(200)', label: '工作单位' },
    ZW: { type: 'varchar(50)', label: '职务' },
    SFZZ: { type: 'bit', label: '是否在职' },
    SJ: { type: 'varchar(30)', label: '手机' },
    DH: { type: 'varchar(30)', label: '电话' },
    DZ: { type: 'varchar(300)', label: '地址' },
    XZQHDM: { type: 'varchar(6)', label: '所在地区' },
    RKSJ: { type: 'datetime', label: '入库时间' },
    ZT: { type: 'char(1)', label: '状态' },
    MM: {
      type: 'varchar(50)',
      label: '密码',
      ignore: 'credential',
      note: { zh: '明文密码', en: 'plain-text password' },
    },
    YHKH: { type: 'varchar(30)', label: '银行卡号', ignore: 'sensitive', note: { zh: '银行卡号', en: 'bank card' } },
    XGSJ: { type: 'datetime', label: '修改时间' },
  },
  key: ['ZJID'],
  cursor: { column: 'XGSJ', kind: 'modification' },
  deletion: [{ by: 'absence' }],
});

export const CG_ZJ_ZY = defineStream({
  name: 'CG_ZJ_ZY',
  label: '评审专家品目',
  version: 1,
  columns: {
    ZJID: { type: 'int', label: '专家主键' },
    PMDM: { type: 'varchar(11)', label: '品目代码' },
    PMMC: { type: 'varchar(100)', label: '品目名称' },
    SFZP: { type: 'bit', label: '是否主评' },
  },
  key: ['ZJID', 'PMDM'],
  deletion: [{ by: 'absence' }],
});
