/**
 * Codes and texts of 住房城乡建设厅建筑交易中心 and the canonical codes they mean. Source: the centre's interface document,
 * section Columns, the table named beside each lookup. What a lookup does not name is unknown.
 */

/** GC_ZBXM.ZBFS: 001 公开招标, 002 邀请招标, 003 直接委托. */
export const TENDER_MODE_OF: ReadonlyMap<string, string> = new Map([
  ['001', '1'],
  ['002', '2'],
  ['003', 'direct'],
]);

/** GC_ZBXM.ZBZZXS, text. */
export const ORGANIZE_FORM_OF: ReadonlyMap<string, string> = new Map([
  ['自行招标', '1'],
  ['委托招标', '2'],
]);

/** GC_BD.BDFL. 005 is not in use. */
export const WORK_CLASS_OF: ReadonlyMap<string, string> = new Map([
  ['001', 'survey'],
  ['002', 'design'],
  ['003', 'construction'],
  ['004', 'supervision'],
  ['006', 'epc'],
]);

/** GC_BD.BZ_DM, the old housing list. */
export const CURRENCY_OF: ReadonlyMap<string, string> = new Map([
  ['1', '156'],
  ['2', '840'],
]);

/** GC_BD.ZT: 0 编辑, 1 生效, 3 招标完成, 4 流标, 6 终止. */
export const SECTION_STATUS_OF: ReadonlyMap<string, string> = new Map([
  ['0', 'draft'],
  ['1', 'effective'],
  ['3', 'completed'],
  ['4', 'failed'],
  ['6', 'terminated'],
]);

/** GC_GG.GGLX: 1 招标公告, 2 资格预审公告, 3 中标结果公告, 9 其他. */
export const NOTICE_TYPE_OF: ReadonlyMap<string, string> = new Map(['1', '2', '3', '9'].map((code) => [code, code]));

/** RY_ZCRY.zjlxID: 1 身份证, 2 军官证. */
export const DOCUMENT_TYPE_OF: ReadonlyMap<string, string> = new Map([
  ['1', '01'],
  ['2', '02'],
]);

/** RY_ZCRY.zjlxID of documents that are no ID cards: the number is then no ID number. */
export const OTHER_DOCUMENTS: ReadonlySet<string> = new Set(['2']);

/** xb of RY_ZCRY and ZJ_JBXX, text. */
export const GENDER_OF: ReadonlyMap<string, string> = new Map([
  ['男', '1'],
  ['女', '2'],
]);

/** ZJ_JBXX.zt, text. */
export const EXPERT_STATUS_OF: ReadonlyMap<string, string> = new Map([
  ['正常', 'active'],
  ['暂停', 'suspended'],
  ['停用', 'removed'],
]);

/** XY_PF.DJ. */
export const CREDIT_GRADE_OF: ReadonlyMap<string, string> = new Map(
  ['A', 'B', 'C', 'D'].map((grade) => [grade, grade]),
);
