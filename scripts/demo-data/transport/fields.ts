/** Which fields of the transport centre a defect can hit. */
import { targets } from '../dirt/plant.ts';

export const NAMES = [
  ...targets('jt_xm', 'ZBR_MC', 'ZBDL_MC'),
  ...targets('jt_tbr', 'TBR_MC', 'DZ'),
  'jt_tb.TBR_MC',
  'jt_zj.GZDW',
  'jt_zbjg.ZBR_MC',
  'jt_xypj.QY_MC',
];
export const LONG = [...NAMES, 'jt_xm.XM_MC', 'jt_bd.BD_MC', 'jt_gg.GG_BT'];
export const TEXTS = [...LONG, 'jt_zj.ZJ_XM', 'jt_tb.XMFZR', 'jt_zj.ZY'];
export const DATES = ['jt_xm.LXRQ', 'jt_bd.KBSJ', 'jt_gg.FB_SJ', 'jt_zj.CSSJ', 'jt_zbjg.ZBRQ', 'jt_xypj.FBRQ'];
export const PARENTS = ['jt_bd.XM_ID', 'jt_gg.XM_ID', 'jt_tb.BD_ID', 'jt_zj.BD_ID', 'jt_zbjg.BD_ID'];
export const COMPANY_CODES = ['jt_tbr.TBR_DM', 'jt_xypj.QY_DM'];
/** Values no code list of the interface document has. */
export const STRAY_CODES: Readonly<Record<string, string>> = {
  'jt_xm.XMLB': '轨道',
  'jt_xm.ZBFS': '摇号',
  'jt_xm.ZT': '99',
  'jt_bd.BD_LX': '拆除',
  'jt_gg.GG_LX': '通知',
  'jt_zj.SFZZ': '副',
  'jt_xypj.PJ_DJ': 'E',
};
/** Amounts beside a column of their unit, which is the same name with `_DW`. */
export const AMOUNTS = ['jt_xm.GSJE', 'jt_bd.KZJ', 'jt_tb.TBBJ', 'jt_zbjg.ZBJ'];
