/** Figures with a unit beside them, and other values as PostgreSQL prints the centre's column types. */
import type { Random } from '../forms/random.ts';

export interface WithUnit {
  readonly figure: string;
  readonly unit: string;
}

/** Whole yuan in numeric(20,4). */
export function inUnit(yuan: number, unit: '元' | '万元'): string {
  if (unit === '元') return `${yuan}.0000`;
  const text = String(yuan).padStart(5, '0');
  return `${text.slice(0, -4)}.${text.slice(-4)}`;
}

export function someAmount(random: Random, yuan: number): WithUnit {
  const unit = random.chance(0.6) ? '万元' : '元';
  return { figure: inUnit(yuan, unit), unit };
}

/** The whole yuan behind a figure of numeric(20,4). */
export function yuanOf(figure: string, unit: string): number {
  const [whole = '', fraction = ''] = figure.split('.');
  return unit === '元' ? Number(whole) : Number(whole + fraction);
}

/** Whole square metres in numeric(18,6): 15 亩 and one 公顷 are 10,000 of them. */
export function someArea(random: Random, squareMetres: number): WithUnit {
  const unit = random.pick(['公顷', '亩', '㎡']);
  const millionths = unit === '公顷' ? squareMetres * 100 : unit === '亩' ? squareMetres * 1500 : squareMetres * 1e6;
  const text = String(millionths).padStart(7, '0');
  return { figure: `${text.slice(0, -6)}.${text.slice(-6)}`, unit };
}

export function guid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => random.int(0, 15).toString(16)).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export interface Offer {
  readonly title: string;
  readonly number: string;
  readonly office: string;
  readonly closes: string;
}

const STYLES = ['margin:0', 'text-indent:2em', 'line-height:28px;font-family:仿宋'];
const EXTRAS = [
  '<style>h3{color:#900}</style>',
  '<p>附图：<img src="/map/plan.png" alt="宗地图"></p>',
  '<table border="1"><tr><td>序号</td><td>保证金</td></tr><tr><td>1</td><td>见须知</td></tr></table>',
  '<p style="color:#555">ས་ཞིང་བེད་སྤྱོད།</p>',
];

/** The body of an announcement, pasted from an office suite; nothing in it is active. */
export function offerBody(random: Random, offer: Offer): string {
  const style = random.pick(STYLES);
  const lines = [
    `公告编号：${offer.number}`,
    `受委托，由${offer.office}组织本次出让。`,
    `报名截止${offer.closes}，竞买须知见附件。`,
  ].map((line) => `<p style="${style}">${random.chance(0.4) ? '&nbsp;&nbsp;' : ''}${line}</p>`);
  const extra = random.chance(0.35) ? random.pick(EXTRAS) : '';
  return `<div class="notice"><h3 style="text-align:center">${offer.title}</h3>${lines.join('')}${extra}</div>`;
}
