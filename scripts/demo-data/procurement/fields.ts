/** Which fields of the procurement centre a defect can hit. */
import { targets } from '../dirt/plant.ts';

export const NAMES = [
  ...targets('CG_CGR', 'DWMC', 'DZ'),
  ...targets('CG_DLJG', 'JGMC', 'DZ'),
  ...targets('CG_GYS', 'MC', 'DZ'),
  ...targets('CG_ZJ', 'GZDW', 'DZ'),
  ...targets('CG_TB', 'GYS_MC'),
  ...targets('CG_ZBJG', 'GYS_MC'),
];
export const TITLES = [
  ...targets('CG_XM', 'XMMC'),
  ...targets('CG_FB', 'FBMC'),
  ...targets('CG_GG', 'BT'),
  ...targets('CG_HT', 'HTMC'),
];
export const LONG = [...NAMES, ...TITLES];
export const DIVISION_FIELDS = ['CG_XM', 'CG_CGR', 'CG_GYS', 'CG_ZJ'].map((stream) => `${stream}.XZQHDM`);
export const COMPANY_CODES = ['CG_CGR', 'CG_DLJG', 'CG_GYS'].map((stream) => `${stream}.XYDM`);
/** Values no code list of the interface document has. */
export const STRAY_CODES: Readonly<Record<string, string>> = {
  'CG_XM.CGFS': '9',
  'CG_XM.XMLB': 'X',
  'CG_XM.ZZXS': '8',
  'CG_XM.ZT': '77',
  'CG_FB.ZT': '11',
  'CG_GG.GGLX': '8',
  'CG_CGR.ZT': '7',
  'CG_ZJ.ZT': '5',
  'CG_GYS.GYSLX': 'Z',
  'CG_ZYTS.LX': '9',
};
export const DATES = [
  'CG_XM.LXSJ',
  'CG_TB.TBSJ',
  'CG_GG.JZSJ',
  'CG_DLJG.MLRQ',
  'CG_GYS.ZCSJ',
  'CG_ZJ.RKSJ',
  'CG_HT.QDSJ',
];
export const PARENTS = [
  'CG_TB.FBID',
  'CG_ZBJG.FBID',
  'CG_HT.FBID',
  'CG_FB.XMID',
  'CG_GG.XMID',
  'CG_ZYTS.XMID',
  'CG_ZJ_ZY.ZJID',
];
export const PARTY_FIELDS = ['CG_TB.GYSID', 'CG_ZBJG.GYSID', 'CG_XM.CGRID', 'CG_XM.CGDLID'];
