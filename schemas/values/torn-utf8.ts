/** A walk over bytes that should be the UTF-8 of Chinese, with gaps where bytes were lost. */

/** Stands for a character whose bytes are gone; no byte of UTF-8 or GBK has this value. */
export const LOST = 0x100;
const CONTINUATION = 1;
const LEAD = 2;

/** What a byte ≥ 0x80 can be in the UTF-8 of Chinese and Tibetan text and its punctuation. */
const ROLES = new Uint8Array(0x101);
ROLES.fill(CONTINUATION, 0x80, 0xc0);
for (const lead of [0xc2, 0xc3, 0xe0, 0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xef]) ROLES[lead] = LEAD;

/** Whether a byte ≥ 0x80 can occur in that UTF-8 at all. */
export function canBeUtf8(byte: number): boolean {
  return (ROLES[byte] ?? 0) > 0;
}

export interface Survey {
  /** Complete sequences of a lead and its continuations. */
  whole: number;
  /** Bytes outside complete sequences that a loss beside them explains. */
  torn: number;
  /** Bytes that fit nowhere. */
  stray: number;
  lost: number;
}

function sequenceLength(lead: number): number {
  return lead < 0xe0 ? 2 : 3;
}

/** Walks the bytes as UTF-8. Beside a LOST mark and at the end of the text a sequence may be incomplete. */
export function survey(bytes: readonly number[]): Survey {
  const found: Survey = { whole: 0, torn: 0, stray: 0, lost: 0 };
  let afterLoss = false;
  let i = 0;
  while (i < bytes.length) {
    const byte = bytes[i] ?? 0;
    if (byte === LOST) {
      found.lost++;
      afterLoss = true;
      i++;
      continue;
    }
    if (byte < 0x80) {
      afterLoss = false;
      i++;
      continue;
    }
    const needed = ROLES[byte] === LEAD ? sequenceLength(byte) : 1;
    let have = 1;
    while (have < needed && ROLES[bytes[i + have] ?? 0] === CONTINUATION) have++;
    const next = bytes[i + have];
    if (ROLES[byte] === LEAD && have === needed) found.whole++;
    else if (afterLoss && ROLES[byte] === CONTINUATION) found.torn++;
    else if (ROLES[byte] === LEAD && (next === LOST || next === undefined)) found.torn += have;
    else found.stray += have;
    // After a loss up to two continuation bytes may lead nowhere; a lead byte sets the walk right again.
    afterLoss = afterLoss && ROLES[byte] === CONTINUATION;
    i += have;
  }
  return found;
}

const DECODER = new TextDecoder('utf-8', { fatal: true });

export function decode(bytes: readonly number[]): string | null {
  try {
    return DECODER.decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

/** The complete sequences of a damaged text, decoded. */
export function decodeWhole(bytes: readonly number[]): string {
  const kept: number[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === LOST || byte < 0x80 || ROLES[byte] !== LEAD) continue;
    const sequence = bytes.slice(i, i + sequenceLength(byte));
    const isWhole = sequence.length === sequenceLength(byte);
    if (isWhole && sequence.every((part, at) => at === 0 || ROLES[part] === CONTINUATION)) kept.push(...sequence);
  }
  return decode(kept) ?? '';
}
