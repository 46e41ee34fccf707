/** Bodies of notices: what an office suite leaves behind when its text is pasted into a web form. */
import { wan } from '../forms/money.ts';
import type { Random } from '../forms/random.ts';

export interface NoticeFacts {
  readonly title: string;
  readonly number: string;
  readonly purchaser: string;
  readonly budget: number;
  readonly winner: string | null;
}

const PARAGRAPHS = ['margin:0', 'text-indent:2em;line-height:1.8', 'font-family:仿宋;font-size:16px'];
/** Nothing in here is active: style sheets, local pictures, Tibetan script and rare characters (four bytes in GB18030). */
const ORDINARY = [
  '<style>p{line-height:1.5}</style>',
  '<p style="color:#333">བོད་རང་སྐྱོང་ལྗོངས།</p>',
  '<p>联系地址：拉萨市𠅤巷㸃院</p>',
  '<img src="/upload/2019/seal.png" alt="印章">',
  '<table border="1"><tr><td>序号</td><td>品名</td></tr><tr><td>1</td><td>详见附件</td></tr></table>',
  '<p><a href="/attachment/18231.doc">附件：采购文件</a></p>',
  '<p>本项目是否接受联合体？否。</p>',
];

export function noticeBody(random: Random, facts: NoticeFacts): string {
  const style = random.pick(PARAGRAPHS);
  const lines = [`项目编号：${facts.number}`, `采购人：${facts.purchaser}`];
  if (facts.winner === null) lines.push(`预算金额：${wan(facts.budget)}万元`, '获取采购文件的时间、地点详见附件。');
  else lines.push(`成交供应商：${facts.winner}`, '本公告期限为1个工作日。');
  const paragraphs = lines.map((line) => `<p style="${style}">${random.chance(0.4) ? '&nbsp;&nbsp;' : ''}${line}</p>`);
  const extra = random.chance(0.35) ? random.pick(ORDINARY) : '';
  return `<div class="notice"><h3 style="text-align:center">${facts.title}</h3>${paragraphs.join('')}${extra}</div>`;
}

/** Active content to hang behind a body. */
export const ACTIVE_CONTENT = [
  '<script>document.title="x"</script>',
  '<SCRIPT src="http://ads.example.com/a.js"></SCRIPT>',
  '<iframe src="http://ads.example.com/f.html" width="1"></iframe>',
  '<object data="http://ads.example.com/m.swf"></object>',
  '<embed src="/player.swf">',
  '<p onclick="location=1">点击查看</p>',
  '<img src="x.png" onerror="this.remove()">',
  '<a href="javascript:void(0)">返回</a>',
  '<a href="JaVaScRiPt:history.back()">返回上页</a>',
  '<img src="https://track.example.com/p.gif" width="1" height="1">',
];
