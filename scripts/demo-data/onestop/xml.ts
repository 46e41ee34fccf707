/** Writes the drop folder of the one-stop centre: GBK-declared XML packages of at most 500 records. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeGb18030 } from '../forms/gb18030-encode.ts';
import { elementsOf } from './streams.ts';
import { textOf, type Row } from '../types.ts';

const RECORDS_PER_FILE = 500;
const DAY = '20201130';
const HEAD = '<?xml version="1.0" encoding="GBK"?>\r\n<body>\r\n';
const HEAD_LINES = 2;
const TAIL = '</body>\r\n';

type Tables = Readonly<Record<string, readonly Row[]>>;

function fileName(stream: string, number: number): string {
  return `${stream}_${DAY}_${String(number).padStart(3, '0')}.xml`;
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** "No value" has three faces: no element, an empty one, and the word null. Which one depends on the place alone. */
function emptyElement(column: string, place: number): string {
  return ['', '', `<${column}/>`, `<${column}></${column}>`, `<${column}>null</${column}>`][place % 5] ?? '';
}

function recordText(row: Row, index: number): string {
  const elements = elementsOf(row.stream).map((column, place) => {
    // A bare deletion has its key and its flag, and no other element.
    if (!(column in row.cells)) return '';
    const text = textOf(row, column);
    return text === '' ? emptyElement(column, index + place) : `<${column}>${escapeMarkup(text)}</${column}>`;
  });
  return `<data>${elements.join('')}</data>\r\n`;
}

function* packagesOf(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += RECORDS_PER_FILE) yield rows.slice(from, from + RECORDS_PER_FILE);
}

export async function writeOnestop(directory: string, tables: Tables): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const [stream, rows] of Object.entries(tables)) {
    let number = 0;
    for (const records of packagesOf(rows)) {
      number += 1;
      const body = records.map((row, index) => recordText(row, index)).join('');
      await writeFile(join(directory, fileName(stream, number)), encodeGb18030(`${HEAD}${body}${TAIL}`));
    }
  }
}

/** `TZXM_20201130_001.xml:3` for every row: the line on which its record begins. */
export function onestopPositions(stream: string, rows: readonly Row[]): Map<Row, string> {
  const positions = new Map<Row, string>();
  let number = 0;
  for (const records of packagesOf(rows)) {
    number += 1;
    let line = HEAD_LINES + 1;
    for (const [index, row] of records.entries()) {
      positions.set(row, `${fileName(stream, number)}:${line}`);
      line += recordText(row, index).split('\n').length - 1;
    }
  }
  return positions;
}
