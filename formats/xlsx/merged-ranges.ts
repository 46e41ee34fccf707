/**
 * Merged ranges stand behind the data in a sheet's XML, but reading the data needs them: a first pass over the bytes
 * looks for the end of the data only, without decoding or scanning what comes before.
 */
import { attribute } from '../xml/attributes.ts';
import { parseRange, type CellRange } from './address.ts';
import { PartDecoder, partScanner } from './part-text.ts';

const END_OF_DATA = 'sheetData';
/** Longest text around the word that tells the closing tag: `</` and a namespace prefix. */
const OVERLAP = 64;
const CLOSING = /<\/(?:[\w.-]+:)?$/;

export async function readMergedRanges(chunks: AsyncIterable<Buffer>): Promise<CellRange[]> {
  const ranges: CellRange[] = [];
  const scanner = partScanner({
    open(name, attributes) {
      const range = name === 'mergeCell' ? parseRange(attribute(attributes, 'ref') ?? '') : undefined;
      if (range) ranges.push(range);
    },
    close() {},
  });
  const decoder = new PartDecoder();
  for await (const chunk of tail(chunks)) scanner.write(decoder.decode(chunk));
  return ranges;
}

/** What follows the closing tag of the data; everything, where the text is not UTF-8 and cannot be searched as bytes. */
async function* tail(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let found: boolean | undefined;
  let overlap: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    found ??= chunk[0] === 0xff || chunk[0] === 0xfe;
    if (found) {
      yield chunk;
      continue;
    }
    const bytes = overlap.length > 0 ? Buffer.concat([overlap, chunk]) : chunk;
    const end = endOfData(bytes);
    found = end >= 0;
    if (found) yield bytes.subarray(end);
    overlap = bytes.subarray(Math.max(0, bytes.length - OVERLAP));
  }
}

function endOfData(bytes: Buffer): number {
  for (let at = bytes.indexOf(END_OF_DATA); at >= 0; at = bytes.indexOf(END_OF_DATA, at + 1)) {
    if (CLOSING.test(bytes.toString('latin1', Math.max(0, at - OVERLAP / 2), at))) return at + END_OF_DATA.length;
  }
  return -1;
}
