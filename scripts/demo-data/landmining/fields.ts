/** Which fields of the land and mining centre a defect can hit. */
import { targets } from '../dirt/plant.ts';

export const NUMBER = ['td_jmr.zjhm'];
export const LONG = [
  ...targets('td_dk', 'xmmc', 'zl'),
  ...targets('td_crgg', 'ggbt', 'lxdw'),
  ...targets('td_jmr', 'mc', 'dz'),
  ...targets('td_cj', 'srr_mc'),
  ...targets('kq_kyq', 'xmmc', 'dlwz'),
  ...targets('kq_crgg', 'ggbt'),
  ...targets('kq_cjjg', 'jdr_mc'),
];
export const TEXTS = [...LONG, 'td_jmr.fddbr', 'td_jmr.lxr', 'td_crgg.lxr'];
export const DIVISION_FIELDS = ['td_dk.xzqdm', 'kq_kyq.xzqdm'];
export const PARENTS = ['td_cj.dk_id', 'kq_crgg.kq_id', 'kq_cjjg.kq_id'];
export const BIDDERS = ['td_cj.jmr_id', 'kq_cjjg.jmr_id'];
export const DAYS = ['td_cj.cjrq', 'kq_kyq.yxq_z'];
export const TIMES = ['td_dk.created_at', 'td_crgg.jzsj', 'kq_cjjg.cjsj'];
/** Values that the interface document does not know. */
export const STRAY_CODES: Readonly<Record<string, string>> = {
  'td_dk.zt': '待定',
  'td_dk.mj_dw': '顷',
  'td_cj.cjmj_dw': '坪',
  'td_crgg.crfs': '139',
  'kq_crgg.crfs': 'Z',
  'kq_kyq.kqlx': 'X',
  'td_jmr.jmrlx': '合伙',
};
/** National lengths; the columns are wider. */
export const LENGTHS: Readonly<Record<string, { readonly national: number; readonly column: number }>> = {
  'td_dk.zl': { national: 200, column: 300 },
  'td_crgg.lxdw': { national: 100, column: 200 },
  'kq_kyq.dlwz': { national: 256, column: 300 },
};
