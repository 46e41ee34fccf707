/** Where tags begin in the bytes of an XML file. */
import type { Encoding } from '../encoding.ts';

export const TAG = 0x3c;

/** Offset of the last tag, 0 when there is none behind the first byte. */
export function lastTag(bytes: Buffer, encoding: Encoding | undefined): number {
  if (encoding !== 'utf-16le') return Math.max(0, bytes.lastIndexOf(TAG));
  for (let at = bytes.length - (bytes.length % 2) - 2; at > 0; at -= 2) {
    if (bytes[at] === TAG && bytes[at + 1] === 0) return at;
  }
  return 0;
}

/** Offset of the first tag behind `from`; the end of the bytes where there is none. */
export function nextTag(bytes: Buffer, from: number, encoding: Encoding | undefined): number {
  if (encoding !== 'utf-16le') {
    const at = bytes.indexOf(TAG, from + 1);
    return at < 0 ? bytes.length : at;
  }
  for (let at = from + 2; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === TAG && bytes[at + 1] === 0) return at;
  }
  return bytes.length;
}
