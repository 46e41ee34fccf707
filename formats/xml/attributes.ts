/** Attributes in the raw text of a tag. */
import { FormatError } from '../format-error.ts';
import { BAD_ATTRIBUTES } from './faults.ts';
import { resolveReferences } from './references.ts';

const SPACE = 32;
const COLON = 58;
const ATTRIBUTE = /\s+([^\s=<>"'/&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

/** Every attribute with its full name and raw value. Throws FormatError where the tag is not well-formed. */
export function readAttributes(raw: string): Map<string, string> {
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  let end = 0;
  for (let found = ATTRIBUTE.exec(raw); found; found = ATTRIBUTE.exec(raw)) {
    const [, name = '', quoted, single] = found;
    if (attributes.has(name)) throw new FormatError(BAD_ATTRIBUTES);
    attributes.set(name, quoted ?? single ?? '');
    end = ATTRIBUTE.lastIndex;
  }
  if (raw.slice(end).trim() !== '') throw new FormatError(BAD_ATTRIBUTES);
  return attributes;
}

/** Calls `visit` with local name and raw value of each attribute, however the tag is written. */
export function eachAttribute(raw: string, visit: (name: string, value: string) => void): void {
  for (let at = 0; ;) {
    const equals = raw.indexOf('=', at);
    if (equals < 0) return;
    let open = equals + 1;
    while (raw.charCodeAt(open) <= SPACE) open += 1;
    const close = raw.indexOf(raw[open] ?? '"', open + 1);
    if (close < 0) return;
    visit(attributeName(raw, at, equals), raw.slice(open + 1, close));
    at = close + 1;
  }
}

function attributeName(raw: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (raw.charCodeAt(end - 1) <= SPACE) end -= 1;
  for (let at = from; at < end; at += 1) {
    const code = raw.charCodeAt(at);
    if (code <= SPACE || code === COLON) start = at + 1;
  }
  return raw.slice(start, end);
}

/** Value of an attribute by local name; the last one where prefixes make two. */
export function attribute(raw: string, wanted: string): string | undefined {
  let found: string | undefined;
  eachAttribute(raw, (name, value) => {
    if (name === wanted) found = resolveReferences(value);
  });
  return found;
}
