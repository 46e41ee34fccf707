/**
 * The ways a mapping takes a column. `takeFrom(stream)` binds them to the columns the stream declares: any other name
 * is a compile error.
 */
import type { StreamContract } from '../../connectors/stream.ts';
import { canonicalId } from '../../core/ids.ts';
import { readDivision } from '../../schemas/identifiers/divisions.ts';
import { readIdNumber } from '../../schemas/identifiers/id-number.ts';
import { readInvestmentCode } from '../../schemas/identifiers/investment-code.ts';
import { noValue } from '../../schemas/reading.ts';
import { readCode, type CodeList } from '../../schemas/values/codes.ts';
import { readDate, readTimestamp } from '../../schemas/values/dates.ts';
import { readFlag } from '../../schemas/values/flags.ts';
import { readHtml } from '../../schemas/values/html.ts';
import { readDecimal, readInteger, readPercent } from '../../schemas/values/numbers.ts';
import { readPhone } from '../../schemas/values/phone.ts';
import { readText } from '../../schemas/values/text.ts';
import type { FieldRule, StreamReference } from '../mapping.ts';
import { birthDate } from './birth-date.ts';
import { amountOrWords, money, type Unit } from './money.ts';
import { formerName, organizationName, partyCode, personName, type PartyCodeField, type PartyHints } from './party.ts';
import { oneColumn } from './read.ts';

/** A constant the system implies without writing it down. */
function constant(value: string): FieldRule<never> {
  return { columns: [], reading: `always ${value}`, compile: () => () => value };
}

/** Canonical id of the record a column points to. The set rules look whether it was ever delivered. */
function reference<C extends string>(column: C, to: StreamReference): FieldRule<C> {
  return {
    columns: [column],
    reading: `${to.kind} → ${to.stream}`,
    reference: to,
    compile({ indexOf, system }) {
      const index = indexOf(column);
      return (values) => {
        const key = values[index]?.trim();
        return key ? canonicalId(to.entity, system, to.stream, key) : null;
      };
    },
  };
}

function identifier<C extends string>(column: C): FieldRule<C> {
  return oneColumn(column, 'identifier as text', (text) => {
    const reading = readText(text);
    return reading.value === '' ? noValue() : reading;
  });
}

/** @param from source code → canonical code; codes that are equal need no entry. Cite the interface document there. */
function code<C extends string>(column: C, list: CodeList, from?: ReadonlyMap<string, string>): FieldRule<C> {
  return oneColumn(column, `code of ${list.label}`, (text) => readCode(list, text, from));
}

/** Sentences: line breaks are ordinary. */
function longText<C extends string>(column: C): FieldRule<C> {
  return oneColumn(column, 'free text', (text) => readText(text, { lines: true }));
}

export function takeFrom<C extends string>(_stream: StreamContract<C>) {
  return {
    text: (column: C) => oneColumn(column, 'text', (text) => readText(text)),
    longText: (column: C) => longText(column),
    html: (column: C) => oneColumn(column, 'HTML, sanitised', readHtml),
    identifier: (column: C) => identifier(column),
    personName: (column: C) => personName(column),
    organizationName: (column: C) => organizationName(column),
    formerName: (column: C) => formerName(column),
    partyCode: (column: C, field: PartyCodeField, hints: PartyHints<C> = {}) => partyCode(column, field, hints),
    idNumber: (column: C) => oneColumn(column, 'ID number', readIdNumber),
    birthDate: (column: C, idNumber: C) => birthDate(column, idNumber),
    division: (column: C) => oneColumn(column, 'division code', readDivision),
    investmentCode: (column: C) => oneColumn(column, 'investment project code', readInvestmentCode),
    phone: (column: C) => oneColumn(column, 'phone', readPhone),
    code: (column: C, list: CodeList, from?: ReadonlyMap<string, string>) => code(column, list, from),
    flag: (column: C) => oneColumn(column, 'flag', readFlag),
    date: (column: C) => oneColumn(column, 'date', (text) => readDate(text)),
    timestamp: (column: C) => oneColumn(column, 'Beijing time', (text) => readTimestamp(text)),
    integer: (column: C) => oneColumn(column, 'integer', readInteger),
    decimal: (column: C) => oneColumn(column, 'decimal', readDecimal),
    percent: (column: C) => oneColumn(column, 'percent', readPercent),
    money: (column: C, unit: Unit) => money(column, unit),
    amountOrWords: (column: C, words: C, unit: Unit) => amountOrWords(column, words, unit),
    reference: (column: C, to: StreamReference) => reference(column, to),
    constant,
  };
}

export type Take<C extends string> = ReturnType<typeof takeFrom<C>>;
