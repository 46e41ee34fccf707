/**
 * Texts of 交通运输厅招投标中心 and the canonical codes they mean. The texts of the code lists themselves (公开招标, 施工,
 * 招标中 …) need no entry. Source: the centre's interface document, section Columns, the table named beside each lookup.
 */

/**
 * jt_xm.XMLB: 公路, 桥梁, 养护. The national classification has no class of its own for maintenance; 养护 is road
 * maintenance, which is road work (公路养护工程管理办法, 交公路发〔2018〕33号).
 */
export const TRADE_CATEGORY_OF: ReadonlyMap<string, string> = new Map([
  ['公路', 'A03'],
  ['桥梁', 'A10'],
  ['养护', 'A03'],
]);

/** jt_gg.GG_LX: 招标公告 / 中标公示 / 更正公告. */
export const NOTICE_TYPE_OF: ReadonlyMap<string, string> = new Map([
  ['招标公告', '1'],
  ['中标公示', '3'],
  ['更正公告', '4'],
]);

/** The notice type of a correction: such a notice is a clarification of the tender documents too. */
export const CORRECTION = '4';

/** jt_zj.ZY: free text, several specialties in one cell (公路工程/桥梁). */
export const SPECIALTY_SEPARATOR = /[/、,，;；]/;
