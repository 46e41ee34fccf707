/**
 * Codes of 发展改革委“一站式”审批服务中心 that differ from the canonical ones, as data. Source: the centre's interface
 * document, section Columns, the table named beside each lookup. Columns that hold the text of a list (审批, 委托招标,
 * 男 …) need no entry.
 */

/** ZBFAHZ.ZBNR: KC 勘察, SJ 设计, SG 施工, JL 监理, SB 设备. */
export const WORK_CLASS_OF: ReadonlyMap<string, string> = new Map([
  ['KC', 'survey'],
  ['SJ', 'design'],
  ['SG', 'construction'],
  ['JL', 'supervision'],
  ['SB', 'equipment'],
]);

/** ZJXX.ZT: 1 正常, 2 暂停, 3 退出, 4 资格复审中. A status: only CZBZ deletes. */
export const EXPERT_STATUS_OF: ReadonlyMap<string, string> = new Map([
  ['1', 'active'],
  ['2', 'suspended'],
  ['3', 'removed'],
  ['4', 'in_review'],
]);

/** ZJXX.ZJLX: documents that are no ID cards (02 军官证): their numbers have no check digit to fail. */
export const OTHER_DOCUMENTS: ReadonlySet<string> = new Set(['02']);
