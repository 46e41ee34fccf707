/** The register: who registered, under which names before, and with which certificate locks. */
import { BANKS } from '../world/lists.ts';
import { LAST_DAY, isoDay, looseDate } from '../forms/dates.ts';
import type { Body } from './bodies.ts';
import { clock } from '../landmining/bidders.ts';
import { mention } from '../procurement/parties.ts';
import { hyphenated, makePerson, somePhone } from '../world/people.ts';
import type { Random } from '../forms/random.ts';
import { bearing, makeRow, type Cell, type Row } from '../types.ts';

export interface Entity {
  readonly body: Body;
  readonly id: string;
  readonly row: Row;
  readonly since: number;
}

type RegisterTables = Record<'ztk_qyjbxx' | 'ztk_qymc_bg' | 'ztk_ca_lock', Row[]>;

const CLASSES = { '0': '企业法人', '1': '机关', '2': '事业单位', '3': '自然人' } as const;
const HEX = '0123456789abcdef'.split('');

export function hex(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(HEX)).join('');
}

/** NULL, and now and then an empty text. */
function nothing(random: Random): Cell {
  return random.chance(0.8) ? null : '';
}

function maybe(random: Random, share: number, text: string | null): Cell {
  return text === null || random.chance(share) ? nothing(random) : text;
}

function licenceOf(random: Random, { kind, registration, code }: Body): Cell {
  if (kind === '3' || random.chance(0.4)) return null;
  return registration === null || registration === '' || random.chance(0.3) ? code : registration;
}

/** Until a day, in any of three forms, or for ever. */
function licenceEnd(random: Random): string {
  if (random.chance(0.5)) return '长期';
  const iso = isoDay(random.int(LAST_DAY - 500, LAST_DAY + 6500));
  return random.pick([iso, looseDate(iso, '-').replaceAll('-', '/'), looseDate(iso, '年')]);
}

function numbersOf(random: Random, body: Body): Record<string, Cell> {
  const { kind, code, orgCode } = body;
  const written = orgCode === null ? null : random.pick([orgCode, hyphenated(orgCode)]);
  return {
    TYSHXYDM: kind === '3' ? code : maybe(random, 0.08, code),
    ZZJGDM: kind === '3' ? null : maybe(random, 0.42, written),
    YYZZH: licenceOf(random, body),
  };
}

function peopleOf(random: Random, body: Body): Record<string, Cell> {
  const person = makePerson(random, random.int(0, 499));
  const known = body.kind !== '3';
  return {
    FDDBR: body.head,
    FDDBR_SFZH: known ? maybe(random, 0.48, person.id) : null,
    FDDBR_DH: maybe(random, 0.43, known ? person.phone : body.phone),
    LXR: body.contact,
    LXDH: maybe(random, 0.09, body.phone),
    LXYX: maybe(random, 0.53, `${random.pick(['bgs', 'tb', 'lianxi'])}${random.digits(3)}@example.org`),
  };
}

function entityRow(random: Random, id: string, body: Body, since: number): Row {
  const { kind, division } = body;
  const bank = `${random.pick(BANKS)}${division.prefecture}${random.pick(['分行', '支行', '城北支行'])}`;
  return makeRow('ztk_qyjbxx', {
    QYID: id,
    QYMC: mention(random, body),
    QYJC: body.shortName,
    ZTLB: kind,
    // Typed by hand beside the code: the code counts.
    ZTLB_MC: random.chance(0.03) ? '企业法人' : CLASSES[kind],
    ...numbersOf(random, body),
    JSDM: body.roles,
    ...peopleOf(random, body),
    HYDM: body.industry === '' ? null : body.industry,
    ZCZB: body.capital === null ? null : body.capital.toFixed(4),
    ZCZB_BZ: random.pick(['156', '156', '1']),
    XZQHDM: division.code,
    ZCDZ: body.address,
    YYQX: licenceEnd(random),
    YB: `85${random.digits(4)}`,
    KHYH: bank,
    YHZH: maybe(random, 0.34, `62${random.digits(17)}`),
    LOGIN_NAME: `zt${id}`,
    LOGIN_PWD: hex(random, 32),
    SHZT: random.chance(0.93) ? '1' : random.pick(['0', '2']),
    SCBZ: '0',
    CJSJ: clock(random, since),
    GXSJ: clock(random, random.int(since, LAST_DAY)),
    BY1: null,
    BY2: random.chance(0.05) ? `JX${random.digits(5)}` : null,
  });
}

function lockRow(random: Random, entity: Entity, id: string, from: number, status: string): Row {
  const { body } = entity;
  return makeRow('ztk_ca_lock', {
    CAID: id,
    QYID: entity.id,
    CA_XLH: hex(random, 20).toUpperCase(),
    CYR: body.contact,
    CYR_SJ: maybe(random, 0.08, random.chance(0.8) ? body.phone : somePhone(random)),
    CA_MM: hex(random, 32),
    YXQ_Q: isoDay(from),
    YXQ_Z: isoDay(from + 365),
    ZT: status,
    FFSJ: clock(random, from),
  });
}

function locksOf(random: Random, entity: Entity, nextId: () => string): Row[] {
  if (random.chance(0.64)) return [];
  const from = Math.min(entity.since + random.int(1, 30), LAST_DAY - 400);
  const first = lockRow(random, entity, nextId(), from, random.pick(['1', '1', '2', '3']));
  return random.chance(0.4) ? [first, lockRow(random, entity, nextId(), from + 365, '1')] : [first];
}

function renamingsOf(random: Random, { body, id, since }: Entity, nextId: () => string): Row[] {
  if (body.formerName === null || random.chance(0.4)) return [];
  const day = since - random.int(50, 900);
  const cells = { BGID: nextId(), QYID: id, YMC: body.formerName, XMC: body.name, BGSJ: clock(random, day) };
  return [makeRow('ztk_qymc_bg', cells)];
}

/** One in twelve registered twice: a new account after a lost lock. Both rows are live. */
export function makeRegister(random: Random, bodies: readonly Body[], nextId: () => string): RegisterTables {
  const again = bodies.filter(() => random.chance(1 / 12));
  const tables: RegisterTables = { ztk_qyjbxx: [], ztk_qymc_bg: [], ztk_ca_lock: [] };
  for (const body of random.shuffle([...bodies, ...again])) {
    const since = random.int(LAST_DAY - 3000, LAST_DAY - 20);
    const id = nextId();
    const entity = { body, id, since, row: bearing(body.identity, entityRow(random, id, body, since)) };
    const [locks, renamings] = [locksOf(random, entity, nextId), renamingsOf(random, entity, nextId)];
    entity.row.leaf = locks.length + renamings.length === 0;
    tables.ztk_qyjbxx.push(entity.row);
    tables.ztk_ca_lock.push(...locks);
    tables.ztk_qymc_bg.push(...renamings);
  }
  return tables;
}
