/** GB18030 encoder built from the platform's decoder: every two-byte pair, then the four-byte codes of the basic plane. */

/** First code of a range of four-byte codes that run on without gaps: U+10000 is 90 30 81 30. */
const ASTRAL_POINTER = 189_000;
const BASIC_POINTERS = 39_420;

function fourBytes(pointer: number): [number, number, number, number] {
  return [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ];
}

function addCodes(table: Uint32Array, codes: readonly (readonly number[])[]): void {
  const bytes = Uint8Array.from(codes.flatMap((code) => [...code, 0x0a]));
  const texts = new TextDecoder('gb18030').decode(bytes).split('\n');
  for (const [index, code] of codes.entries()) {
    const text = texts[index] ?? '';
    const unit = text.charCodeAt(0);
    if (text.length !== 1 || unit === 0xfffd || table[unit] !== 0) continue;
    table[unit] = code.reduce((value, byte) => value * 256 + byte, 0);
  }
}

function buildTable(): Uint32Array {
  const table = new Uint32Array(0x1_0000);
  const pairs: number[][] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) pairs.push([lead, trail]);
  }
  addCodes(table, pairs);
  addCodes(
    table,
    Array.from({ length: BASIC_POINTERS }, (_, pointer) => fourBytes(pointer)),
  );
  return table;
}

let cached: Uint32Array | undefined;

/** A lone low surrogate U+DC80…U+DCFF stands for that raw byte, so that broken bytes can be written on purpose. */
export function rawByte(byte: number): string {
  return String.fromCharCode(0xdc00 + byte);
}

export function encodeGb18030(text: string): Buffer {
  cached ??= buildTable();
  const bytes = Buffer.allocUnsafe(text.length * 4);
  let end = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      bytes[end++] = unit;
      continue;
    }
    const code = cached[unit] ?? 0;
    if (code > 0xffff) end = bytes.writeUInt32BE(code, end);
    else if (code > 0) end = bytes.writeUInt16BE(code, end);
    else if (unit >= 0xdc80 && unit <= 0xdcff) bytes[end++] = unit - 0xdc00;
    else {
      const point = text.codePointAt(index) ?? 0;
      if (point < 0x1_0000) throw new RangeError(`U+${point.toString(16)} has no GB18030 code`);
      for (const byte of fourBytes(ASTRAL_POINTER + point - 0x1_0000)) bytes[end++] = byte;
      index += 1;
    }
  }
  return bytes.subarray(0, end);
}
