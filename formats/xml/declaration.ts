/** The encoding of an XML file, from its byte order mark or its declaration. */
import { findByteOrderMark, type Encoding } from '../encoding.ts';
import { FormatError } from '../format-error.ts';
import { BAD_DECLARATION, otherEncoding } from './faults.ts';

export interface XmlEncoding {
  readonly encoding: Encoding;
  /** Length of the byte order mark. */
  readonly skip: number;
}

/** A declaration and the mark before it are shorter than this. */
export const HEAD_BYTES = 256;

/** GBK and GB2312 are parts of GB18030, and programs that declare them write more than they hold. */
const ENCODINGS: ReadonlyMap<string, Encoding> = new Map([
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['gb18030', 'gb18030'],
  ['utf-8', 'utf-8'],
]);

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d\1(?:\s+encoding\s*=\s*(["'])([A-Za-z][\w.-]*)\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\4)?\s*\?>/;

/** A mark overrules the declaration; without either it is UTF-8. Throws FormatError for encodings that are not read. */
export function findXmlEncoding(head: Buffer): XmlEncoding {
  const mark = findByteOrderMark(head);
  if (mark) return { encoding: mark.encoding, skip: mark.length };
  const start = head.toString('hex', 0, 2);
  if (start === '3c00') return { encoding: 'utf-16le', skip: 0 };
  if (start === 'feff' || start === '003c') throw new FormatError(otherEncoding('UTF-16BE'));
  return { encoding: declaredEncoding(head.toString('latin1', 0, HEAD_BYTES)), skip: 0 };
}

function declaredEncoding(head: string): Encoding {
  if (!/^<\?xml\s/.test(head)) return 'utf-8';
  const found = DECLARATION.exec(head);
  if (!found) throw new FormatError(BAD_DECLARATION);
  const label = found[3] ?? 'utf-8';
  const encoding = ENCODINGS.get(label.toLowerCase());
  if (encoding === undefined) throw new FormatError(otherEncoding(label));
  return encoding;
}
