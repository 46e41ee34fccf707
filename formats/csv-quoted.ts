/** Scans one CSV record that has quotes: the careful path beside the native split of plain lines. */

export interface QuotedRecord {
  readonly fields: (string | null)[];
  /** Offset behind the record and its line feed. */
  readonly end: number;
  /** What is wrong with the quoting. */
  readonly fault?: string;
}

export interface QuotedScan {
  readonly text: string;
  readonly at: number;
  /** Nothing follows the text. */
  readonly final: boolean;
  readonly delimiter: string;
  readonly nullText: string | undefined;
}

/** The record goes on behind the text. */
export const UNFINISHED = Symbol('unfinished');

/** No field of a hand-over file is longer: a quote open beyond this was never meant to be one. */
const LONGEST_FIELD = 4 * 1024 * 1024;
const QUOTE = 34;

interface Field {
  readonly value: string | null;
  readonly end: number;
  readonly fault?: string;
}

export function scanQuoted(scan: QuotedScan): QuotedRecord | typeof UNFINISHED {
  const { text, delimiter } = scan;
  const fields: (string | null)[] = [];
  let fault: string | undefined;
  for (let at = scan.at; ;) {
    const field = text.charCodeAt(at) === QUOTE ? scanQuotedField(scan, at) : scanPlainField(scan, at);
    if (field === UNFINISHED) return UNFINISHED;
    fields.push(field.value);
    fault ??= field.fault;
    if (text[field.end] === delimiter) {
      at = field.end + 1;
      continue;
    }
    const end = endOfRecord(text, field.end);
    return fault === undefined ? { fields, end } : { fields, end, fault };
  }
}

function scanPlainField({ text, final, delimiter, nullText }: QuotedScan, at: number): Field | typeof UNFINISHED {
  const lineFeed = text.indexOf('\n', at);
  if (lineFeed < 0 && !final) return UNFINISHED;
  const end = endOfPlain(text, at, { delimiter, lineFeed });
  const value = text.slice(at, end);
  return { value: value === nullText ? null : value, end };
}

/** An unquoted field ends at the delimiter or the end of the line, CR LF being one line end. */
function endOfPlain(
  text: string,
  at: number,
  { delimiter, lineFeed }: { delimiter: string; lineFeed: number },
): number {
  const stop = text.indexOf(delimiter, at);
  const lineEnd = lineFeed < 0 ? text.length : lineFeed;
  if (stop >= 0 && stop < lineEnd) return stop;
  return lineFeed > at && text[lineFeed - 1] === '\r' ? lineFeed - 1 : lineEnd;
}

function scanQuotedField(scan: QuotedScan, at: number): Field | typeof UNFINISHED {
  const { text } = scan;
  let value = '';
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if ((quote < 0 ? text.length : quote) - at > LONGEST_FIELD) return unclosed(text, at);
    if (quote < 0) return scan.final ? unclosed(text, at) : UNFINISHED;
    value += text.slice(from, quote);
    if (text.charCodeAt(quote + 1) !== QUOTE) return closeField(scan, quote + 1, value);
    value += '"';
    from = quote + 2;
  }
}

function closeField(scan: QuotedScan, at: number, value: string): Field | typeof UNFINISHED {
  const { text, delimiter } = scan;
  if (at >= text.length || text[at] === delimiter || endOfRecord(text, at) > at) return { value, end: at };
  const rest = scanPlainField({ ...scan, nullText: undefined }, at);
  if (rest === UNFINISHED) return UNFINISHED;
  return { value: value + (rest.value ?? ''), end: rest.end, fault: '引号之后还有文字' };
}

function unclosed(text: string, at: number): Field {
  return { value: text.slice(at + 1), end: text.length, fault: '引号未闭合' };
}

/** Offset behind the line end at `at`; `at` itself where there is none. */
function endOfRecord(text: string, at: number): number {
  if (text[at] === '\n') return at + 1;
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at;
}
