/**
 * Texts that the clerks of 国资委国有产权交易中心 type, and the canonical codes they mean. The texts of the code lists
 * themselves (房产, 拍卖, 挂牌中 …) need no entry. Source: the centre's interface document, section Columns.
 */

/** 转受让方名录.类型: 转让方 / 受让方. */
export const DIRECTORY_ROLE_OF: ReadonlyMap<string, string> = new Map([
  ['转让方', 'transferor'],
  ['受让方', 'transferee'],
]);
