/** Amounts: exact decimals in 元. */
import { compareAmounts, NATIONAL_AMOUNT_LIMIT, readCapitalAmount, readMoney } from '../../schemas/values/money.ts';
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
    reading: `amount in ${unit}`,
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

/**
 * The figure counts; the capital numerals beside it count only where the figure is empty. Where both are there and
 * differ, an issue on the words says so.
 */
export function amountOrWords<C extends string>(figure: C, words: C, unit: Unit): FieldRule<C> {
  return {
    columns: [figure, words],
    reading: `amount in ${unit}, or in words where the figure is empty`,
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
