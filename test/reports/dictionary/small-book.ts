/** A centre of two streams with every way a column can go, and the tables of the book as records. */
import { defineStream } from '../../../connectors/stream.ts';
import { speak, type Language } from '../../../core/language.ts';
import { snakeCase } from '../../../database/names.ts';
import { defineMapping, part, type Mapping } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { mention } from '../../../mappings/take/mention.ts';
import { auditMapping } from '../../../pipelines/audit.ts';
import type { BookTable, Cell } from '../../../reports/dictionary/sheet.ts';
import type { BookSource, BookSystem, Voice } from '../../../reports/dictionary/source.ts';
import { GENDER, PARTY_TYPE } from '../../../schemas/codes/lists.ts';
import { Expert } from '../../../schemas/entities/expert.ts';
import { PartyMention } from '../../../schemas/entities/party-mention.ts';
import { Party } from '../../../schemas/entities/party.ts';
import { defineEntity } from '../../../schemas/entity.ts';
import { code, reference, text } from '../../../schemas/field.ts';
import { defineCodeList } from '../../../schemas/values/codes.ts';

const ZT = defineStream({
  name: 'ZT',
  label: '交易主体',
  version: 3,
  columns: {
    ZTID: { type: 'int', label: '主键' },
    ZTMC: { type: 'varchar(200)', label: '主体名称' },
    ZTDM: { type: 'varchar(18)', label: '主体代码' },
    ZTLX: { type: 'char(1)', label: '主体类型' },
    ZCZB: { type: 'decimal(18,4)', label: '注册资本' },
    MM: {
      type: 'varchar(50)',
      label: '密码',
      ignore: 'credential',
      note: { zh: '明文密码', en: 'plain-text password' },
    },
    BY1: { type: 'varchar(50)', label: '备用1', ignore: 'spare' },
    SC: { type: 'char(1)', label: '删除标志', ignore: 'deletion' },
  },
  key: ['ZTID'],
  cursor: { column: 'ZCZB', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'SC', values: ['Y', '1'] }],
});

const ZJ = defineStream({
  name: 'ZJ',
  label: '=专家',
  version: 1,
  columns: {
    BH: { type: 'char(4)', label: '编号' },
    XB: { type: 'char(1)', label: '性别' },
    SFZ: { type: 'varchar(18)', label: '身份证号' },
    TZ: { type: 'date', label: '出生日期' },
    DW: { type: 'int', label: '单位主键' },
    DWMC: { type: 'varchar(200)', label: '单位名称' },
  },
  key: ['BH'],
  deletion: [{ by: 'strike' }],
});

const zt = takeFrom(ZT);
const zj = takeFrom(ZJ);
const REGISTER = { stream: 'ZT', entity: 'party', kind: 'party' } as const;

export const PARTY_TYPE_OF: ReadonlyMap<string, string> = new Map([
  ['E', '0'],
  ['P', '3'],
]);

export const parties = defineMapping({
  system: 'small',
  stream: ZT,
  version: 7,
  parts: [
    part(Party, {
      name: zt.organizationName('ZTMC'),
      formerName: zt.formerName('ZTMC'),
      partyType: zt.code('ZTLX', PARTY_TYPE, PARTY_TYPE_OF),
      legalCode: zt.partyCode('ZTDM', 'legalCode', { name: 'ZTMC' }),
      uscc: zt.partyCode('ZTDM', 'uscc', { name: 'ZTMC' }),
      registeredCapital: zt.money('ZCZB', '万元'),
    }),
  ],
});

export const experts = defineMapping({
  system: 'small',
  stream: ZJ,
  version: 1,
  parts: [
    part(Expert, {
      gender: zj.code('XB', GENDER),
      idNumber: zj.idNumber('SFZ'),
      birthDate: zj.birthDate('TZ', 'SFZ'),
      baseType: zj.constant('2'),
    }),
    mention(zj, { role: 'buyer', partyRole: 'purchaser', name: 'DWMC', registered: { column: 'DW', in: REGISTER } }),
  ],
});

const OWN = defineCodeList('own_list', '自有代码表', { '01': '一' });

/** A text with two national counterparts, a code of a list of its own, a reference. */
export const Yak = defineEntity({
  name: 'yak',
  table: 'yaks',
  zh: '牦牛',
  en: 'yak',
  dataSets: ['550'],
  fields: {
    name: text({ national: ['550.PURCHASE_PROJECT_NAME', '100.LEGAL_REPRESENT'], personal: 'name', required: true }),
    kindCode: code(OWN, { zh: '种类' }),
    ownerId: reference('yak', { zh: '母牛' }),
  },
});

export const small: BookSystem = systemOf('small', [parties, experts]);

export function systemOf(system: string, mappings: readonly Mapping[]): BookSystem {
  return {
    system,
    label: { zh: '农牧厅草场交易中心', en: 'pasture centre' },
    platformCode: '540000000000000001',
    mappings: mappings.map((mapping) => ({ ...mapping, audit: auditMapping(mapping) })),
  };
}

/** A column of `ZT` that is neither taken nor left aside, and one that is both. */
export function faulty(): BookSystem {
  const parts = [part(Party, { name: zt.organizationName('ZTMC'), licenceNumber: zt.identifier('BY1') })];
  return systemOf('faulty', [defineMapping({ system: 'faulty', stream: ZT, version: 1, parts })]);
}

export function sourceOf(...systems: readonly BookSystem[]): BookSource {
  return {
    productVersion: '1.2.3',
    compiledOn: null,
    entities: [Party, PartyMention, Expert],
    systems,
    columnName: snakeCase,
  };
}

export function voiceOf(language: Language): Voice {
  return { language, say: speak(language) };
}

/** Each row by the titles of its columns. */
export function records({ titles, rows }: BookTable): Record<string, Cell>[] {
  return rows.map(({ cells }) => Object.fromEntries(titles.map((title, place) => [title, cells[place] ?? null])));
}
