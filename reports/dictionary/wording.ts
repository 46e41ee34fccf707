/** How the terms of the schemas and mappings read to the people who sign the book. */
import type { Wording } from '../../core/language.ts';
import type { FieldKind, FieldMeta, PersonalClass } from '../../schemas/field.ts';
import type { Disposition, Severity } from '../../schemas/rules.ts';
import type { CodeListStatus } from '../../schemas/values/codes.ts';
import type { LeftAside } from './source.ts';

type Texts<K extends string> = Readonly<Record<K, Wording>>;

export const KINDS: Texts<FieldKind> = {
  text: { zh: '文本', en: 'text' },
  html: { zh: '正文（HTML）', en: 'HTML' },
  code: { zh: '代码', en: 'code' },
  codes: { zh: '多个代码', en: 'codes' },
  identifier: { zh: '编号', en: 'identifier' },
  money: { zh: '金额（元）', en: 'money (yuan)' },
  decimal: { zh: '小数', en: 'decimal' },
  integer: { zh: '整数', en: 'integer' },
  flag: { zh: '是否', en: 'flag' },
  date: { zh: '日期', en: 'date' },
  timestamp: { zh: '日期时间（北京时间）', en: 'Beijing time' },
  reference: { zh: '引用', en: 'reference' },
};

/** Empty for `none`: a column that is mostly blank shows at once where personal data is. */
export const PERSONAL: Texts<PersonalClass> = {
  none: { zh: '', en: '' },
  name: { zh: '姓名', en: 'name' },
  party_name: { zh: '主体名称（自然人脱敏）', en: 'party name (persons masked)' },
  id_number: { zh: '证件号码', en: 'ID number' },
  party_code: { zh: '主体代码（可为证件号码）', en: 'party code (may be an ID number)' },
  phone: { zh: '电话', en: 'phone' },
  address: { zh: '住址', en: 'address' },
  account: { zh: '银行账号', en: 'bank account' },
  birth_date: { zh: '出生日期', en: 'birth date' },
  content: { zh: '文字内容', en: 'content' },
};

export const DISCLOSURE: Texts<NonNullable<FieldMeta['disclosure']>> = {
  public: { zh: '社会公开', en: 'public' },
  gov: { zh: '政务公开', en: 'government' },
};

export const SEVERITIES: Texts<Severity> = {
  blocking: { zh: '阻断', en: 'blocking' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

export const DISPOSITIONS: Texts<Disposition> = {
  quarantined: { zh: '隔离，待更正', en: 'quarantined' },
  repaired: { zh: '修正后入库', en: 'repaired and loaded' },
  loaded: { zh: '入库并记录问题', en: 'loaded with an issue' },
  skipped: { zh: '跳过，不计为记录', en: 'skipped' },
};

export const CODE_STATUS: Texts<CodeListStatus> = {
  source: { zh: '有公布的代码表', en: 'published table' },
  observed: { zh: '按实际使用整理', en: 'as seen in use' },
  unverified: { zh: '待确认', en: 'to be confirmed' },
};

/** `short` heads a column of counts, `long` says what becomes of the column's values. */
export const LEFT_ASIDE: Readonly<Record<LeftAside, { readonly short: Wording; readonly long: Wording }>> = {
  credential: {
    short: { zh: '凭据', en: 'credential' },
    long: { zh: '凭据：不读取、不保存', en: 'credential: neither read nor kept' },
  },
  sensitive: {
    short: { zh: '敏感', en: 'sensitive' },
    long: { zh: '敏感信息：不读取、不保存', en: 'sensitive: neither read nor kept' },
  },
  spare: {
    short: { zh: '备用', en: 'spare' },
    long: { zh: '备用列：只在原始层留存', en: 'spare: kept raw only' },
  },
  duplicate: {
    short: { zh: '重复', en: 'duplicate' },
    long: { zh: '与其他列重复：只在原始层留存', en: 'duplicate of another column: kept raw only' },
  },
  technical: {
    short: { zh: '技术', en: 'technical' },
    long: { zh: '技术列：只在原始层留存', en: 'technical: kept raw only' },
  },
  deletion: {
    short: { zh: '删除标志', en: 'deletion' },
    long: { zh: '删除标志：据此判断来源已删除，只在原始层留存', en: 'deletion flag: read as such, kept raw only' },
  },
};

export const REASONS = Object.keys(LEFT_ASIDE) as readonly LeftAside[];
