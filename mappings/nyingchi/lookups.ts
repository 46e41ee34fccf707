/** Texts of 林芝市公共资源交易中心 and what they mean. Source: the centre's interface document, section Columns. */

/** 项目.类别 of a government purchase. */
export const PURCHASE_CATEGORY = '采购';

/** 项目.类别 of works. */
export const CATEGORY_OF: ReadonlyMap<string, string> = new Map([
  ['房建', 'A01'],
  ['市政', 'A02'],
  ['公路', 'A03'],
  ['水利', 'A07'],
]);

/** 公告.类型. */
export const NOTICE_TYPE_OF: ReadonlyMap<string, string> = new Map([
  ['招标公告', '1'],
  ['结果公告', '3'],
]);
