/** Attribute values and character references of the XML in a workbook. */

const SPACE = 32;
const COLON = 58;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g;
/** How a workbook writes characters XML cannot hold: `_x000D_` is a carriage return, `_x005F_` protects an underscore. */
const ESCAPED = /_x([0-9a-fA-F]{4})_/g;

export function resolveReferences(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Text of a `t` or `v` element, with the workbook's own escapes resolved. */
export function cellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** XML makes one line feed of every line end. */
export function normaliseLineEnds(raw: string): string {
  return raw.includes('\r') ? raw.replaceAll(/\r\n?/g, '\n') : raw;
}

/** Calls `visit` with local name and raw value of each attribute in the raw text of a tag. */
export function eachAttribute(raw: string, visit: (name: string, value: string) => void): void {
  for (let at = 0; ;) {
    const equals = raw.indexOf('=', at);
    if (equals < 0) return;
    let open = equals + 1;
    while (raw.charCodeAt(open) <= SPACE) open += 1;
    const close = raw.indexOf(raw[open] ?? '"', open + 1);
    if (close < 0) return;
    visit(attributeName(raw, at, equals), raw.slice(open + 1, close));
    at = close + 1;
  }
}

function attributeName(raw: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (raw.charCodeAt(end - 1) <= SPACE) end -= 1;
  for (let at = from; at < end; at += 1) {
    const code = raw.charCodeAt(at);
    if (code <= SPACE || code === COLON) start = at + 1;
  }
  return raw.slice(start, end);
}

/** Value of an attribute by local name; the last one where prefixes make two. */
export function attribute(raw: string, wanted: string): string | undefined {
  let found: string | undefined;
  eachAttribute(raw, (name, value) => {
    if (name === wanted) found = resolveReferences(value);
  });
  return found;
}

/** `xsd:boolean`, as `hidden`, `val` and `date1904` are. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
