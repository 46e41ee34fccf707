/** Names of sheets, as spreadsheets allow them. */
import type { Wording } from '../../core/language.ts';

const LIMIT = 31;
const FORBIDDEN = /[\\/?*[\]:\p{Cc}]/gu;

/** A department in front and the kind of institution behind say nothing that tells two centres apart. */
const DEPARTMENT = /^.*?(?:办公厅|委员会|办公室|[厅局委署])/u;
const INSTITUTION = /(?:交易|服务)?(?:中心|平台)(?:[（(].*)?$/u;

/** `财政厅政府采购中心` → `政府采购`; a name without such parts stays whole. */
export function shortName({ zh }: Wording): string {
  const behind = zh.replace(DEPARTMENT, '');
  const kept = behind.replace(INSTITUTION, '');
  return kept.length >= 2 ? kept : behind.length >= 2 ? behind : zh;
}

function legal(name: string): string {
  const text = name.replaceAll(FORBIDDEN, ' ').replaceAll(/^['\s]+|['\s]+$/g, '');
  return text === '' ? '_' : text;
}

/** Legal, at most 31 characters, and none twice, whatever the case of the letters. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((want) => {
    const name = legal(want);
    let free = name.slice(0, LIMIT);
    for (let next = 2; taken.has(free.toLowerCase()); next += 1) {
      const ending = ` ${next}`;
      free = `${name.slice(0, LIMIT - ending.length)}${ending}`;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}
