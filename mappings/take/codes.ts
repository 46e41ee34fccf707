/** Columns of codes: one code, a code beside its text, several codes in one column. */
import { clean, found, noValue, type Reading } from '../../schemas/reading.ts';
import { readCode, readLookup, type CodeList } from '../../schemas/values/codes.ts';
import { toHalfWidth } from '../../schemas/values/width.ts';
import type { FieldRule } from '../mapping.ts';
import { oneColumn } from './read.ts';

const SEPARATOR = /[;,、；，]/;

/** @param from source code → canonical code; codes that are equal need no entry. Cite the interface document there. */
export function oneCode<C extends string>(column: C, list: CodeList, from?: ReadonlyMap<string, string>): FieldRule<C> {
  const reading = { zh: `代码：${list.label}`, en: `code of ${list.label}` };
  const rule = oneColumn(column, reading, (text) => readCode(list, text, from));
  return { ...rule, codes: from ? { list, from } : { list } };
}

/** @param from every value the column may hold → canonical code; a code of the list that is typed there is unknown. */
export function lookup<C extends string>(column: C, list: CodeList, from: ReadonlyMap<string, string>): FieldRule<C> {
  const reading = { zh: `对照表：${list.label}`, en: `lookup of ${list.label}` };
  return { ...oneColumn(column, reading, (text) => readLookup(text, from)), codes: { list, from } };
}

export interface CodeBesideText<C extends string> {
  readonly code: C;
  readonly text: C;
  readonly list: CodeList;
  /** Source code → canonical code. */
  readonly from?: ReadonlyMap<string, string>;
  /** Source text → canonical code, where it is not the text of the list. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** The text was edited later and counts; the code decides only where the text says nothing known. Both are judged. */
export function codeByText<C extends string>({ code, text, list, from, texts }: CodeBesideText<C>): FieldRule<C> {
  return {
    columns: [code, text],
    reading: { zh: `代码：${list.label}，以旁列文字为准`, en: `code of ${list.label}, the text beside it counts` },
    codes: from ? { list, from } : { list },
    compile({ indexOf }) {
      const codeIndex = indexOf(code);
      const textIndex = indexOf(text);
      return (values, issues) => {
        const beside = values[textIndex] ?? '';
        const typed = values[codeIndex] ?? '';
        const said = readCode(list, beside, texts);
        const coded = readCode(list, typed, from);
        const value = said.value ?? coded.value;
        for (const rule of coded.rules) issues.add(rule, code, value);
        for (const rule of said.rules) issues.add(rule, text, value);
        return value;
      };
    },
  };
}

function readCodes(list: CodeList, text: string, from?: ReadonlyMap<string, string>): Reading<string> {
  const parts = toHalfWidth(text)
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter(Boolean);
  const readings = parts.map((part) => readCode(list, part, from));
  const known = [...new Set(readings.map(({ value }) => value).filter((value) => value !== null))];
  const value = known.length === 0 ? null : known.join(';');
  if (readings.some(({ rules }) => rules.length > 0)) return found(value, 'code_unknown');
  return value === null ? noValue() : clean(value);
}

/** Several codes in one column, in order and without repetition, joined by `;`. Unknown ones are left out with an issue. */
export function severalCodes<C extends string>(
  column: C,
  list: CodeList,
  from?: ReadonlyMap<string, string>,
): FieldRule<C> {
  const reading = { zh: `代码（多值）：${list.label}`, en: `codes of ${list.label}` };
  const rule = oneColumn(column, reading, (text) => readCodes(list, text, from));
  return { ...rule, codes: from ? { list, from } : { list } };
}

/** The first known one of several codes. What is wrong with the column is said by the field that takes them all. */
export function leadingCode<C extends string>(
  column: C,
  list: CodeList,
  from?: ReadonlyMap<string, string>,
): FieldRule<C> {
  const reading = { zh: `首个代码：${list.label}`, en: `first of the codes of ${list.label}` };
  const rule = oneColumn(column, reading, (text) => {
    const first = readCodes(list, text, from).value?.split(';')[0];
    return first === undefined ? noValue() : clean(first);
  });
  return { ...rule, codes: from ? { list, from } : { list } };
}
