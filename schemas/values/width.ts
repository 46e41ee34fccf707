/** Full-width forms (U+FF01–FF5E, U+3000) that Chinese input methods leave in codes, figures and dates. */

const FULL_WIDTH = /[\uFF01-\uFF5E\u3000]/;
const FULL_WIDTH_ALL = /[\uFF01-\uFF5E\u3000]/g;
const FULL_WIDTH_ALPHANUMERIC = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/;
/** Spaces of any kind, zero-width ones included: none of them belongs in a code. */
const SPACES = /[\s\u200B-\u200D\u2060]/;
const SPACES_ALL = /[\s\u200B-\u200D\u2060]+/g;

function narrow(character: string): string {
  return character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** `２０１９` → `2019`; text without full-width forms is returned as it is. */
export function toHalfWidth(text: string): string {
  return FULL_WIDTH.test(text) ? text.replace(FULL_WIDTH_ALL, narrow) : text;
}

/** Whether letters or digits are full width; a full-width bracket or space alone is ordinary Chinese typing. */
export function hasFullWidthAlphanumeric(text: string): boolean {
  return FULL_WIDTH_ALPHANUMERIC.test(text);
}

export function removeSpaces(text: string): string {
  return SPACES.test(text) ? text.replace(SPACES_ALL, '') : text;
}
