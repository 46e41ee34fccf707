/** Code lists and how a field of codes is read: by code, by the text of a code, or through a lookup of known values. */
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { toHalfWidth } from './width.ts';

export interface CodeEntry {
  readonly zh: string;
}

export interface CodeList {
  readonly id: string;
  readonly label: string;
  readonly codes: ReadonlyMap<string, CodeEntry>;
  /** Text → code, for columns that hold the text instead. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where the table comes from: published, seen in use, or common knowledge that an operator should confirm. */
  readonly status: CodeListStatus;
}

export type CodeListStatus = 'source' | 'observed' | 'unverified';

/** @param codes code → Chinese text, as the standard or interface document prints them */
export function defineCodeList(
  id: string,
  label: string,
  codes: Readonly<Record<string, string>>,
  status: CodeListStatus = 'observed',
): CodeList {
  const entries = Object.entries(codes);
  return {
    id,
    label,
    codes: new Map(entries.map(([code, zh]) => [code, { zh }])),
    texts: new Map(entries.map(([code, zh]) => [zh, code])),
    status,
  };
}

/** A value of the lookup and nothing else: the system's own codes would be misread as codes of the list. */
export function readLookup(text: string, lookup: ReadonlyMap<string, string>): Reading<string> {
  const typed = toHalfWidth(text).trim();
  if (typed === '') return noValue();
  const code = lookup.get(text) ?? lookup.get(typed);
  return code === undefined ? found<string>(null, 'code_unknown') : clean(code);
}

/**
 * Code, text of a code, or a value of the lookup (source code → code of the list, asked first so that a system whose
 * codes mean something else is never read by accident). Anything else is `code_unknown` without value.
 */
export function readCode(list: CodeList, text: string, lookup?: ReadonlyMap<string, string>): Reading<string> {
  const mapped = lookup?.get(text);
  if (mapped !== undefined) return clean(mapped);
  if (list.codes.has(text)) return clean(text);
  const typed = toHalfWidth(text).trim();
  if (typed === '') return noValue();
  const code =
    lookup?.get(typed) ?? (list.codes.has(typed) ? typed : (list.texts.get(typed) ?? list.texts.get(text.trim())));
  return code === undefined ? found<string>(null, 'code_unknown') : clean(code);
}
