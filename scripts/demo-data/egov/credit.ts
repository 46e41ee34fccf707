/** Credit notices, and the register of complaints. Names are written once more, as in no register. */
import { ANSWERS, COMPLAINTS } from '../world/lists.ts';
import { LAST_DAY, isoDay, looseDate } from '../forms/dates.ts';
import type { Body } from './bodies.ts';
import type { Matter } from './known-matters.ts';
import { clock } from '../landmining/bidders.ts';
import { guid } from '../landmining/values.ts';
import { mention } from '../procurement/parties.ts';
import { hyphenated } from '../world/people.ts';
import type { Random } from '../forms/random.ts';
import { bearing, makeRow, type Cell, type Row } from '../types.ts';

const REASONS = ['围标', '出借资质', '中标后拒签合同', '业绩材料造假', '拖欠农民工工资', '获评守合同重信用企业'];
const AUTHORITIES = ['自治区交通运输厅', '自治区水利厅', '拉萨市住房和城乡建设局', '自治区公共资源交易管理办公室'];

/** Typed as a clerk types it. */
function typed(random: Random, day: number): string {
  const iso = isoDay(day);
  return random.pick([iso, iso, looseDate(iso, '.'), looseDate(iso, '年'), looseDate(iso, '-').replaceAll('-', '/')]);
}

function codeOf(random: Random, { kind, code, orgCode }: Body): Cell {
  if (random.chance(0.28)) return null;
  return kind !== '3' && orgCode !== null && random.chance(0.2) ? hyphenated(orgCode) : code;
}

function creditRow(random: Random, body: Body): Row {
  const day = random.int(LAST_DAY - 1400, LAST_DAY - 10);
  const kind = random.pick(['1', '1', '2', '2', '3']);
  return makeRow('xy_hmd', {
    XYID: guid(random),
    XYLX: kind,
    ZTMC: mention(random, body),
    ZTDM: codeOf(random, body),
    ZTLX: body.kind,
    YY: kind === '3' ? (REASONS.at(-1) ?? '') : random.pick(REASONS.slice(0, -1)),
    CFWH: `藏公资罚〔${isoDay(day).slice(0, 4)}〕${random.int(1, 60)}号`,
    CFBM: random.pick(AUTHORITIES),
    CFRQ: typed(random, day),
    XZKSRQ: isoDay(day),
    XZJSRQ: random.chance(0.3) ? '长期' : isoDay(day + 365 * random.int(1, 3)),
    SFCX: random.chance(0.12) ? '1' : '0',
    GKFW: random.pick(['1', '1', '2']),
    GXSJ: clock(random, day),
  });
}

const markedRow = (random: Random, body: Body): Row => bearing(body.identity, creditRow(random, body));

function complaintRow(random: Random, matter: Matter, id: string, [by, against]: readonly [Body, Body]): Row {
  const day = Math.min(matter.start + random.int(30, 80), LAST_DAY - 40);
  const accepted = random.chance(0.67);
  const closed = accepted && random.chance(0.5);
  return makeRow('ts_jbxx', {
    TSID: id,
    TSBH: `TSJB-${isoDay(day).slice(0, 4)}-${id.slice(-4)}`,
    XMMC: matter.name,
    XMBH: random.chance(0.22) ? null : random.pick(matter.numbers),
    JYLB: matter.category,
    SFZFCG: matter.category.startsWith('D') ? '1' : '0',
    TSRMC: mention(random, by),
    TSRDH: by.phone,
    BTSRMC: mention(random, against),
    BTSRDM: random.chance(0.44) ? null : against.code,
    TSNR: random.pick(COMPLAINTS),
    TSRQ: typed(random, day),
    SLRQ: accepted ? isoDay(day + 3) : null,
    CLDW: random.pick(AUTHORITIES),
    CLJG: closed ? random.pick(ANSWERS) : null,
    CLRQ: closed ? isoDay(day + 30) : null,
    ZT: closed ? '4' : accepted ? random.pick(['2', '3']) : random.pick(['1', '5']),
    SCBZ: '0',
    GXSJ: clock(random, day + 31),
  });
}

export interface Accused {
  readonly scale: number;
  readonly bodies: readonly Body[];
  readonly matters: readonly Matter[];
}

export function makeCredit(
  random: Random,
  { scale, bodies, matters }: Accused,
  nextId: () => string,
): Record<'xy_hmd' | 'ts_jbxx', Row[]> {
  const traders = bodies.filter(({ kind }) => kind === '0' || kind === '3');
  const firms = traders.filter(({ kind }) => kind === '0');
  const times = (count: number): null[] => Array.from({ length: Math.max(3, Math.round(count * scale)) }, () => null);
  return {
    xy_hmd: times(7).map(() => markedRow(random, random.pick(random.chance(0.1) ? traders : firms))),
    ts_jbxx: times(9).map(() =>
      complaintRow(random, random.pick(matters), nextId(), [random.pick(traders), random.pick(firms)]),
    ),
  };
}
