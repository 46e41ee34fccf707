/** Codes of 那曲市公共资源交易中心 and what they mean. Source: the centre's interface document, section Columns. */

/** notices.type: 1 招标公告, 3 结果公告. */
export const NOTICE_TYPE_OF: ReadonlyMap<string, string> = new Map(['1', '3'].map((code) => [code, code]));
