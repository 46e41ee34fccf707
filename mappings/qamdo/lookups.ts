/** Codes of 昌都市公共资源交易中心 and what they mean. Source: the centre's interface document, section Columns. */

/** EXPERT_BID_EVALUATION.BASE_TYPE: 1 综合评标. */
export const BASE_TYPE_OF: ReadonlyMap<string, string> = new Map([['1', '1']]);

/** TENDER_ANN_QUA_INQUERY_ANN.BULLETIN_TYPE: 1 招标公告, 3 结果公告. */
export const NOTICE_TYPE_OF: ReadonlyMap<string, string> = new Map(['1', '3'].map((code) => [code, code]));

/** TENDER_PROJECT.TENDER_MODE: 1 公开, 2 邀请; the same in both trades. */
export const MODE_OF: ReadonlyMap<string, string> = new Map(['1', '2'].map((code) => [code, code]));
