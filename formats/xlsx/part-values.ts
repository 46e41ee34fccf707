/** Texts and flags as the parts of a workbook write them. */

/** How a workbook writes characters XML cannot hold: `_x000D_` is a carriage return, `_x005F_` protects an underscore. */
const ESCAPED = /_x([0-9a-fA-F]{4})_/g;

/** Text of a `t` or `v` element, with the workbook's own escapes resolved. */
export function cellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** `xsd:boolean`, as `hidden`, `val` and `date1904` are. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
