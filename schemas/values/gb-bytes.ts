/** Two-byte codes of GB18030 for UTF-16 units, the inverse of TextDecoder, which only decodes. */

const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;
const EURO = 0x20ac;

/**
 * Unit → (lead << 8 | trail), 0 where it has no two-byte code. User-defined codes are in it: they decode to the private
 * use area (0xAAA1 ↔ U+E000). Characters that need four bytes are left out, because their second and fourth bytes are
 * ASCII digits: no UTF-8 text of Chinese is ever read as one of them.
 */
function buildTable(): Uint16Array {
  const codes = new Uint16Array(0x10000);
  const decoder = new TextDecoder('gb18030');
  const pair = new Uint8Array(2);
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail++) {
      if (trail === 0x7f) continue;
      pair[0] = lead;
      pair[1] = trail;
      const text = decoder.decode(pair);
      const unit = text.charCodeAt(0);
      if (text.length === 1 && unit !== 0xfffd && codes[unit] === 0) codes[unit] = (lead << 8) | trail;
    }
  }
  // Code page 936 reads a lone 0x80 as the euro sign.
  codes[EURO] = 0x80;
  return codes;
}

let table: Uint16Array | undefined;

/** Built on first use (24,000 decodings). A code below 0x100 is a single byte. */
export function gbCodes(): Uint16Array {
  table ??= buildTable();
  return table;
}
