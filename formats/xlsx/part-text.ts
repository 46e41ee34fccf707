/** From the bytes of a workbook's part to the callbacks of the scanner. */
import { TextDecoder } from 'node:util';
import { XmlScanner, type XmlHandler } from '../xml/scanner.ts';

const SAVE_ANEW = {
  zh: '请移交单位用 Excel 打开并另存后重新提供。',
  en: 'Ask for the workbook to be opened and saved anew in Excel.',
};

export function partScanner(handler: XmlHandler): XmlScanner {
  return new XmlScanner(handler, SAVE_ANEW);
}

/** Turns byte chunks into text without cutting a character in two. UTF-8 unless a mark says UTF-16. */
export class PartDecoder {
  private rest: Buffer = Buffer.alloc(0);
  private utf16: TextDecoder | undefined;
  private started = false;

  decode(chunk: Buffer): string {
    if (!this.started) this.start(chunk);
    if (this.utf16) return this.utf16.decode(chunk, { stream: true });
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    const cut = endOfCharacters(bytes);
    this.rest = bytes.subarray(cut);
    return bytes.toString('utf8', 0, cut);
  }

  private start(chunk: Buffer): void {
    this.started = true;
    if (chunk[0] === 0xff && chunk[1] === 0xfe) this.utf16 = new TextDecoder('utf-16le');
    if (chunk[0] === 0xfe && chunk[1] === 0xff) this.utf16 = new TextDecoder('utf-16be');
  }
}

/** Behind the last byte that ends a UTF-8 character for certain. */
function endOfCharacters(bytes: Buffer): number {
  const last = bytes.length - 1;
  for (let back = 0; back < 4 && back <= last; back += 1) {
    const byte = bytes[last - back] ?? 0;
    if (byte < 0x80) return bytes.length - back;
    // A lead byte: its character may go on in the next chunk.
    if (byte >= 0xc0) return last - back;
  }
  return bytes.length;
}

/** Scans a whole part. */
export async function scanXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const decoder = new PartDecoder();
  const scanner = partScanner(handler);
  for await (const chunk of chunks) scanner.write(decoder.decode(chunk));
}
