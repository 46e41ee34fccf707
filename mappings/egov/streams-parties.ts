/**
 * 自治区政府办公厅电子政务中心, database egov_ggzy: parties, their former names and CA locks. What each table promises to deliver.
 * Source: the centre's interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

export const ZTK_QYJBXX = defineStream({
  name: 'ztk_qyjbxx',
  label: '市场主体基本信息',
  version: 1,
  columns: {
    QYID: { type: 'bigint', label: '主键' },
    QYMC: { type: 'varchar(200)', label: '主体名称' },
    QYJC: { type: 'varchar(100)', label: '简称' },
    ZTLB: { type: 'char(1)', label: '主体类别代码' },
    ZTLB_MC: {
      type: 'varchar(20)',
      label: '主体类别',
      ignore: 'duplicate',
      note: { zh: '主体类别的文字，不总一致，以代码为准', en: 'text of ZTLB, not always in step: the code counts' },
    },
    TYSHXYDM: { type: 'varchar(18)', label: '统一社会信用代码' },
    ZZJGDM: { type: 'varchar(12)', label: '组织机构代码' },
    YYZZH: { type: 'varchar(30)', label: '营业执照号' },
    JSDM: { type: 'varchar(50)', label: '主体角色' },
    FDDBR: { type: 'varchar(50)', label: '法定代表人' },
    FDDBR_SFZH: { type: 'varchar(18)', label: '法定代表人身份证号' },
    FDDBR_DH: { type: 'varchar(30)', label: '法定代表人电话' },
    HYDM: { type: 'varchar(4)', label: '行业代码' },
    ZCZB: { type: 'decimal(18,4)', label: '注册资本' },
    ZCZB_BZ: { type: 'varchar(3)', label: '注册资本币种' },
    XZQHDM: { type: 'varchar(6)', label: '行政区划代码' },
    ZCDZ: { type: 'varchar(300)', label: '注册地址' },
    YYQX: { type: 'varchar(20)', label: '营业期限至' },
    LXR: { type: 'varchar(50)', label: '联系人' },
    LXDH: { type: 'varchar(50)', label: '联系电话' },
    LXYX: { type: 'varchar(100)', label: '邮箱' },
    YB: { type: 'varchar(6)', label: '邮政编码' },
    KHYH: { type: 'varchar(200)', label: '开户银行' },
    YHZH: { type: 'varchar(50)', label: '银行账号' },
    LOGIN_NAME: { type: 'varchar(50)', label: '登录名', ignore: 'credential', note: { zh: '登录名', en: 'login' } },
    LOGIN_PWD: {
      type: 'varchar(64)',
      label: '登录密码',
      ignore: 'credential',
      note: { zh: '未加盐的密码散列值', en: 'unsalted password hash' },
    },
    SHZT: { type: 'char(1)', label: '审核状态' },
    SCBZ: { type: 'char(1)', label: '删除标志', ignore: 'deletion' },
    CJSJ: { type: 'datetime', label: '创建时间' },
    GXSJ: { type: 'datetime', label: '更新时间' },
    BY1: { type: 'varchar(100)', label: '备用1', ignore: 'spare' },
    BY2: {
      type: 'varchar(100)',
      label: '备用2',
      ignore: 'spare',
      note: { zh: '偶有旧内部编号', en: 'sometimes an old internal number' },
    },
  },
  key: ['QYID'],
  cursor: { column: 'GXSJ', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'SCBZ', values: ['1'] }],
});

export const ZTK_QYMC_BG = defineStream({
  name: 'ztk_qymc_bg',
  label: '主体名称变更记录',
  version: 1,
  columns: {
    BGID: { type: 'bigint', label: '主键' },
    QYID: { type: 'bigint', label: '主体主键' },
    YMC: { type: 'varchar(200)', label: '原名称' },
    XMC: { type: 'varchar(200)', label: '现名称' },
    BGSJ: { type: 'datetime', label: '变更时间' },
  },
  key: ['BGID'],
  cursor: { column: 'BGSJ', kind: 'business' },
  deletion: [{ by: 'absence' }],
});

export const ZTK_CA_LOCK = defineStream({
  name: 'ztk_ca_lock',
  label: 'CA锁登记',
  version: 1,
  columns: {
    CAID: { type: 'bigint', label: '主键' },
    QYID: { type: 'bigint', label: '主体主键' },
    CA_XLH: { type: 'varchar(64)', label: '证书序列号' },
    CYR: { type: 'varchar(50)', label: '持有人' },
    CYR_SJ: { type: 'varchar(30)', label: '持有人手机' },
    CA_MM: { type: 'varchar(64)', label: '锁密码', ignore: 'credential', note: { zh: '锁密码散列值', en: 'PIN hash' } },
    YXQ_Q: { type: 'varchar(20)', label: '有效期起' },
    YXQ_Z: { type: 'varchar(20)', label: '有效期止' },
    ZT: { type: 'char(1)', label: '状态' },
    FFSJ: { type: 'datetime', label: '发放时间' },
  },
  key: ['CAID'],
  cursor: { column: 'FFSJ', kind: 'business' },
  deletion: [{ by: 'absence' }],
});
