/** Amounts: whole yuan inside, printed as each system prints them. */
import type { Random } from './random.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const SECTIONS = ['', '万', '亿'];

/** SQL Server money. */
export function money(yuan: number): string {
  return `${yuan}.0000`;
}

/** SQL Server decimal(18,2). */
export function decimal2(value: number): string {
  return value.toFixed(2);
}

/** Yuan / 10,000, exactly. */
export function wan(yuan: number): string {
  const text = String(yuan).padStart(5, '0');
  return `${text.slice(0, -4)}.${text.slice(-4)}`.replace(/\.?0+$/, '');
}

export function someBudget(random: Random): number {
  return random.int(8, 900) * 10_000 + random.int(0, 9999);
}

function sectionWords(section: number): string {
  let words = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(section / 10 ** place) % 10;
    if (digit === 0) {
      gap = words !== '';
    } else {
      words += `${gap ? '零' : ''}${DIGITS.charAt(digit)}${PLACES[place] ?? ''}`;
      gap = false;
    }
  }
  return words;
}

/** Capital numerals of whole yuan below 10^12, ending in 元整. */
export function capitalNumerals(yuan: number): string {
  let words = '';
  let gap = false;
  for (let index = 2; index >= 0; index -= 1) {
    const section = Math.floor(yuan / 10_000 ** index) % 10_000;
    if (section === 0) {
      gap = words !== '';
    } else {
      if (words !== '' && (gap || section < 1000)) words += '零';
      words += sectionWords(section) + (SECTIONS[index] ?? '');
      gap = false;
    }
  }
  return `${words === '' ? '零' : words}元整`;
}
