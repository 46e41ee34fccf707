/** What goes wrong with texts, codes and numbers. Each function gives the damaged text, or null where it cannot be. */
import { isValidId, isValidUscc } from '../forms/check-digits.ts';
import { encodeGb18030 } from '../forms/gb18030-encode.ts';
import type { Random } from '../forms/random.ts';

const HAN = /\p{Script=Han}/gu;

export function hanCount(text: string): number {
  return text.match(HAN)?.length ?? 0;
}

const LOW_SURROGATE = /[\uDC00-\uDFFF]/;

/** A place between two characters, never at either end nor within one beyond the basic plane. */
export function inside(random: Random, text: string): number {
  const place = random.int(1, Math.max(1, text.length - 1));
  if (!LOW_SURROGATE.test(text.charAt(place))) return place;
  return place === 1 ? 2 : place - 1;
}

export function insertInside(random: Random, text: string, piece: string): string {
  const place = inside(random, text);
  return text.slice(0, place) + piece + text.slice(place);
}

/** One Chinese character, not the last, becomes a question mark. */
export function loseCharacter(random: Random, text: string): string | null {
  const characters = [...text.matchAll(HAN)].filter((found) => found.index + found[0].length < text.length);
  if (characters.length === 0) return null;
  const { index, 0: lost } = random.pick(characters);
  return `${text.slice(0, index)}?${text.slice(index + lost.length)}`;
}

/** UTF-8 bytes read as GBK. `lossless` says whether every byte can be had back. */
export function misread(text: string): { readonly text: string; readonly lossless: boolean } {
  const bytes = Buffer.from(text, 'utf8');
  const read = new TextDecoder('gb18030').decode(bytes);
  const odd = /[\uFFFD\u20AC\uE000-\uF8FF\u{10000}-\u{10FFFF}]/u.test(read);
  const lossless = !odd && encodeGb18030(read).equals(bytes);
  return { text: lossless ? read : read.replace(/[\uFFFD\uE000-\uF8FF\u{10000}-\u{10FFFF}]/gu, '?'), lossless };
}

export function fullWidth(text: string, places: number): string {
  let left = places;
  return text.replace(/[0-9A-Z]/g, (character) => {
    if (left === 0) return character;
    left -= 1;
    return String.fromCharCode(character.charCodeAt(0) + 0xfee0);
  });
}

/** An ID number or credit code with one character wrong or two swapped, so that its check digit fails. */
export function breakCheck(random: Random, code: string): string | null {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const place = random.int(6, 16);
    const swapped = code.slice(0, place) + code.charAt(place + 1) + code.charAt(place) + code.slice(place + 2);
    const digit = String((Number.parseInt(code.charAt(place), 36) + random.int(1, 8)) % 10);
    const broken = random.chance(0.3) ? swapped : code.slice(0, place) + digit + code.slice(place + 1);
    const shaped = !isValidId(code) || /^\d{17}[\dX]$/.test(broken);
    if (broken !== code && shaped && !isValidId(broken) && !isValidUscc(broken)) return broken;
  }
  return null;
}

export function badPhone(random: Random): string {
  return random.pick([
    `1${random.int(3, 9)}${random.digits(3)}`,
    `1${random.int(3, 9)}${random.digits(8)}`,
    `138${random.digits(9)}`,
    `139****${random.digits(4)}`,
    `12${random.digits(9)}`,
    `10${random.digits(9)}`,
  ]);
}

export const ID_PLACEHOLDERS = [
  '无',
  '/',
  '-',
  '不详',
  '暂无',
  '000000000000000000',
  '111111111111111111',
  '999999999999999',
  '123456789012345678',
];

export function markup(random: Random, text: string): string {
  return random.pick([
    `<b>${text}</b>`,
    `${text}<br/>`,
    `<span style="color:red">${text}</span>`,
    `&nbsp;${text}&nbsp;`,
    `<p>${text}</p>`,
    `${text}<script>alert(1)</script>`,
  ]);
}

export function formula(random: Random, text: string): string {
  const start = [
    '=HYPERLINK("http://example.com/x","查看")',
    '=1+1+',
    "=cmd|'/C calc'!A0",
    '@SUM(1,2)',
    "+cmd|' /C calc'!A0",
  ];
  return random.pick(start) + text;
}

/** A text that goes on for longer than `limit` characters. */
export function stretch(random: Random, text: string, limit: number): string {
  const filler = '（含货物运输、安装调试、人员培训及三年免费质保服务，详见采购需求说明书）';
  const wanted = limit + random.int(5, 60);
  return (text + filler.repeat(Math.ceil(wanted / filler.length))).slice(0, wanted);
}
