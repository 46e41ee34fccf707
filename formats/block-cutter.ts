/** Cuts the bytes of a text file into blocks of whole lines and decodes them, strictly where the bytes allow it. */
import type { TextDecoder } from 'node:util';
import {
  endOfLastLine,
  endOfLine,
  findByteOrderMark,
  findInvalidByte,
  lenientDecoder,
  strictDecoder,
  type Encoding,
} from './encoding.ts';
import { FormatError, type Fault } from './format-error.ts';

export interface InvalidLine {
  /** Physical line in the file, counted from 1. */
  readonly line: number;
  /** Offset of the first invalid byte in the file, counted from 0. */
  readonly offset: number;
  /** The offending bytes in hexadecimal, four at the most. */
  readonly bytes: string;
}

export interface TextBlock {
  /** Whole lines with their line feeds; only the last block of a file may lack the last one. */
  readonly text: string;
  /** Lines of this block whose bytes are not of the encoding; decoded with U+FFFD in `text`. */
  readonly invalid: readonly InvalidLine[];
}

const BLOCK_BYTES = 64 * 1024;
/** A "line" beyond this is no text file: memory stays bounded whatever is delivered. */
const LONGEST_LINE = 64 * 1024 * 1024;
const LONGEST_MARK = 4;

const NO_LINES: Fault = {
  rule: 'file_not_text',
  zh: '超过64MB没有换行，不是文本文件',
  en: 'no line end within 64 MB: not a text file',
  next: { zh: '核对文件是否为文本、编码是否正确。', en: 'Check that it is text, and its encoding.' },
};

export class BlockCutter {
  private encoding: Encoding;
  private strict: TextDecoder;
  private pending: Uint8Array[] = [];
  private pendingBytes = 0;
  private wanted = BLOCK_BYTES;
  private offset = 0;
  private line = 1;
  private started = false;

  constructor(encoding: Encoding) {
    this.encoding = encoding;
    this.strict = strictDecoder(encoding);
  }

  add(chunk: Uint8Array): TextBlock | undefined {
    this.pending.push(chunk);
    this.pendingBytes += chunk.length;
    if (this.pendingBytes < this.wanted) return undefined;
    const bytes = this.takePending();
    const cut = endOfLastLine(bytes, this.encoding);
    if (cut < bytes.length) this.keep(bytes.subarray(cut));
    // A line longer than a block: wait for twice as much, so that the search for its end stays linear.
    this.wanted = cut === 0 ? this.pendingBytes * 2 : BLOCK_BYTES;
    if (this.pendingBytes > LONGEST_LINE) throw new FormatError(NO_LINES);
    return cut === 0 ? undefined : this.decode(bytes.subarray(0, cut));
  }

  finish(): TextBlock | undefined {
    const bytes = this.takePending();
    return bytes.length === 0 ? undefined : this.decode(bytes);
  }

  private keep(rest: Buffer): void {
    this.pending = [rest];
    this.pendingBytes = rest.length;
  }

  private takePending(): Buffer {
    const bytes = this.pending.length === 1 ? toBuffer(this.pending[0]) : Buffer.concat(this.pending);
    this.pending = [];
    this.pendingBytes = 0;
    return this.started ? bytes : this.start(bytes);
  }

  private start(bytes: Buffer): Buffer {
    this.started = true;
    const mark = findByteOrderMark(bytes.subarray(0, LONGEST_MARK));
    if (!mark) return bytes;
    this.encoding = mark.encoding;
    this.strict = strictDecoder(mark.encoding);
    this.offset = mark.length;
    return bytes.subarray(mark.length);
  }

  private decode(bytes: Buffer): TextBlock {
    const block = this.decodeWhole(bytes) ?? this.decodeByLine(bytes);
    this.offset += bytes.length;
    this.line += countLineFeeds(block.text);
    return block;
  }

  private decodeWhole(bytes: Buffer): TextBlock | undefined {
    const text = tryDecode(this.strict, bytes);
    return text === undefined ? undefined : { text, invalid: [] };
  }

  private decodeByLine(bytes: Buffer): TextBlock {
    const invalid: InvalidLine[] = [];
    const lenient = lenientDecoder(this.encoding);
    const lines: string[] = [];
    for (let from = 0; from < bytes.length;) {
      const to = endOfLine(bytes, from, this.encoding);
      const content = bytes.subarray(from, to);
      const text = tryDecode(this.strict, content);
      if (text === undefined) invalid.push(this.locate(content, from, this.line + lines.length));
      lines.push(text ?? lenient.decode(content));
      from = to;
    }
    return { text: lines.join(''), invalid };
  }

  private locate(content: Buffer, from: number, line: number): InvalidLine {
    const at = findInvalidByte(content, this.encoding);
    const start = Math.max(0, at - 1);
    return { line, offset: this.offset + from + start, bytes: content.subarray(start, start + 4).toString('hex') };
  }
}

function tryDecode(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function toBuffer(bytes: Uint8Array | undefined): Buffer {
  if (bytes === undefined) return Buffer.alloc(0);
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function countLineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
