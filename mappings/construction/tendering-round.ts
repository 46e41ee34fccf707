/** A section that is tendered again gets a new row: the number of the first with `-2`, `-3` behind it. */
import { clean, noValue } from '../../schemas/reading.ts';
import { readText } from '../../schemas/values/text.ts';
import type { FieldRule } from '../mapping.ts';
import { oneColumn } from '../take/read.ts';

const SUFFIX = /[^-－]\s*[-－]\s*([2-9２-９])$/;
const READING = { zh: '标段编号后缀表示的招标次数，无后缀为首次', en: 'round in the suffix of the number, 1 without' };

/** @param column the number of the section. */
export function tenderingRound<C extends string>(column: C): FieldRule<C> {
  return oneColumn(column, READING, (text) => {
    const number = readText(text).value;
    if (number === null) return noValue();
    return clean((SUFFIX.exec(number)?.[1] ?? '1').normalize('NFKC'));
  });
}
