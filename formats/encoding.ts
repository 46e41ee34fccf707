/** Encodings a delivered text file can have, and how its bytes are cut into lines before they are decoded. */
import { TextDecoder } from 'node:util';

export const ENCODINGS = ['gb18030', 'utf-8', 'utf-16le'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const LF = 0x0a;

interface ByteOrderMark {
  readonly encoding: Encoding;
  readonly bytes: readonly number[];
}

const MARKS: readonly ByteOrderMark[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
];

/** The mark at the beginning of a file overrules what the settings say: it is part of the content. */
export function findByteOrderMark(head: Uint8Array): { encoding: Encoding; length: number } | undefined {
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  return mark && { encoding: mark.encoding, length: mark.bytes.length };
}

/**
 * `ignoreBOM` because blocks are decoded one by one: only the mark at the very beginning of the file is no data.
 * The label is never `gbk`: it refuses the four-byte characters of GB18030.
 */
export function strictDecoder(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
}

export function lenientDecoder(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding, { ignoreBOM: true });
}

/** Offset behind the last line feed, 0 when there is none. LF is never the trail byte of a GB18030 or UTF-8 character. */
export function endOfLastLine(bytes: Buffer, encoding: Encoding): number {
  if (encoding !== 'utf-16le') return bytes.lastIndexOf(LF) + 1;
  for (let at = bytes.length - (bytes.length % 2) - 2; at >= 0; at -= 2) {
    if (bytes[at] === LF && bytes[at + 1] === 0) return at + 2;
  }
  return 0;
}

/** Offset behind the line that begins at `from`; the end of the bytes for a line without a line feed. */
export function endOfLine(bytes: Buffer, from: number, encoding: Encoding): number {
  if (encoding !== 'utf-16le') {
    const at = bytes.indexOf(LF, from);
    return at < 0 ? bytes.length : at + 1;
  }
  for (let at = from; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === LF && bytes[at + 1] === 0) return at + 2;
  }
  return bytes.length;
}

/** Where the first byte sequence stands that the encoding does not know; the length when all are known. */
export function findInvalidByte(bytes: Buffer, encoding: Encoding): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // An incomplete character at the end of the prefix is no fault while streaming.
    if (decodes(bytes.subarray(0, middle), encoding)) good = middle;
    else bad = middle;
  }
  return good;
}

function decodes(bytes: Buffer, encoding: Encoding): boolean {
  try {
    strictDecoder(encoding).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
