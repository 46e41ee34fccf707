/** Which fields of the construction centre a defect can hit, and which are dressed. */
import { targets } from '../dirt/plant.ts';

export const NAMES = [
  ...targets('QY_JBXX', 'qymc', 'xxdz', 'khyh'),
  ...targets('ZJ_JBXX', 'gzdw', 'dz'),
  ...targets('GC_ZBXM', 'ZBRMC', 'ZBDLMC'),
  'GC_TB.TBRMC',
  'GC_HXR.HXRMC',
  'GC_ZBJG.ZBRMC',
];
export const TITLES = ['GC_ZBXM.XMMC', 'GC_BD.BDMC', 'GC_GG.BT', 'GC_HT.HTMC', 'GC_KBJL.KBDD'];
export const LONG = [...NAMES, ...TITLES];
export const PERSONS = ['RY_ZCRY.xm', 'ZJ_JBXX.xm', 'QY_JBXX.fddbr', 'QY_JBXX.lxr', 'GC_TB.XMJL'];

/** Values no list of the interface document has. */
export const STRAY_CODES: Readonly<Record<string, string>> = {
  'GC_ZBXM.XMLX': 'Q7',
  'GC_ZBXM.ZBFS': '008',
  'GC_ZBXM.ZBZZXS': '联合招标',
  'GC_BD.BDFL': '005',
  'GC_BD.BZ_DM': '7',
  'GC_BD.ZT': '2',
  'GC_GG.GGLX': '4',
  'QY_ZZ.ZZXL': '劳务',
  'RY_ZCRY.zjlxID': '8',
  'ZJ_JBXX.zt': '出国',
  'XY_PF.DJ': 'E',
};

export const TEXT_DATES = ['GC_ZBXM.LXRQ', 'QY_ZZ.YXQZ', 'ZJ_JBXX.csrq', 'ZJ_JBXX.rkrq', 'GC_HT.QDRQ'];
export const TIMES = ['QY_JBXX.clrq', 'GC_GG.FBSJ', 'GC_GG.KBSJ', 'GC_TB.DJSJ', 'GC_KBJL.KBSJ', 'GC_ZBJG.ZBRQ'];

/** Sections are keyed by GUIDs, companies by codes. */
export const SECTION_FIELDS = ['GC_KBJL', 'GC_TB', 'GC_HXR', 'GC_ZBJG', 'GC_HT'].map((stream) => `${stream}.BDID`);
export const TENDER_FIELDS = ['GC_BD.ZBXMID', 'GC_GG.ZBXMID'];
export const COMPANY_PARENTS = ['QY_ZZ.qyID', 'XY_PF.qyID'];
export const PARTY_FIELDS = ['GC_TB.qyID', 'GC_HXR.qyID', 'GC_ZBJG.qyID', 'RY_ZCRY.qyID'];

export const ID_FIELDS = ['QY_JBXX.fddbr_ryid', 'GC_TB.XMJL_ZJH'];
export const CODE_FIELDS = ['QY_JBXX.zzjgdm', 'GC_ZBXM.ZBRDM', 'GC_ZBXM.ZBDLDM'];
export const PHONES = ['QY_JBXX.lxdh', 'RY_ZCRY.yddh', 'ZJ_JBXX.yddh'];

/** Names that are typed with stray spaces. */
export const DRESSED = new Set('qymc fddbr lxr xm gzdw ZBRMC ZBDLMC TBRMC HXRMC XMJL'.split(' '));
