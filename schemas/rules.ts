/**
 * Every rule that can find fault with a record: its severity, what becomes of the value, and how it reads to a steward.
 * Rule ids are stable and appear in issues, quarantine and exports; defect kinds keep the names of the hand-over
 * documents. A rule whose outcome depends on the case (mojibake: reversible or not) is overridden where it is raised.
 */

export type Severity = 'blocking' | 'warning' | 'info';
/** What becomes of the record or value: `skipped` and `quarantined` concern the whole record. */
export type Disposition = 'quarantined' | 'repaired' | 'loaded' | 'skipped';

export interface RuleDefinition {
  readonly severity: Severity;
  readonly disposition: Disposition;
  readonly zh: string;
  readonly en: string;
}

const quarantine = (zh: string, en: string): RuleDefinition => ({
  severity: 'blocking',
  disposition: 'quarantined',
  zh,
  en,
});
const warn = (zh: string, en: string): RuleDefinition => ({ severity: 'warning', disposition: 'loaded', zh, en });
const repair = (zh: string, en: string): RuleDefinition => ({ severity: 'warning', disposition: 'repaired', zh, en });
const skip = (zh: string, en: string): RuleDefinition => ({ severity: 'info', disposition: 'skipped', zh, en });
const note = (zh: string, en: string): RuleDefinition => ({ severity: 'info', disposition: 'loaded', zh, en });

export const RULES = {
  // identifiers
  id_check_digit: warn(
    '身份证号校验位不符，保留原文，不作身份依据',
    'ID number fails its check digit: kept, not used as identity',
  ),
  id_15: repair('15位身份证号，已升为18位', '15-digit ID number brought to 18 digits'),
  id_lowercase_x: repair('身份证号末位小写x，已改大写', 'lower-case x in an ID number'),
  id_fullwidth: repair('身份证号含全角字符，已转半角', 'full-width digits in an ID number'),
  id_placeholder: repair('证件号为占位值，按无值处理', 'placeholder instead of a number: no value'),
  uscc_check_digit: warn(
    '统一社会信用代码校验位不符，保留原文，不作身份依据',
    'credit code fails its check digit: kept, not used as identity',
  ),
  code_lowercase: repair('代码含小写字母，已改大写', 'lower-case letters in a code'),
  code_fullwidth: repair('代码含全角字符，已转半角', 'full-width characters in a code'),
  code_rounded: warn('电子表格将长代码存为数值，末位已丢失，无法恢复', 'a spreadsheet rounded a long code: lost'),
  code_malformed: warn('代码格式不符，保留原文', 'code has no known form: kept as text'),
  unified_code_check: warn('统一交易标识码校验位不符（仅提示）', 'unified transaction code fails its check character'),
  phone_invalid: warn('电话号码无效，保留原文', 'not a phone number: kept'),
  // text
  gbk_lost: warn('字符丢失（?），保留原文', 'characters lost (?): kept as delivered'),
  mojibake: repair('编码错乱（UTF-8误作GBK），能还原的已还原', 'UTF-8 read as GBK, restored where every byte is there'),
  nul_byte: repair('含空字节，已去除', 'NUL byte removed'),
  control_char: repair('含控制字符，已去除', 'control character removed'),
  newline_in_text: repair('含换行或制表符，已去除', 'line break or tab removed'),
  html_in_text: repair('纯文本中含HTML标记，已去除', 'markup removed from plain text'),
  html_script: warn('正文含活动内容，已净化', 'active content in an HTML body: sanitised'),
  formula_text: warn('文本会被电子表格当作公式，导出时转义', 'text a spreadsheet would run: escaped on export'),
  overlong: warn('超过国家规范字段长度，全文保留', 'longer than the national field: loaded whole'),
  invalid_bytes: quarantine('字节不是来源编码的有效字符', 'bytes are no characters of the declared encoding'),
  // dates
  date_impossible: warn('日期不存在', 'no such day'),
  date_placeholder: repair('占位日期，按无值处理', 'placeholder date: no value'),
  date_unreadable: warn('日期格式无法识别', 'date has no known form'),
  dob_mismatch: warn(
    '出生日期与身份证号不符，以身份证号为准',
    'birth date differs from the ID number: the ID number counts',
  ),
  // money and numbers
  money_negative: quarantine('金额为负', 'negative amount'),
  money_absurd: quarantine('金额畸大', 'absurd amount'),
  money_unit_mismatch: warn(
    '金额与相邻金额相差万倍，疑为单位误填，按原值入库',
    'wrong by 10,000 against its neighbours: loaded as delivered',
  ),
  money_unit_missing: repair('单位为空，按约定单位换算', 'unit empty: read by convention'),
  money_capital: repair('大写金额，已换算', 'amount in capital numerals, converted'),
  money_sci: repair('科学计数法金额，已换算', 'amount in scientific notation, converted'),
  money_suffix: repair('金额后缀单位，已换算', 'unit written behind the figure, converted'),
  money_text: warn('无法作为金额的文字', 'text, no amount'),
  amount_words_differ: warn(
    '小写金额与大写金额不一致，以小写为准',
    'figure and capital numerals differ: the figure counts',
  ),
  area_unit_missing: warn('面积未写单位，无法换算，不取值', 'area without a unit: no value'),
  number_unreadable: warn('数值无法识别', 'not a number'),
  // codes and references
  specialty_2010: warn(
    '2010版专业代码，按2010版保留，不与2018版对照',
    'specialty code of the 2010 edition: kept as such, never read as one of 2018',
  ),
  code_unknown: warn('代码不在代码表内', 'not in the code list'),
  division_retired: repair('行政区划代码已撤销，换为现行代码', 'retired division code replaced by its successor'),
  division_unknown: warn('行政区划代码不存在', 'unknown division code'),
  flag_contradiction: repair(
    '标志与交易类别矛盾，以类别为准',
    'flag contradicts the trade category: the category decides',
  ),
  orphan: quarantine('所属上级记录从未交付', 'the parent was never delivered'),
  parent_not_live: note('所属上级记录已删除或被隔离', 'the parent is deleted or quarantined'),
  dangling_party: warn('引用的主体不在名录中，仅保留名称', 'the party is not in its register: the name is kept'),
  // records
  key_missing: quarantine('主键为空', 'key is empty'),
  key_overlong: quarantine('主键过长，不可能是主键', 'too long to be a key'),
  duplicate_key_exact: skip('重复记录，内容相同，仅计一条', 'the same row twice: counted once'),
  duplicate_key_conflict: quarantine(
    '主键重复且内容不同，以先出现者为准',
    'second row with the same key and other content',
  ),
  record_malformed: quarantine(
    '记录结构与约定不符（列数、重复或嵌套的元素）',
    'record does not have the declared shape',
  ),
  record_rejected: quarantine('数据库拒绝该记录', 'the database refuses the record'),
  schema_violation: quarantine('不符合统一数据规范', 'does not fit the canonical schema'),
  excel_subtotal: skip('小计或合计行，非记录', 'subtotal row, not a record'),
  excel_note: skip('注释行，非记录', 'note row, not a record'),
  excel_error: warn('单元格公式出错', 'the cell holds a formula error'),
  excel_hidden: note('隐藏的行或工作表，照常读入', 'hidden row or sheet, read as any other'),
  // deliveries: the whole file or sheet
  file_truncated: quarantine('文件不完整，整个文件不载入', 'file is shorter than it should be: not loaded'),
  manifest_rows_mismatch: quarantine('行数与清单不符，整个文件不载入', 'rows disagree with the manifest: not loaded'),
  manifest_hash_mismatch: quarantine(
    '校验和与清单不符，整个文件不载入',
    'hash disagrees with the manifest: not loaded',
  ),
  delivery_unreadable: quarantine(
    '移交内容无法按约定读取，未载入',
    'the delivery cannot be read as declared: not loaded',
  ),
  day_late: warn('晚到的一日，到达后照常载入', 'a day that came behind later ones: loaded when it came'),
  day_repeated: skip('同一日重复交付，内容相同，不再载入', 'the same day delivered again: not loaded twice'),
  new_column: warn('出现接口文件中没有的列，未载入', 'a column the interface document does not know: left aside'),
  mass_delete: quarantine('一次删除过多，待确认后才执行', 'too many deletions at once: held until somebody approves'),
  mass_vanish: quarantine('大量记录消失，不按删除处理', 'too many records vanished to be deletions: held'),
} as const satisfies Record<string, RuleDefinition>;

export type RuleId = keyof typeof RULES;

export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(RULES, text);
}
