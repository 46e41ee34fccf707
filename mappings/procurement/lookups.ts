/**
 * Codes of 财政厅政府采购中心 that differ from the canonical ones, as data. Source: the centre's interface document,
 * section Columns, the table named beside each lookup.
 */

/** CG_ZJ.ZT: 1 正常, 2 冻结, 9 注销. */
export const EXPERT_STATUS_OF: ReadonlyMap<string, string> = new Map([
  ['1', 'active'],
  ['2', 'suspended'],
  ['9', 'removed'],
]);

/** CG_GYS.GYSLX: 1 企业, 2 自然人. */
export const PARTY_TYPE_OF: ReadonlyMap<string, string> = new Map([
  ['1', '0'],
  ['2', '3'],
]);

/** The value of CG_GYS.GYSLX that says the supplier is a natural person: its code is then an ID number. */
export const NATURAL_PERSON = '2';

/** CG_FB.ZT: 50 成交, 90 废标; other project stages do not occur for a package. */
export const PACKAGE_STATUS_OF: ReadonlyMap<string, string> = new Map([
  ['50', '50'],
  ['90', '90'],
]);
