/** Character references: `&amp;`, `&#20013;`, `&#x4E2D;`. Nothing else is ever expanded. */
import { FormatError } from '../format-error.ts';
import { BAD_REFERENCE } from './faults.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g;
const REFERENCE_OR_AMPERSAND = /&(?:(?:#x([0-9a-fA-F]+)|#(\d+)|(amp|lt|gt|quot|apos));)?/g;

/** Resolves what is known and leaves the rest as it stands. */
export function resolveReferences(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export interface ResolvedText {
  readonly text: string;
  /** The first reference to a character that XML 1.0 does not allow; it reads U+FFFD in `text`. */
  readonly forbidden?: string;
}

/** Resolves every reference. Throws FormatError on an unknown entity and on a bare ampersand. */
export function resolveStrictly(raw: string): ResolvedText {
  let forbidden: string | undefined;
  const text = raw.replace(REFERENCE_OR_AMPERSAND, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    if (whole === '&') throw new FormatError(BAD_REFERENCE);
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (isCharacter(code)) return String.fromCodePoint(code);
    forbidden ??= whole.slice(0, 12);
    return '\uFFFD';
  });
  return forbidden === undefined ? { text } : { text, forbidden };
}

/** Source: XML 1.0, production 2 (Char). */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** XML makes one line feed of every line end. */
export function normaliseLineEnds(raw: string): string {
  return raw.includes('\r') ? raw.replaceAll(/\r\n?/g, '\n') : raw;
}
