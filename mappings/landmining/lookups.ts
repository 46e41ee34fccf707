/**
 * Texts of 自然资源厅土地矿权交易中心 and the canonical codes they mean. The texts of the code lists themselves
 * (公告中, 流拍, 统一社会信用代码, 身份证 …) need no entry. Source: the centre's interface document, section Columns.
 */

/** td_jmr.jmrlx: the same two kinds, each typed in two ways. No number of the canonical list is ever typed there. */
export const PARTY_TYPE_OF: ReadonlyMap<string, string> = new Map([
  ['企业', '0'],
  ['公司', '0'],
  ['自然人', '3'],
  ['个人', '3'],
]);

/** td_jmr.zjlx: number of a business licence. Since 2015 it may be a credit code, which its check digit tells. */
export const LICENCE = '营业执照';

/** td_jmr.zjlx: the number is an ID number, also where it fails its check digit. */
export const ID_CARD = '身份证';

/** td_jmr.zjlx: what only a body has. */
export const NUMBERS_OF_BODIES: ReadonlySet<string> = new Set(['统一社会信用代码', '组织机构代码', LICENCE]);
