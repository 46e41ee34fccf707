/** A plain RFC 4180 reader for checks of generated files, with the line on which each record begins. */

export interface CsvRecord {
  readonly line: number;
  readonly values: string[];
}

const FIELD = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/gy;

export function parseCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  let current: CsvRecord = { line, values: [] };
  FIELD.lastIndex = 0;
  for (let match = FIELD.exec(text); match !== null; match = FIELD.exec(text)) {
    const [whole, raw = '', end] = match;
    current.values.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    line += whole.split('\n').length - 1;
    if (end === ',') continue;
    records.push(current);
    current = { line, values: [] };
    if (FIELD.lastIndex === text.length) break;
  }
  return records;
}
