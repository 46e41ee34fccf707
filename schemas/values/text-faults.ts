/** Faults of a text that cannot be repaired, only named: lost characters and text a spreadsheet would run. */

const HAN = /\p{Script=Han}/u;
/** Beside a Han character, or inside a number of a Chinese address (`15?6单元`). */
const LOST_BESIDE_HAN = /\p{Script=Han}[?\ufffd]|[?\ufffd]\p{Script=Han}|\d[?\ufffd]\d/u;
const LOST_BETWEEN_HAN = /\p{Script=Han}[?\ufffd]+\p{Script=Han}/u;
const ADDRESS = /(?:[a-z]{2,6}:\/\/|www\.)[\x21-\x7e]+/gi;
/** A question may end in a half-width question mark; a name never is one. */
const QUESTION = /[吗呢何谁哪怎几吧]|什么|是否|多少|能否|可否/;
/** Behind this a text is no longer a title or an address: a question mark may be one. */
const LONG = 100;

const FORMULA = /^[=@]./s;
const SIGNED = /^[+-].*[(!|+*]/s;
/** Phone numbers and figures start with a sign too. */
const SIGNED_FIGURE = /^[+-][\d\s()（）.,;、/转+-]*$/;

/** A character in CP936 or GBK had no room for became `?` or U+FFFD. `style` says how much a `?` means. */
export function findLoss(text: string, style: 'name' | 'text' | 'lines'): boolean {
  if (text.includes('\ufffd')) return true;
  if (!text.includes('?') || !HAN.test(text)) return false;
  if (style === 'name') return LOST_BESIDE_HAN.test(text);
  const outside = text.replace(ADDRESS, ' ');
  if (style === 'lines' || text.length > LONG || QUESTION.test(text)) return LOST_BETWEEN_HAN.test(outside);
  return LOST_BESIDE_HAN.test(outside);
}

/** `=cmd|…`, `@SUM(…)`, `+1+1…`: harmless here, but an export to a spreadsheet must escape it. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text) || (SIGNED.test(text) && !SIGNED_FIGURE.test(text));
}
