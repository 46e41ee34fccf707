/** Notices of every trade on the public site, and the files attached to them. */
import { LAST_DAY, isoDay } from '../forms/dates.ts';
import type { Matter, Outcome } from './known-matters.ts';
import { clock } from '../landmining/bidders.ts';
import { guid } from '../landmining/values.ts';
import { wan } from '../forms/money.ts';
import type { Random } from '../forms/random.ts';
import { belonging, makeRow, textOf, type Cell, type Row } from '../types.ts';

interface Words {
  readonly owner: string;
  readonly call: string;
  readonly result: string;
}

const WORDS: Readonly<Record<string, Words>> = {
  A: { owner: '招标人', call: '招标公告', result: '中标结果公告' },
  B: { owner: '出让人', call: '出让公告', result: '成交公示' },
  D: { owner: '采购人', call: '采购公告', result: '成交结果公告' },
  E: { owner: '转让方', call: '转让公告', result: '转让结果公告' },
};
const STYLES = ['margin:0;text-indent:2em', 'font-family:仿宋_GB2312;font-size:18px', 'mso-char-indent-count:2.0'];
/** Nothing in here is active. */
const EXTRAS = [
  '<style>.gg td{border:1px solid #000}</style>',
  '<p>བོད་རང་སྐྱོང་ལྗོངས་སྤྱི་པའི་ཐོན་ཁུངས།</p>',
  '<table border="1"><tr><th>序号</th><th>内容</th></tr><tr><td>1</td><td>见附件</td></tr></table>',
  '<p><img src="/images/gz.gif" alt="公章"></p>',
];
const FILES = ['公告附件.pdf', '招标文件（终稿）.docx', '工程量清单.xls', '成交通知书扫描件.pdf'];

interface Announcement {
  readonly type: '1' | '3' | '4';
  readonly title: string;
  readonly name: string;
  readonly day: number;
  readonly outcome: Outcome | null;
}

function bodyOf(random: Random, matter: Matter, { title, outcome }: Announcement): string {
  const words = WORDS[matter.category.charAt(0)];
  const style = random.pick(STYLES);
  const lines = [`项目编号：${matter.numbers[0] ?? ''}`, `${words?.owner ?? '单位'}：${matter.owner}`];
  if (outcome === null) lines.push('有关要求见附件，逾期不予受理。');
  else lines.push(`结果：${outcome.winners.join('、')}，金额${wan(outcome.amount)}万元。`);
  const text = lines
    .map((line) => `<p style="${style}">${random.chance(0.4) ? '&nbsp;&nbsp;' : ''}${line}</p>`)
    .join('');
  const extra = random.chance(0.35) ? random.pick(EXTRAS) : '';
  return `<div class="gg"><h2 align="center">${title}</h2>${text}${extra}</div>`;
}

/** Text in four forms. */
function publishedAt(random: Random, day: number): string {
  const time = clock(random, day);
  const [year = '', month = '', date = ''] = isoDay(day).split('-');
  return random.pick([isoDay(day), time, time.slice(0, 16), `${year}年${month}月${date}日`]);
}

function amountOf(random: Random, amount: number): Record<string, Cell> {
  return random.chance(0.5) ? { ZBJE: wan(amount), JEDW: '万元' } : { ZBJE: String(amount), JEDW: '元' };
}

function noticeRow(random: Random, matter: Matter, notice: Announcement): Row {
  const { outcome } = notice;
  const row = makeRow('xx_gg', {
    GGID: guid(random),
    GGBT: notice.title,
    GGLX: notice.type,
    JYLB: matter.category,
    // Whatever number the sender typed this time.
    XMBH: random.chance(0.03) ? null : random.pick(matter.numbers),
    XMMC: notice.name,
    ZBRMC: matter.owner,
    ZBDLMC: matter.agency,
    ZBRXMC: outcome === null ? null : outcome.winners.join(random.pick(['、', '；', ';'])),
    ...(outcome === null ? { ZBJE: null, JEDW: null } : amountOf(random, outcome.amount)),
    XZQH: matter.division,
    FBSJ: publishedAt(random, notice.day),
    GGNR: bodyOf(random, matter, notice),
    LYDW: matter.sender,
    CXBZ: random.chance(0.02) ? '1' : '0',
    SCBZ: '0',
    GXSJ: clock(random, notice.day),
  });
  return belonging(matter.undertaking, row);
}

function announcementsOf(random: Random, matter: Matter): Announcement[] {
  const { name, start, outcomes } = matter;
  const words = WORDS[matter.category.charAt(0)];
  const call = { name, outcome: null };
  const day = start + random.int(5, 20);
  const list: Announcement[] = [{ ...call, type: '1', title: name + (words?.call ?? '公告'), day }];
  if (random.chance(0.08)) list.push({ ...call, type: '4', title: `${name}更正公告`, day: day + 6 });
  for (const outcome of outcomes) {
    const title = outcome.name + (words?.result ?? '结果公告');
    list.push({ type: '3', title, name: outcome.name, day: day + random.int(22, 40), outcome });
  }
  return list.filter((notice) => notice.day <= LAST_DAY);
}

function sizeOf(random: Random): string {
  const bytes = random.int(20_000, 9_000_000);
  return random.pick([
    String(bytes),
    String(bytes),
    `${Math.round(bytes / 1024)}KB`,
    `${(bytes / 1_048_576).toFixed(1)}MB`,
  ]);
}

function attachmentRow(random: Random, notice: Row, id: string): Row {
  const key = textOf(notice, 'GGID');
  const time = textOf(notice, 'GXSJ');
  const file = random.pick(FILES);
  return makeRow('xx_fj', {
    FJID: id,
    GGID: key,
    WJM: file,
    WJLJ: `/files/${time.slice(0, 4)}/${key.slice(0, 8)}${file.slice(file.lastIndexOf('.'))}`,
    WJDX: sizeOf(random),
    MD5: random.chance(0.4) ? null : guid(random).replaceAll('-', ''),
    SCSJ: time,
  });
}

export function makeNotices(
  random: Random,
  matters: readonly Matter[],
  nextId: () => string,
): Record<'xx_gg' | 'xx_fj', Row[]> {
  const tables: Record<'xx_gg' | 'xx_fj', Row[]> = { xx_gg: [], xx_fj: [] };
  for (const matter of matters) {
    for (const announcement of announcementsOf(random, matter)) {
      const notice = noticeRow(random, matter, announcement);
      tables.xx_gg.push(notice);
      if (random.chance(0.5)) continue;
      notice.leaf = false;
      tables.xx_fj.push(attachmentRow(random, notice, nextId()));
    }
  }
  return tables;
}
