/** Amounts: exact decimals in 元. */
import { PRICE_UNIT } from '../../schemas/codes/national.ts';
import { findUnitPlaces } from '../../schemas/values/money-units.ts';
import { compareAmounts, NATIONAL_AMOUNT_LIMIT, readCapitalAmount, readMoney } from '../../schemas/values/money.ts';
import { isNoValueWord } from '../../schemas/values/no-value.ts';
import { toHalfWidth } from '../../schemas/values/width.ts';
import type { CompileContext, FieldRule } from '../mapping.ts';
import { readAndReport } from './read.ts';

export type Unit = '元' | '万元' | '亿元';

/** Ten thousand times what the national receiver accepts: no slip between 元 and 万元 explains more. */
const LIMIT_WITH_NEIGHBOUR = `${NATIONAL_AMOUNT_LIMIT}0000`;

function limitFor({ hasNeighbour }: CompileContext): string {
  return hasNeighbour ? LIMIT_WITH_NEIGHBOUR : NATIONAL_AMOUNT_LIMIT;
}

export function money<C extends string>(column: C, unit: Unit): FieldRule<C> {
  return {
    columns: [column],
    reading: { zh: unit === '元' ? '金额（元）' : `金额（${unit}），换算为元`, en: `amount in ${unit}` },
    unit,
    compile(context) {
      const index = context.indexOf(column);
      const options = { unit, limit: limitFor(context) };
      const read = (text: string) => readMoney(text, options);
      return (values, issues) => {
        const text = values[index];
        return text ? readAndReport(read, text, column, issues) : null;
      };
    },
  };
}

/** A unit that is written and that nobody knows. */
function isUnknownUnit(text: string): boolean {
  const written = toHalfWidth(text).trim();
  return written !== '' && !isNoValueWord(written) && findUnitPlaces(written) === null;
}

/**
 * An amount in the unit another column names; `unit` is what an empty unit means by the interface document. An unknown
 * unit is `code_unknown` on its column, and the amount has no value unless its text names a unit of its own.
 */
export function moneyIn<C extends string>(column: C, unitColumn: C, unit: Unit): FieldRule<C> {
  return moneyBeside({ column, unitColumn, unit, writtenUnit: (text) => text });
}

/** The same where the unit is a code of the national list: 0 元, 1 万元. */
export function moneyByCode<C extends string>(column: C, unitColumn: C, unit: Unit): FieldRule<C> {
  return moneyBeside({
    column,
    unitColumn,
    unit,
    writtenUnit: (text) => PRICE_UNIT.codes.get(text.trim())?.zh ?? text,
  });
}

interface BesideUnit<C extends string> {
  readonly column: C;
  readonly unitColumn: C;
  readonly unit: Unit;
  readonly writtenUnit: (text: string) => string;
}

function moneyBeside<C extends string>({ column, unitColumn, unit, writtenUnit }: BesideUnit<C>): FieldRule<C> {
  return {
    columns: [column, unitColumn],
    reading: {
      zh: `金额，单位见 ${unitColumn}，空为${unit}`,
      en: `amount in the unit of ${unitColumn}, ${unit} if empty`,
    },
    compile(context) {
      const index = context.indexOf(column);
      const unitIndex = context.indexOf(unitColumn);
      const limit = limitFor(context);
      return (values, issues) => {
        const unitText = writtenUnit(values[unitIndex] ?? '');
        const unknown = isUnknownUnit(unitText);
        if (unknown) issues.add('code_unknown', unitColumn, null);
        const text = values[index];
        if (!text) return null;
        const read = (figure: string) => readMoney(figure, { unit, unitText, limit });
        if (unknown && read(text).rules.includes('money_unit_missing')) return null;
        return readAndReport(read, text, column, issues);
      };
    },
  };
}

/**
 * The figure counts; the capital numerals beside it count only where the figure is empty. Where both are there and
 * differ, an issue on the words says so.
 */
export function amountOrWords<C extends string>(figure: C, words: C, unit: Unit): FieldRule<C> {
  return {
    columns: [figure, words],
    reading: {
      zh: `金额（${unit}），小写为空时取大写`,
      en: `amount in ${unit}, or in words where the figure is empty`,
    },
    unit,
    compile(context) {
      const figureIndex = context.indexOf(figure);
      const wordsIndex = context.indexOf(words);
      const limit = limitFor(context);
      const read = (text: string) => readMoney(text, { unit, limit });
      const readWords = (text: string) => readMoney(text, { unit: '元', limit });
      return (values, issues) => {
        const figureText = values[figureIndex] ?? '';
        const wordsText = values[wordsIndex] ?? '';
        const amount = figureText === '' ? null : readAndReport(read, figureText, figure, issues);
        // A figure that is refused on its own account needs no second opinion.
        if (issues.blocking) return amount;
        if (wordsText === '') return amount;
        if (amount === null) return readAndReport(readWords, wordsText, words, issues);
        const inWords = readCapitalAmount(wordsText);
        if (inWords !== null && compareAmounts(inWords, amount) !== 0) {
          issues.add('amount_words_differ', words, amount, { detail: `${inWords} ≠ ${amount}` });
        }
        return amount;
      };
    },
  };
}
