/** Notes of a former name behind a company name: 甲公司（曾用名：乙公司）, 甲公司(原乙公司）. */

export interface NamedWithFormer {
  readonly name: string;
  readonly former: string | null;
}

const OPENING = /[（(〔[]/;
const CLOSING = /[）)〕\]]/;
const MARKED = /^(?:曾用名|原名称?|原单位名称|原公司名称?|旧名称?|更名前|前身)[为是]?[:：]?\s*(.+)$/s;
/** 原 alone also begins 原种场 or 原料厂: it counts before a colon, or before a name that ends like a body's. */
const AFTER_YUAN = /^原[:：]?\s*(.+)$/s;
const COLON = /^原[:：]/;
const OTHER_WORD = /^原(?:种|料|油|木|煤|生|始|材|矿|野)/;
const BODY =
  /(?:公司|集团|厂|社|店|局|厅|委|委员会|办|办公室|中心|院|所|站|校|处|队|会|部|政府|行|场|园|馆|养护段|公路段|县|区|市|乡|镇|企业|事务所|合作社)$/;
const SHORTEST_BODY = 3;

/** The former name a bracket holds; null where it holds something else (a place, a form of company). */
function formerIn(content: string): string | null {
  const marked = MARKED.exec(content)?.[1]?.trim();
  if (marked !== undefined && marked !== '') return marked;
  const former = AFTER_YUAN.exec(content)?.[1]?.trim() ?? '';
  if (former === '' || OTHER_WORD.test(content)) return null;
  return COLON.test(content) || (former.length >= SHORTEST_BODY && BODY.test(former)) ? former : null;
}

/** Where the bracket opens that the last character closes; brackets of mixed width and kind count as equal. */
function openingOfLast(text: string): number {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    const character = text.charAt(i);
    if (CLOSING.test(character)) depth++;
    else if (OPENING.test(character) && --depth === 0) return i;
  }
  return -1;
}

/** Splits the note from the name. Brackets that belong to the name (银锦（西藏）科技有限责任公司) stay. */
export function stripFormerName(text: string): NamedWithFormer {
  const trimmed = text.trimEnd();
  if (!CLOSING.test(trimmed.charAt(trimmed.length - 1))) return { name: text, former: null };
  const opening = openingOfLast(trimmed);
  if (opening <= 0) return { name: text, former: null };
  const former = formerIn(trimmed.slice(opening + 1, -1).trim());
  return former === null ? { name: text, former: null } : { name: trimmed.slice(0, opening).trimEnd(), former };
}
