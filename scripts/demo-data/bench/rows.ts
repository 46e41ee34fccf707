/** Endless rows for benchmarks: unique keys, valid ID numbers, one row in 200 with a defect. */
import { assetRow, type Side } from '../stateassets/rows.ts';
import { withIdCheck } from '../forms/check-digits.ts';
import { badPhone, breakCheck, formula, loseCharacter, markup } from '../dirt/damage.ts';
import { dayOf, isoDay, midnight } from '../forms/dates.ts';
import { DIVISIONS, UNKNOWN_DIVISIONS } from '../world/divisions.ts';
import { dress } from '../dirt/dress.ts';
import { expertRow } from '../procurement/experts.ts';
import { rawByte } from '../forms/gb18030-encode.ts';
import { decimal2, money } from '../forms/money.ts';
import { personName, type Sex } from '../world/names.ts';
import { somePhone, type Person } from '../world/people.ts';
import type { Random } from '../forms/random.ts';
import { makeRow, textOf, type Cell, type Row } from '../types.ts';

const DIRT_EVERY = 200;
const FIRST_BIRTH = dayOf(1952, 1, 1);
const BIRTHS = 14_900;

type Soil = readonly [kind: string, field: string, damage: (random: Random, text: string) => Cell | null];

const BAD_DATE = '1900-01-01 00:00:00.000';
const ORPHAN = (random: Random): string => `9${random.digits(8)}`;

const EXPERT_SOILS: readonly Soil[] = [
  ['id_check_digit', 'SFZH', breakCheck],
  ['gbk_lost', 'GZDW', loseCharacter],
  ['phone_invalid', 'SJ', badPhone],
  ['division_unknown', 'XZQHDM', (random) => random.pick(UNKNOWN_DIVISIONS)],
  ['dob_mismatch', 'CSRQ', (random) => midnight(dayOf(1949, random.int(1, 12), random.int(1, 28)))],
  ['code_unknown', 'ZT', () => '5'],
  ['date_placeholder', 'RKSJ', () => BAD_DATE],
  ['html_in_text', 'DZ', markup],
  ['formula_text', 'DZ', formula],
  ['invalid_bytes', 'GZDW', (_random, text) => text + rawByte(0xd5)],
];
const BID_SOILS: readonly Soil[] = [
  ['dangling_party', 'GYSID', ORPHAN],
  ['orphan', 'FBID', ORPHAN],
  ['date_placeholder', 'TBSJ', () => BAD_DATE],
  ['money_negative', 'BJ', (_random, text) => `-${text}`],
  ['gbk_lost', 'GYS_MC', loseCharacter],
];
const LISTING_SOILS: readonly Soil[] = [
  ['money_text', '挂牌价', () => '详见公告'],
  ['date_impossible', '挂牌日期', () => '2019-02-30'],
  ['money_suffix', '评估值', (_random, text) => `${text}万元`],
  ['gbk_lost', '标的名称', loseCharacter],
];

/** Defects planted so far, by kind. */
export type Planted = Record<string, number>;

function soil(random: Random, row: Row, index: number, soils: readonly Soil[], planted: Planted): void {
  if (index % DIRT_EVERY !== DIRT_EVERY - 1) return;
  const [kind, field, damage] = soils[Math.floor(index / DIRT_EVERY) % soils.length] ?? soils[0] ?? [];
  if (kind === undefined || field === undefined || damage === undefined) return;
  const cell = damage(random, textOf(row, field));
  if (cell === null) return;
  row.cells[field] = cell;
  row.fixed.add(field);
  planted[kind] = (planted[kind] ?? 0) + 1;
}

/** The index decides division, birth and serial, so that no two ID numbers are the same. */
function benchPerson(random: Random, index: number): Person {
  const division = DIVISIONS[index % DIVISIONS.length] ?? random.pick(DIVISIONS);
  const round = Math.floor(index / DIVISIONS.length);
  const born = FIRST_BIRTH + (round % BIRTHS);
  const sex: Sex = random.chance(0.6) ? '1' : '2';
  const order = 10 + Math.floor(round / BIRTHS) * 2 + (sex === '1' ? 1 : 0);
  const id = withIdCheck(division.code + isoDay(born).replaceAll('-', '') + String(order).padStart(3, '0'));
  return { name: personName(random, sex), sex, id, born, phone: somePhone(random), address: '', division };
}

const LONG_EMPLOYERS = [
  '高原生态环境监测与工程质量检验检测中心',
  '自治区农牧业科学技术推广与信息服务总站',
  '人民医院藏医药研究与制剂检验所',
];

export function* benchExperts(random: Random, count: number, planted: Planted): Generator<Row> {
  for (let index = 0; index < count; index += 1) {
    const person = benchPerson(random, index);
    const row = expertRow(
      random,
      String(1_000_001 + index),
      person,
      person.division.place + random.pick(LONG_EMPLOYERS),
    );
    row.cells['SFZH'] = person.id;
    row.cells['SJ'] = person.phone;
    row.cells['DH'] ??= `0891-6${random.digits(6)}`;
    row.cells['YHKH'] ??= `6217${random.digits(15)}`;
    row.cells['GZDW'] ??= `${person.division.place}${random.pick(LONG_EMPLOYERS)}`;
    row.cells['DZ'] =
      `西藏自治区${person.division.place}滨河路${random.int(1, 300)}号雪莲花园${random.int(1, 30)}栋${random.int(1, 6)}单元${random.int(101, 2004)}室（收发室转）`;
    soil(random, row, index, EXPERT_SOILS, planted);
    yield row;
  }
}

export interface BidParents {
  readonly packages: readonly Row[];
  readonly suppliers: readonly Row[];
}

export function* benchBids(random: Random, count: number, parents: BidParents, planted: Planted): Generator<Row> {
  for (let index = 0; index < count; index += 1) {
    const lot = random.pick(parents.packages);
    const supplier = random.pick(parents.suppliers);
    const budget = Number(textOf(lot, 'YSJE'));
    const row = makeRow('CG_TB', {
      TBID: String(10_000_001 + index),
      FBID: textOf(lot, 'FBID'),
      GYSID: textOf(supplier, 'GYSID'),
      GYS_MC: textOf(supplier, 'MC'),
      BJ: money(Math.round((budget * random.int(70, 100)) / 100)),
      BZJ: money(Math.round(budget * 0.02)),
      TBSJ: `${isoDay(random.int(dayOf(2016, 1, 1), dayOf(2020, 11, 1)))} 09:${random.int(10, 59)}:00.000`,
      PSDF: decimal2(random.int(6500, 9800) / 100),
    });
    soil(random, row, index, BID_SOILS, planted);
    yield row;
  }
}

export function* benchListings(
  random: Random,
  count: number,
  sellers: readonly Side[],
  planted: Planted,
): Generator<Row> {
  let seller = random.pick(sellers);
  for (let index = 0; index < count; index += 1) {
    const first = index % 5 === 0;
    if (first) seller = random.pick(sellers);
    const number = `ZCJY2019-${String(index + 1).padStart(7, '0')}`;
    const [row] = assetRow(random, seller, number, first, dayOf(2019, random.int(1, 12), random.int(1, 28)));
    row.cells['序号'] = String(index + 1);
    soil(random, row, index, LISTING_SOILS, planted);
    dress(random, [row]);
    row.deleted = !first && index % 331 === 1;
    yield row;
  }
}
