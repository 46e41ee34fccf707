/**
 * Names of undertakings, brought to the part that is the same on every record: a notice adds what it is (中标结果公告), which
 * section (第二标段) and which round (第二次), a tender what is tendered (施工). Compared by characters, never by bytes.
 */

const NUMERAL = '[一二三四五六七八九十百\\d]';
const STAGE =
  '公开|邀请|招标|采购|招租|出让|转让|挂牌|拍卖|竞价|询价|竞争性谈判|竞争性磋商|单一来源|资格预审|中标|成交|中选|入围|开标|评标|结果|候选人|更正|变更|补充|澄清|答疑|延期|暂停|终止|流标|废标|合同|的';
/** What a notice adds behind the name, the last addition first. */
const ADDITIONS: readonly RegExp[] = [
  /(?:公告|公示|通知书?|预告)$/u,
  new RegExp(`(?:${STAGE})$`, 'u'),
  new RegExp(`(?:第?${NUMERAL}+次|重新|再次)$`, 'u'),
  new RegExp(`第?(?:${NUMERAL}+|[A-Z]\\d{0,2})(?:标段|合同段|合同包|分包|包件?|标)$`, 'u'),
  new RegExp(`(?:标段|合同段|合同包|包件?|标)(?:第?${NUMERAL}+|[A-Z])$`, 'u'),
];
/** What is tendered of a work, and the words that names of works end with, at will. */
const LOOSE_END =
  /(?:建设|工程|项目|施工|监理|设计|勘察|勘测|可研|总承包|EPC|检测|设备|材料|货物|服务|采购|及|和|与)$/u;
const LOST = /[?\uFFFD]/u;

/** Shorter ones say what is done and not to what. */
const SHORTEST_NAME = 4;

const NUMERALS: ReadonlyMap<string, string> = new Map([
  ['一', '1'],
  ['二', '2'],
  ['三', '3'],
  ['四', '4'],
  ['五', '5'],
  ['六', '6'],
  ['七', '7'],
  ['八', '8'],
  ['九', '9'],
  ['I', '1'],
  ['II', '2'],
  ['III', '3'],
  ['IV', '4'],
]);

function stripEnds(text: string, ends: readonly RegExp[], shortest: number): string {
  let name = text;
  for (let before = ''; before !== name;) {
    before = name;
    for (const end of ends) {
      const shorter = name.replace(end, '');
      if (shorter.length >= shortest) name = shorter;
    }
  }
  return name;
}

/** A phase is an undertaking of its own: （一期）, 二期 and II期 become 1期, 2期. Other punctuation and spaces carry nothing. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}?\uFFFD]/gu, '')
    .replaceAll(
      /([一二三四五六七八九]|IV|I{1,3})期/gu,
      (_, numeral: string) => `${NUMERALS.get(numeral) ?? numeral}期`,
    );
}

/** @returns null where nothing is left that could name an undertaking. */
export function coreName(text: string | null): string | null {
  if (text === null) return null;
  const core = stripEnds(plain(text).replace(/^关于/u, ''), ADDITIONS, 0);
  return core.length >= SHORTEST_NAME ? core : null;
}

/** The core without what is tendered of it; for finding, as it says less. */
export function looseName(core: string): string {
  return stripEnds(core, [LOOSE_END], 6);
}

export function isDamaged(name: string): boolean {
  return LOST.test(name);
}

/** A lost character stands for any one character. */
export function agreeWhereReadable(one: string, other: string): boolean {
  const [left, right] = [Array.from(one), Array.from(other)];
  return (
    left.length === right.length &&
    left.every(
      (character, index) => character === right[index] || LOST.test(character) || LOST.test(right[index] ?? ''),
    )
  );
}

const pairsOf = (characters: readonly string[]): string[] =>
  characters.slice(1).map((character, index) => `${characters[index]}${character}`);

/** Share of neighbouring character pairs that both have: 1 equal, 0 nothing in common. */
function likeness(left: readonly string[], right: readonly string[]): number {
  const [ones, others] = [pairsOf(left), pairsOf(right)];
  const open = new Map<string, number>();
  for (const pair of ones) open.set(pair, (open.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of others) {
    const unmatched = open.get(pair) ?? 0;
    if (unmatched > 0) shared += 1;
    open.set(pair, unmatched - 1);
  }
  return (2 * shared) / Math.max(ones.length + others.length, 1);
}

export type NameLevel = 'same' | 'readable' | 'loose' | 'contained' | 'near' | 'different' | 'unreadable';

/** Agreement of two cores, the best level first that holds. */
export function compareNames(left: string, right: string): NameLevel {
  if (left === right && !isDamaged(left)) return 'same';
  const [ones, others] = [Array.from(left), Array.from(right)];
  if (isDamaged(left) || isDamaged(right)) return agreeWhereReadable(left, right) ? 'readable' : 'unreadable';
  if (looseName(left) === looseName(right)) return 'loose';
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (short.length * 2 >= long.length && long.includes(short)) return 'contained';
  return likeness(ones, others) >= 0.6 ? 'near' : 'different';
}
