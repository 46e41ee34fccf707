/**
 * Bytes that are not of the encoding, marked in the text itself. The mark is made of lone surrogates, which no decoder
 * gives: it survives whatever is done with the text, and nothing in it looks like markup.
 */

const BEGIN = '\uDFFE';
const MARK = /\uDFFE(\d+):([0-9a-f]*)\uDFFF/g;

export interface InvalidBytes {
  /** Offset of the first invalid byte in the file, counted from 0. */
  readonly offset: number;
  /** In hexadecimal, four at the most. */
  readonly bytes: string;
}

/** @param text decoded leniently: what could not be decoded reads U+FFFD. */
export function markDamage(text: string, { offset, bytes }: InvalidBytes): string {
  return text.replace('\uFFFD', () => `${BEGIN}${offset}:${bytes}\uDFFF`);
}

export function isDamaged(text: string): boolean {
  return text.includes(BEGIN);
}

/** The text with U+FFFD for each mark, and what the first one says. */
export function takeDamage(text: string): { readonly text: string; readonly damage: InvalidBytes | undefined } {
  let damage: InvalidBytes | undefined;
  const clean = text.replaceAll(MARK, (_, offset: string, bytes: string) => {
    damage ??= { offset: Number(offset), bytes };
    return '\uFFFD';
  });
  return { text: clean, damage };
}
