/**
 * Cuts the bytes of an XML file in front of tags and decodes them. A `<` is never part of a longer character, neither in
 * GB18030 nor in UTF-8, so half a character never spoils more than the text up to the next tag. The one thing it can
 * swallow is the first bracket of `]]>`: GB18030 has two-byte characters that end in 5D.
 */
import { createHash, type Hash } from 'node:crypto';
import type { TextDecoder } from 'node:util';
import { findInvalidByte, lenientDecoder, strictDecoder, type Encoding } from '../encoding.ts';
import { FormatError } from '../format-error.ts';
import type { Digest } from '../gb18030.ts';
import { markDamage } from './damage.ts';
import { findXmlEncoding, HEAD_BYTES } from './declaration.ts';
import { LONGEST_RECORD, TOO_LONG } from './faults.ts';
import { lastTag, nextTag, TAG } from './tag-bytes.ts';

const BLOCK_BYTES = 64 * 1024;
const CDATA_END = ']]>';

/** Yields decoded text that begins with a tag, in the order of the file. Memory: one block, or one longer text. */
export async function* readXmlText(
  source: AsyncIterable<Uint8Array>,
  digest?: Digest,
): AsyncGenerator<string, void, undefined> {
  const cutter = new XmlBlockCutter();
  const hash = digest && createHash('sha256');
  for await (const chunk of source) {
    measure(chunk, digest, hash);
    const block = cutter.add(chunk);
    if (block !== undefined) yield block;
  }
  if (digest && hash) digest.sha256 = hash.digest('hex');
  yield cutter.finish();
}

function measure(chunk: Uint8Array, digest: Digest | undefined, hash: Hash | undefined): void {
  hash?.update(chunk);
  if (digest) digest.bytes += chunk.length;
}

class XmlBlockCutter {
  private encoding: Encoding | undefined;
  private strict: TextDecoder = strictDecoder('utf-8');
  private pending: Uint8Array[] = [];
  private pendingBytes = 0;
  private wanted = BLOCK_BYTES;
  private offset = 0;

  add(chunk: Uint8Array): string | undefined {
    this.pending.push(chunk);
    this.pendingBytes += chunk.length;
    if (this.pendingBytes < this.wanted) return undefined;
    const bytes = this.takePending();
    const cut = lastTag(bytes, this.encoding);
    this.pending = [bytes.subarray(cut)];
    this.pendingBytes = bytes.length - cut;
    // A text longer than a block: wait for twice as much, so that the search for its end stays linear.
    this.wanted = cut === 0 ? this.pendingBytes * 2 : BLOCK_BYTES;
    if (this.pendingBytes > LONGEST_RECORD) throw new FormatError(TOO_LONG);
    return cut === 0 ? undefined : this.decode(bytes.subarray(0, cut));
  }

  finish(): string {
    return this.decode(this.takePending());
  }

  private takePending(): Buffer {
    const bytes = Buffer.concat(this.pending);
    this.pending = [];
    if (this.encoding !== undefined) return bytes;
    const { encoding, skip } = findXmlEncoding(bytes.subarray(0, HEAD_BYTES));
    this.encoding = encoding;
    this.strict = strictDecoder(encoding);
    this.offset = skip;
    return bytes.subarray(skip);
  }

  private decode(bytes: Buffer): string {
    const whole = this.decodeWhole(bytes);
    const text = whole ?? this.decodeByTag(bytes);
    this.offset += bytes.length;
    return text;
  }

  private decodeWhole(bytes: Buffer): string | undefined {
    try {
      const text = this.strict.decode(bytes);
      return this.encoding === 'gb18030' && swallowsEnd(bytes, text) ? undefined : text;
    } catch {
      return undefined;
    }
  }

  private decodeByTag(bytes: Buffer): string {
    const texts: string[] = [];
    for (let from = 0; from < bytes.length;) {
      const to = nextTag(bytes, from, this.encoding);
      const piece = bytes.subarray(from, to);
      texts.push(this.decodeWhole(piece) ?? this.decodeDamaged(piece, from));
      from = to;
    }
    return texts.join('');
  }

  /** The end of a CDATA section stands as it is in the bytes, whatever precedes it. */
  private decodeDamaged(piece: Buffer, from: number): string {
    const end = this.encoding === 'gb18030' ? piece.indexOf(CDATA_END) : -1;
    if (end < 0) return this.decodeLenient(piece, from);
    const behind = end + CDATA_END.length;
    const rest = piece.subarray(behind);
    const before = this.decodeLenient(piece.subarray(0, end), from);
    return `${before}${CDATA_END}${this.decodeWhole(rest) ?? this.decodeDamaged(rest, from + behind)}`;
  }

  private decodeLenient(bytes: Buffer, from: number): string {
    const strict = this.decodeWhole(bytes);
    if (strict !== undefined) return strict;
    const encoding = this.encoding ?? 'utf-8';
    const at = Math.max(0, findInvalidByte(bytes, encoding) - 1);
    const found = { offset: this.offset + from + at, bytes: bytes.toString('hex', at, at + 4) };
    return markDamage(decodeBeforeTag(bytes, encoding), found);
  }
}

/** Followed by the tag that did follow: without it a digit behind half a character would count as part of it. */
function decodeBeforeTag(bytes: Buffer, encoding: Encoding): string {
  const decoder = lenientDecoder(encoding);
  if (encoding === 'utf-16le') return decoder.decode(bytes);
  return decoder.decode(Buffer.concat([bytes, Buffer.of(TAG)])).slice(0, -1);
}

function swallowsEnd(bytes: Buffer, text: string): boolean {
  return bytes.includes(CDATA_END) && countEnds(bytes.toString('latin1')) !== countEnds(text);
}

function countEnds(text: string): number {
  return text.split(CDATA_END).length;
}
