/** Words that say "there is none" in columns of figures, dates and codes. In names and free text they are text. */

const NO_VALUE = new Set([
  '',
  '/',
  '\\',
  '-',
  '--',
  '---',
  '—',
  '——',
  '无',
  '暂无',
  '不详',
  '未知',
  '空',
  '略',
  'null',
  'NULL',
  'N/A',
  'n/a',
  '\\N',
]);

/** `text` trimmed and half width. */
export function isNoValueWord(text: string): boolean {
  return text.length <= 4 && NO_VALUE.has(text);
}
