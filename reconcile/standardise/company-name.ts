/**
 * The name of a company or office in parts: 行政区划 + 字号 + 行业 + 组织形式 (+ branch). Whole-string similarity cannot tell
 * companies apart (天路股份, 城投股份); parts can: the 字号 must agree, the place may be missing but not wrong, a branch agrees in
 * full or not at all.
 */
import { findBranchParent } from '../../schemas/values/branches.ts';
import { stripFormerName } from '../../schemas/values/former-names.ts';
import { toOneForm } from './characters.ts';
import { FIXED_WORD_SLIPS, FORMS, TRADES } from './company-words.ts';
import { isPlace, takePlace } from './places.ts';

export interface CompanyName {
  /** 行政区划 of the name, narrowest level (拉萨, 西藏, 成都); empty where the name has none. */
  readonly place: string;
  /** All levels of the place, widest first. */
  readonly places: readonly string[];
  /** 字号, or the whole core where no word of a trade was found behind it. */
  readonly brand: string;
  readonly trade: string;
  /** Class of 组织形式: L limited, S by shares, G… group, P partnership, C cooperative; empty for offices and others. */
  readonly form: string;
  /** What makes it a branch: 拉萨分公司. Empty for legal persons. */
  readonly branch: string;
  /** `place` + `core`: equal for two spellings of one registered name. */
  readonly key: string;
  /** Brand, trade, form and branch without the place. */
  readonly core: string;
  /** `key` of the legal person a branch belongs to; null for legal persons. */
  readonly parentKey: string | null;
}

const BRACKETS = /[（(〔[【]([^（()）〔〕[\]【】]*)[）)〕\]】]/g;
const LONGEST_TRADE = Math.max(...TRADES.map((trade) => trade.length));
const TRADE_SET = new Set(TRADES);
const SHORTEST_BRAND = 2;
const CLOSED_BRANCH = /^[（(](.*)[）)]$/;
const BRANCH_KIND = /(?:分公司|分部|分厂|分店|分院|分所|分行|支行|办事处|营业部|项目(?:经理)?部)$/;
const BRANCH_OF = /^(.*?(?:公司|集团|事务所|合作社))(.{0,20}?(?:分公司|分部|办事处|营业部|项目(?:经理)?部))$/;

interface Bare {
  readonly places: string[];
  /** The name without its place. */
  readonly text: string;
}

/** Takes the place off: in front, or in brackets behind the 字号 (银锦（西藏）科技). Other brackets lose only themselves. */
function takePlaces(text: string): Bare {
  const places: string[] = [];
  const open = text.replace(BRACKETS, (whole, content: string) => {
    if (/合伙/.test(content)) return whole;
    if (!isPlace(content)) return content;
    places.push(...takePlace(content).levels);
    return '';
  });
  const front = takePlace(open);
  return front.rest.length < SHORTEST_BRAND
    ? { places, text: open }
    : { places: [...front.levels, ...places], text: front.rest };
}

function takeForm(text: string): { readonly core: string; readonly form: string } {
  for (const [ending, form] of FORMS) {
    if (text.endsWith(ending) && text.length > ending.length) return { core: text.slice(0, -ending.length), form };
  }
  return { core: text, form: '' };
}

/** Where the words of trades begin that the core ends with; at least two characters stay in front of them. */
function tradeStart(core: string): number {
  let start = core.length;
  for (let moved = true; moved;) {
    moved = false;
    for (let length = Math.min(LONGEST_TRADE, start - SHORTEST_BRAND); length >= 2 && !moved; length--) {
      if (!TRADE_SET.has(core.slice(start - length, start))) continue;
      start -= length;
      moved = true;
    }
  }
  return start;
}

/** The legal person's name and what follows it; the branch is empty where the name is no branch's. */
export function splitBranch(name: string): { readonly parent: string; readonly branch: string } {
  const parent = findBranchParent(name) ?? BRANCH_OF.exec(name)?.[1] ?? null;
  if (parent === null || parent === name) return { parent: name, branch: '' };
  const tail = name.slice(parent.length);
  return { parent, branch: CLOSED_BRANCH.exec(tail)?.[1] ?? tail };
}

/** 拉萨市分公司 and 拉萨分公司 are one branch; the place in front of the kind is brought to its short form. */
function branchKey(branch: string): string {
  const kind = BRANCH_KIND.exec(branch)?.[0] ?? '';
  const { levels, rest } = takePlace(branch.slice(0, branch.length - kind.length));
  return (levels.at(-1) ?? '') + rest + kind;
}

function mendFixedWords(text: string): string {
  let mended = text;
  for (const [slip, word] of FIXED_WORD_SLIPS) mended = mended.replace(slip, word);
  return mended;
}

/** Null where nothing is left of the text. A note of a former name is taken off. */
export function readCompanyName(text: string): CompanyName | null {
  const plain = mendFixedWords(toOneForm(stripFormerName(text).name));
  if (plain === '') return null;
  const { parent, branch } = splitBranch(plain);
  const { places, text: bare } = takePlaces(parent);
  const { core, form } = takeForm(bare);
  const start = form === '' ? core.length : tradeStart(core);
  const place = places.at(-1) ?? '';
  const body = `${core}/${form}`;
  const tail = branch === '' ? '' : `/${branchKey(branch)}`;
  return {
    place,
    places,
    brand: core.slice(0, start),
    trade: core.slice(start),
    form,
    branch: branch === '' ? '' : branchKey(branch),
    key: `${place}/${body}${tail}`,
    core: `${body}${tail}`,
    parentKey: branch === '' ? null : `${place}/${body}`,
  };
}
