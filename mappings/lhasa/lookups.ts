/** Codes of 拉萨市公共资源交易中心 and what they mean. Source: the centre's interface document, section Columns. */

/** qzk_zj.ZT: 1 正常, 2 暂停. */
export const EXPERT_STATUS_OF: ReadonlyMap<string, string> = new Map([
  ['1', 'active'],
  ['2', 'suspended'],
]);

/** qzk_gg.GGLX: 1 招标公告, 3 结果公告. */
export const NOTICE_TYPE_OF: ReadonlyMap<string, string> = new Map(['1', '3'].map((code) => [code, code]));
