/** Field rules made from the readers of `schemas/`: text in, value out, findings to the issue list. */
import type { Wording } from '../../core/language.ts';
import type { FieldValue } from '../../schemas/field.ts';
import type { Reading } from '../../schemas/reading.ts';
import type { IssueList } from '../issues.ts';
import type { Evaluate, FieldRule } from '../mapping.ts';

export type Reader<T extends FieldValue> = (text: string) => Reading<T>;

/** Mojibake that could not be undone keeps its text: then the value is loaded as delivered, not repaired. */
function report(reading: Reading<FieldValue>, text: string, column: string, issues: IssueList): void {
  for (const rule of reading.rules) {
    const kept = rule === 'mojibake' && typeof reading.value === 'string' && text.includes(reading.value.slice(0, 4));
    issues.add(rule, column, reading.value, kept ? { disposition: 'loaded' } : {});
  }
}

/** Reads a text and reports; the usual clean text costs one call. */
export function readAndReport<T extends FieldValue>(
  read: Reader<T>,
  text: string,
  column: string,
  issues: IssueList,
): T | null {
  const reading = read(text);
  if (reading.rules.length > 0) report(reading, text, column, issues);
  return reading.value;
}

function checkLength(value: FieldValue, limit: number | null, column: string, issues: IssueList): void {
  if (limit === null || typeof value !== 'string' || value.length <= limit) return;
  // Mojibake is longer than what was written: its length says nothing about the record.
  if (issues.all.some((issue) => issue.rule === 'mojibake' && issue.column === column)) return;
  if (Array.from(value).length > limit) issues.add('overlong', column, value, { detail: `> ${limit}` });
}

/** A rule that takes one column. */
export function oneColumn<C extends string, T extends FieldValue>(
  column: C,
  reading: Wording,
  read: Reader<T>,
): FieldRule<C> {
  return {
    columns: [column],
    reading,
    compile({ indexOf, maxLength }): Evaluate {
      const index = indexOf(column);
      return (values, issues) => {
        const text = values[index];
        if (text === null || text === undefined || text === '') return null;
        const value = readAndReport(read, text, column, issues);
        checkLength(value, maxLength, column, issues);
        return value;
      };
    },
  };
}

/** Remembers the last text: one column often feeds several fields of one record. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  let lastText: string | undefined;
  let last: T;
  return (text) => {
    if (text !== lastText) {
      last = read(text);
      lastText = text;
    }
    return last;
  };
}
