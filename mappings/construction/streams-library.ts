/**
 * 住房城乡建设厅建筑交易中心, database JZJY: the enterprise library and the pool of experts. Source: the centre's interface
 * document, section Columns. What each table promises to deliver.
 */
import { defineStream } from '../../connectors/stream.ts';

export const QY_JBXX = defineStream({
  name: 'QY_JBXX',
  label: '企业基本信息',
  version: 1,
  columns: {
    qyID: { type: 'varchar(20)', label: '企业主键' },
    qymc: { type: 'varchar(200)', label: '企业名称' },
    zzjgdm: { type: 'varchar(20)', label: '组织机构代码' },
    yyzzzch: { type: 'varchar(30)', label: '营业执照注册号' },
    fddbr: { type: 'varchar(50)', label: '法定代表人' },
    fddbr_ryid: { type: 'varchar(20)', label: '法定代表人证件号' },
    zczb: { type: 'varchar(50)', label: '注册资本' },
    clrq: { type: 'datetime', label: '成立日期' },
    ProvinceID: { type: 'varchar(6)', label: '省代码' },
    County: { type: 'varchar(50)', label: '区县' },
    xxdz: { type: 'varchar(300)', label: '详细地址' },
    lxr: { type: 'varchar(50)', label: '联系人' },
    lxdh: { type: 'varchar(50)', label: '联系电话' },
    khyh: { type: 'varchar(200)', label: '开户银行' },
    yhzh: { type: 'varchar(50)', label: '银行账号' },
    DataState: {
      type: 'int',
      label: '数据状态',
      ignore: 'deletion',
      note: { zh: '0 正常，1 已审核，-1 删除', en: '0 normal, 1 audited, -1 deleted' },
    },
    tag: {
      type: 'varchar(20)',
      label: '数据来源',
      ignore: 'technical',
      note: { zh: '数据来源', en: 'origin of the row' },
    },
    xgr: { type: 'varchar(20)', label: '修改人', ignore: 'technical', note: { zh: '操作人', en: 'operator' } },
    xgrqsj: { type: 'datetime', label: '修改日期时间' },
  },
  key: ['qyID'],
  cursor: { column: 'xgrqsj', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'DataState', values: ['-1'] }],
});

export const QY_ZZ = defineStream({
  name: 'QY_ZZ',
  label: '企业资质',
  version: 1,
  columns: {
    ZZID: { type: 'int', label: '主键' },
    qyID: { type: 'varchar(20)', label: '企业主键' },
    ZZXL: { type: 'varchar(50)', label: '资质序列' },
    ZZLX: { type: 'varchar(100)', label: '资质类别' },
    ZZDJID: { type: 'varchar(2)', label: '资质等级代码' },
    ZZDJ: { type: 'varchar(20)', label: '资质等级' },
    ZSBH: { type: 'varchar(50)', label: '证书编号' },
    YXQZ: { type: 'varchar(20)', label: '有效期至' },
    DataState: {
      type: 'int',
      label: '数据状态',
      ignore: 'deletion',
      note: { zh: '0 正常，1 已审核，-1 删除', en: '0 normal, 1 audited, -1 deleted' },
    },
    xgrqsj: { type: 'datetime', label: '修改日期时间' },
  },
  key: ['ZZID'],
  cursor: { column: 'xgrqsj', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'DataState', values: ['-1'] }],
});

export const RY_ZCRY = defineStream({
  name: 'RY_ZCRY',
  label: '注册人员',
  version: 1,
  columns: {
    ryID: { type: 'varchar(20)', label: '人员主键' },
    xm: { type: 'varchar(50)', label: '姓名' },
    zjlxID: { type: 'char(1)', label: '证件类型代码' },
    zjlx: { type: 'varchar(20)', label: '证件类型' },
    xb: { type: 'varchar(2)', label: '性别' },
    qyID: { type: 'varchar(20)', label: '所在企业' },
    zclb: { type: 'varchar(50)', label: '注册类别' },
    zch: { type: 'varchar(50)', label: '注册编号' },
    zy: { type: 'varchar(50)', label: '专业' },
    yddh: { type: 'varchar(30)', label: '移动电话' },
    DataState: {
      type: 'int',
      label: '数据状态',
      ignore: 'deletion',
      note: { zh: '0 正常，1 已审核，-1 删除', en: '0 normal, 1 audited, -1 deleted' },
    },
    xgrqsj: { type: 'datetime', label: '修改日期时间' },
  },
  key: ['ryID'],
  cursor: { column: 'xgrqsj', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'DataState', values: ['-1'] }],
});

export const ZJ_JBXX = defineStream({
  name: 'ZJ_JBXX',
  label: '评标专家',
  version: 1,
  columns: {
    ZJID: { type: 'int', label: '主键' },
    xm: { type: 'varchar(50)', label: '姓名' },
    xb: { type: 'varchar(2)', label: '性别' },
    zjhm: { type: 'varchar(20)', label: '证件号码' },
    csrq: { type: 'varchar(20)', label: '出生日期' },
    mz: { type: 'varchar(20)', label: '民族', ignore: 'sensitive', note: { zh: '民族，敏感信息', en: 'ethnic group' } },
    gzdw: { type: 'varchar(200)', label: '工作单位' },
    zc: { type: 'varchar(50)', label: '职称' },
    xl: { type: 'varchar(20)', label: '学历' },
    yddh: { type: 'varchar(30)', label: '移动电话' },
    dz: { type: 'varchar(300)', label: '地址' },
    ZYDM: { type: 'varchar(200)', label: '评标专业代码' },
    ZYMC: { type: 'varchar(500)', label: '评标专业名称' },
    rkrq: { type: 'varchar(20)', label: '入库日期' },
    zt: { type: 'varchar(10)', label: '状态' },
    DataState: {
      type: 'int',
      label: '数据状态',
      ignore: 'deletion',
      note: { zh: '0 正常，1 已审核，-1 删除', en: '0 normal, 1 audited, -1 deleted' },
    },
    xgrqsj: { type: 'datetime', label: '修改日期时间' },
  },
  key: ['ZJID'],
  cursor: { column: 'xgrqsj', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'DataState', values: ['-1'] }],
});

export const XY_PF = defineStream({
  name: 'XY_PF',
  label: '企业信用评分',
  version: 1,
  columns: {
    PFID: { type: 'int', label: '主键' },
    qyID: { type: 'varchar(20)', label: '企业主键' },
    ND: { type: 'int', label: '年度' },
    DF: { type: 'decimal(6,2)', label: '得分' },
    DJ: { type: 'varchar(2)', label: '等级' },
    xgrqsj: { type: 'datetime', label: '修改日期时间' },
  },
  key: ['PFID'],
  cursor: { column: 'xgrqsj', kind: 'modification' },
  deletion: [{ by: 'absence' }],
});
