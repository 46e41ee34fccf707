/** Where things begin and end in the text of an XML document. */

const COLON = 58;

/** Offset of the next line feed; infinite where there is none. */
export function lineFeedFrom(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? Infinity : at;
}

/** Offset behind the next `mark`; negative where there is none. */
export function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** A quoted attribute value may hold a `>`; almost none does, so the first one is tried before counting quotes. */
export function tagEnd(text: string, from: number): number {
  let end = text.indexOf('>', from);
  while (end >= 0 && insideQuotes(text, from, end)) end = text.indexOf('>', end + 1);
  return end;
}

function insideQuotes(text: string, from: number, to: number): boolean {
  let quote = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (quote === 0 && (code === 34 || code === 39)) quote = code;
    else if (code === quote) quote = 0;
  }
  return quote !== 0;
}

/** Offset behind the name that begins at `from`. */
export function nameEnd(text: string, from: number, stop: number): number {
  let at = from;
  while (at < stop && text.charCodeAt(at) > 32) at += 1;
  return at;
}

/** The name without its namespace prefix. */
export function localName(text: string, from: number, to: number): string {
  for (let at = from; at < to; at += 1) {
    if (text.charCodeAt(at) === COLON) return text.slice(at + 1, to);
  }
  return text.slice(from, to);
}
