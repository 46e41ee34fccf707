/** Amounts: exact decimals in 元. */
import { compareAmounts, readCapitalAmount, readMoney } from '../../schemas/values/money.ts';
import type { FieldRule } from '../mapping.ts';
import { oneColumn, readAndReport } from './read.ts';

export type Unit = '元' | '万元' | '亿元';

export function money<C extends string>(column: C, unit: Unit): FieldRule<C> {
  return oneColumn(column, `amount in ${unit}`, (text) => readMoney(text, { unit }));
}

/**
 * The figure counts; the capital numerals beside it count only where the figure is empty. Where both are there and
 * differ, an issue on the words says so.
 */
export function amountOrWords<C extends string>(figure: C, words: C, unit: Unit): FieldRule<C> {
  return {
    columns: [figure, words],
    reading: `amount in ${unit}, or in words where the figure is empty`,
    compile({ indexOf }) {
      const figureIndex = indexOf(figure);
      const wordsIndex = indexOf(words);
      const read = (text: string) => readMoney(text, { unit });
      return (values, issues) => {
        const figureText = values[figureIndex] ?? '';
        const wordsText = values[wordsIndex] ?? '';
        const amount = figureText === '' ? null : readAndReport(read, figureText, figure, issues);
        if (wordsText === '') return amount;
        if (amount === null) return readAndReport((text) => readMoney(text, { unit: '元' }), wordsText, words, issues);
        const inWords = readCapitalAmount(wordsText);
        if (inWords !== null && compareAmounts(inWords, amount) !== 0) {
          issues.add('amount_words_differ', words, amount, { detail: `${inWords} ≠ ${amount}` });
        }
        return amount;
      };
    },
  };
}
