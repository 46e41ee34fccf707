/**
 * The ways a mapping takes a column. `takeFrom(stream)` binds them to the columns the stream declares: any other name
 * is a compile error.
 */
import type { StreamContract } from '../../connectors/stream.ts';
import { readDivision, readDivisionName } from '../../schemas/identifiers/divisions.ts';
import { readIdNumber } from '../../schemas/identifiers/id-number.ts';
import { readInvestmentCode } from '../../schemas/identifiers/investment-code.ts';
import { clean, noValue } from '../../schemas/reading.ts';
import type { AreaUnit } from '../../schemas/values/areas.ts';
import { findBranchParent } from '../../schemas/values/branches.ts';
import type { CodeList } from '../../schemas/values/codes.ts';
import { readDate, readTimestamp } from '../../schemas/values/dates.ts';
import { readFlag } from '../../schemas/values/flags.ts';
import { readHtml } from '../../schemas/values/html.ts';
import { readDecimal, readInteger, readPercent } from '../../schemas/values/numbers.ts';
import { readPhone } from '../../schemas/values/phone.ts';
import { readDays, readFileSize, readOpenEnd } from '../../schemas/values/terms.ts';
import { readName, readText } from '../../schemas/values/text.ts';
import { readYearMonth } from '../../schemas/values/year-months.ts';
import type { Condition, FieldRule, StreamReference } from '../mapping.ts';
import { area } from './area.ts';
import { birthDate } from './birth-date.ts';
import { codeByText, leadingCode, lookup, oneCode, severalCodes, type CodeBesideText } from './codes.ts';
import { conditional } from './conditional.ts';
import { either } from './either.ts';
import { idDocument, type IdDocument, type IdDocumentField } from './id-document.ts';
import { limited } from './limited.ts';
import { amountOrWords, money, moneyByCode, moneyIn, type Unit } from './money.ts';
import { formerName, organizationName, partyCode, personName, type PartyCodeField, type PartyHints } from './party.ts';
import { projectCode, type ProjectCodeField } from './project-code.ts';
import { oneColumn } from './read.ts';
import { reference, samePart } from './references.ts';
import { specialtyCode } from './specialty.ts';
import { specialtyEdition } from './specialty-edition.ts';

/** A constant the system implies without writing it down. */
function constant(value: string): FieldRule<never> {
  return {
    columns: [],
    reading: { zh: `固定为 ${value}`, en: `always ${value}` },
    constant: value,
    compile: () => () => value,
  };
}

function identifier<C extends string>(column: C): FieldRule<C> {
  return oneColumn(column, { zh: '编号，按文本保留', en: 'identifier as text' }, (text) => {
    const reading = readText(text);
    return reading.value === '' ? noValue() : reading;
  });
}

/** Sentences: line breaks are ordinary. */
function longText<C extends string>(column: C): FieldRule<C> {
  return oneColumn(column, { zh: '长文本', en: 'free text' }, (text) => readText(text, { lines: true }));
}

/** The legal person that the name of a branch says it belongs to. */
function branchParent<C extends string>(column: C): FieldRule<C> {
  return oneColumn(column, { zh: '分支机构名称中的法人名称', en: 'legal person in the name of a branch' }, (text) => {
    const name = readName(text).value;
    const parent = name === null ? null : findBranchParent(name);
    return parent === null ? noValue() : clean(parent);
  });
}

export function takeFrom<C extends string>(_stream: StreamContract<C>) {
  return {
    text: (column: C) => oneColumn(column, { zh: '文本', en: 'text' }, (text) => readText(text)),
    longText: (column: C) => longText(column),
    /** One item of a column that `each` has cut: the whole cell was read and judged before. */
    item: (column: C) => oneColumn(column, { zh: '列表中的一项', en: 'item of a list' }, (text) => clean(text)),
    html: (column: C) => oneColumn(column, { zh: 'HTML正文，已净化', en: 'HTML, sanitised' }, readHtml),
    identifier: (column: C) => identifier(column),
    personName: (column: C) => personName(column),
    organizationName: (column: C) => organizationName(column),
    formerName: (column: C) => formerName(column),
    partyCode: (column: C, field: PartyCodeField, hints: PartyHints<C> = {}) => partyCode(column, field, hints),
    idNumber: (column: C) => oneColumn(column, { zh: '身份证号', en: 'ID number' }, readIdNumber),
    idDocument: (columns: IdDocument<C>, field: IdDocumentField) => idDocument(columns, field),
    birthDate: (column: C, idNumber: C) => birthDate(column, idNumber),
    division: (column: C) => oneColumn(column, { zh: '行政区划代码', en: 'division code' }, readDivision),
    divisionName: (column: C) =>
      oneColumn(column, { zh: '行政区划代码或名称', en: 'division code or name' }, readDivisionName),
    branchParent: (column: C) => branchParent(column),
    investmentCode: (column: C) =>
      oneColumn(column, { zh: '投资项目代码', en: 'investment project code' }, readInvestmentCode),
    projectCode: (column: C, field: ProjectCodeField) => projectCode(column, field),
    phone: (column: C) => oneColumn(column, { zh: '电话号码', en: 'phone' }, readPhone),
    code: (column: C, list: CodeList, from?: ReadonlyMap<string, string>) => oneCode(column, list, from),
    lookup: (column: C, list: CodeList, from: ReadonlyMap<string, string>) => lookup(column, list, from),
    codes: (column: C, list: CodeList, from?: ReadonlyMap<string, string>) => severalCodes(column, list, from),
    leadingCode: (column: C, list: CodeList, from?: ReadonlyMap<string, string>) => leadingCode(column, list, from),
    codeByText: (columns: CodeBesideText<C>) => codeByText(columns),
    specialtyCode: (column: C, edition: C) => specialtyCode(column, edition),
    specialtyEdition: (code: C, name: C) => specialtyEdition(code, name),
    flag: (column: C) => oneColumn(column, { zh: '是否标志', en: 'flag' }, readFlag),
    date: (column: C) => oneColumn(column, { zh: '日期', en: 'date' }, (text) => readDate(text)),
    yearMonth: (column: C) => oneColumn(column, { zh: '年或年月', en: 'year, or year and month' }, readYearMonth),
    timestamp: (column: C) => oneColumn(column, { zh: '北京时间', en: 'Beijing time' }, (text) => readTimestamp(text)),
    integer: (column: C) => oneColumn(column, { zh: '整数', en: 'integer' }, readInteger),
    days: (column: C) => oneColumn(column, { zh: '天数', en: 'days' }, readDays),
    openEnd: (column: C) => oneColumn(column, { zh: '是否长期', en: 'open-ended' }, readOpenEnd),
    fileSize: (column: C) =>
      oneColumn(column, { zh: '文件大小，换算为字节', en: 'size of a file → bytes' }, readFileSize),
    decimal: (column: C) => oneColumn(column, { zh: '小数', en: 'decimal' }, readDecimal),
    percent: (column: C) => oneColumn(column, { zh: '百分比', en: 'percent' }, readPercent),
    money: (column: C, unit: Unit) => money(column, unit),
    moneyIn: (column: C, unitColumn: C, unit: Unit) => moneyIn(column, unitColumn, unit),
    moneyByCode: (column: C, unitColumn: C, unit: Unit) => moneyByCode(column, unitColumn, unit),
    area: (column: C, unit: AreaUnit | { readonly column: C }) => area(column, unit),
    amountOrWords: (column: C, words: C, unit: Unit) => amountOrWords(column, words, unit),
    reference: (column: C, to: StreamReference) => reference(column, to),
    samePart: (key: C, to: { entity: string; role: string }) => samePart(key, to),
    when: (condition: Condition<C>, rule: FieldRule<C>) => conditional(condition, rule),
    either: (...rules: readonly FieldRule<C>[]) => either(...rules),
    limited: (longest: number | null, rule: FieldRule<C>) => limited(longest, rule),
    constant,
  };
}

export type Take<C extends string> = ReturnType<typeof takeFrom<C>>;
