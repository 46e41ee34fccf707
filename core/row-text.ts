/**
 * A row as one line of text, in the form PostgreSQL's COPY reads: tabs between values, `\N` for null, special characters
 * escaped. Made once per row and used twice: it is what is hashed, and what is written. No two rows share a text, except
 * that NUL, which PostgreSQL cannot hold, reads as its visible symbol. Source: PostgreSQL documentation, COPY.
 */

export type RowValue = string | number | boolean | null;

const SPECIAL = /[\\\t\n\r\0]/;
const EVERY_SPECIAL = /[\\\t\n\r\0]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\u2400',
};

function escapeText(value: string): string {
  return SPECIAL.test(value) ? value.replaceAll(EVERY_SPECIAL, (character) => ESCAPES[character] ?? '') : value;
}

const ESCAPED = /\\(.)/g;
const MEANINGS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };

/** The texts of a line that `rowText` wrote; booleans and numbers as it wrote them. */
export function textsOfRow(line: string): (string | null)[] {
  const fields: (string | null)[] = line.split('\t');
  if (!line.includes('\\')) return fields;
  return fields.map((field) => {
    if (field === null || field === '\\N') return null;
    return field.includes('\\')
      ? field.replace(ESCAPED, (_, character: string) => MEANINGS[character] ?? character)
      : field;
  });
}

export function rowText(values: readonly RowValue[]): string {
  let line = '';
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place];
    if (place > 0) line += '\t';
    if (value === null || value === undefined) line += '\\N';
    else if (typeof value === 'string') line += escapeText(value);
    else line += value === true ? 't' : value === false ? 'f' : String(value);
  }
  return line;
}
