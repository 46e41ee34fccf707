/** 行政区划, division codes of GB/T 2260 and their names. Only Tibet (54xxxx) is judged: elsewhere any six digits pass. */
import { DIVISIONS, RETIRED_DIVISIONS } from '../codes/divisions.ts';
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { removeSpaces, toHalfWidth } from '../values/width.ts';

const SIX_DIGITS = /^\d{6}$/;
const STARTS_WITH_DIGIT = /^\d/;
const REGION = /^(?:中国)?西藏(?:自治区)?/;
const PREFECTURE = /^(拉萨|日喀则|昌都|林芝|山南|那曲|阿里)(?:地区|市|地)?/;
const WHOLE_PREFECTURE = /^(?:本级|市本级|地区本级|市辖区)?$/;
const OTHER_PROVINCE =
  /^(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|陕西|甘肃|青海|宁夏|新疆|台湾|香港|澳门)/;

const PREFECTURE_CODES: ReadonlyMap<string, string> = new Map([
  ['拉萨', '540100'],
  ['日喀则', '540200'],
  ['昌都', '540300'],
  ['林芝', '540400'],
  ['山南', '540500'],
  ['那曲', '540600'],
  ['阿里', '542500'],
]);

const unknown = (): Reading<string> => found<string>(null, 'division_unknown');

/** Name in force → code, and retired name → successor where no division in force has that name. */
const CURRENT_NAMES = new Map<string, string>();
for (const [code, name] of DIVISIONS) CURRENT_NAMES.set(name, code);
const RETIRED_NAMES = new Map<string, string>();
for (const { name, successor } of RETIRED_DIVISIONS.values()) {
  if (successor !== null && !CURRENT_NAMES.has(name)) RETIRED_NAMES.set(name, successor);
}

/** Six digits in force today; retired codes give their successor, unknown or malformed ones no value. */
export function readDivision(text: string): Reading<string> {
  if (DIVISIONS.has(text)) return clean(text);
  const code = removeSpaces(toHalfWidth(text));
  if (code === '') return noValue();
  if (!SIX_DIGITS.test(code)) return unknown();
  if (DIVISIONS.has(code) || !code.startsWith('54')) return clean(code);
  const successor = RETIRED_DIVISIONS.get(code)?.successor ?? null;
  return successor === null ? unknown() : found(successor, 'division_retired');
}

/**
 * A column that holds a code or a name: 540102, 城关区, 日喀则市桑珠孜区, 西藏自治区林芝市. Retired names give the successor
 * of their code. A name in another province has no code here and is no defect: no value, no rule.
 */
export function readDivisionName(text: string): Reading<string> {
  const name = removeSpaces(text);
  if (name === '') return noValue();
  if (STARTS_WITH_DIGIT.test(toHalfWidth(name))) return readDivision(name);
  const exact = findName(name);
  if (exact !== null) return exact;
  const inRegion = name.replace(REGION, '');
  if (inRegion === '') return clean('540000');
  const prefecture = PREFECTURE.exec(inRegion);
  if (prefecture === null) return findName(inRegion) ?? (OTHER_PROVINCE.test(name) ? noValue() : unknown());
  const county = inRegion.slice(prefecture[0].length);
  const code = PREFECTURE_CODES.get(prefecture[1] ?? '') ?? '';
  if (WHOLE_PREFECTURE.test(county)) return clean(code);
  const reading = findName(county);
  return reading !== null && reading.value?.slice(0, 4) === code.slice(0, 4) ? reading : unknown();
}

function findName(name: string): Reading<string> | null {
  const current = CURRENT_NAMES.get(name);
  if (current !== undefined) return clean(current);
  const successor = RETIRED_NAMES.get(name);
  return successor === undefined ? null : found(successor, 'division_retired');
}

/** Name of a code in force or retired, without its parents; null for codes outside Tibet and unknown ones. */
export function divisionName(code: string): string | null {
  return DIVISIONS.get(code) ?? RETIRED_DIVISIONS.get(code)?.name ?? null;
}
