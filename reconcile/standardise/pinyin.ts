/**
 * Pinyin as two readers say it: the plain reading of each character, and the reading of a first character as a surname
 * (单 dan or shan, 曾 ceng or zeng). Library: pinyin-pro. A surname reading alone would turn 单增 into another name.
 */
import { pinyin } from 'pinyin-pro';

const REMEMBERED = 50_000;
const plain = new Map<string, string>();
const surname = new Map<string, string>();

function read(text: string, surnameMode: 'off' | 'head'): string {
  return pinyin(text, { toneType: 'none', v: true, surname: surnameMode, separator: '', nonZh: 'consecutive' });
}

/** Names repeat, reading them is slow: the last ones are remembered, within bounds. */
function remembered(text: string, memory: Map<string, string>, mode: 'off' | 'head'): string {
  const known = memory.get(text);
  if (known !== undefined) return known;
  if (memory.size >= REMEMBERED) memory.clear();
  const spelled = read(text, mode).replaceAll(' ', '').toLowerCase();
  memory.set(text, spelled);
  return spelled;
}

/** `单增` → `danzeng`. Without tones, ü as v; characters that are no Han stay. */
export function plainPinyin(text: string): string {
  return remembered(text, plain, 'off');
}

/** `单增` → `shanzeng`. */
export function surnamePinyin(text: string): string {
  return remembered(text, surname, 'head');
}
