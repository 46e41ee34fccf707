/** Markup in fields that hold one line of plain text. Only real tags and entities count: `<拉萨>` and `R&D` are text. */

const TAG_NAMES =
  'a|abbr|address|article|aside|audio|b|base|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|' +
  'details|dfn|div|dl|dt|em|embed|fieldset|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|' +
  'input|ins|label|legend|li|link|main|map|mark|marquee|meta|nav|noscript|object|ol|optgroup|option|p|param|pre|q|s|samp|' +
  'script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|' +
  'title|tr|tt|u|ul|var|video|(?:o|w|v|st1|m):[a-z]+';
const TAG = new RegExp(`<(?:/?(?:${TAG_NAMES})(?:[\\s/][^<>]*)?/?|!--[\\s\\S]*?--|!doctype[^<>]*|\\?xml[^<>]*)>`, 'gi');
/** What a script or style says goes with its tag. */
const WITH_CONTENT = /<(script|style)(?:[\s/][^<>]*)?>[\s\S]*?<\/\1\s*>/gi;
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['middot', '·'],
  ['bull', '•'],
  ['hellip', '…'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['times', '×'],
  ['yen', '¥'],
  ['copy', '©'],
  ['reg', '®'],
  ['deg', '°'],
  ['plusmn', '±'],
  ['sup2', '²'],
]);
/** Escaping of escaping (`&amp;lt;`) goes three deep at most in practice; every round shortens the text. */
const MOST_ROUNDS = 20;

function isText(code: number): boolean {
  return code >= 0x20 && (code < 0x7f || code > 0x9f) && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}

function decodeEntity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return NAMED.get(name) ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return isText(code) ? String.fromCodePoint(code) : '';
}

function removeOnce(text: string): string {
  return text.replace(WITH_CONTENT, '').replace(TAG, '').replace(ENTITY, decodeEntity);
}

/** Text without tags and with entities resolved; the same string where there was no markup. */
export function removeMarkup(text: string): string {
  let before = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const after = removeOnce(before);
    if (after === before) return after;
    before = after;
  }
  return before;
}
