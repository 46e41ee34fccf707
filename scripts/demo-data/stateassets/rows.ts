/** Rows of the state property centre's four sheets, texts in their plain form. */
import { ASSET_KINDS, REMARKS } from '../world/lists.ts';
import { isoDay } from '../forms/dates.ts';
import { wan } from '../forms/money.ts';
import { hyphenated, makePerson, type Company } from '../world/people.ts';
import type { Random } from '../forms/random.ts';
import { makeRow, type Row } from '../types.ts';

export const ASSETS = '实物资产挂牌';
export const EQUITY = '股权挂牌';
export const DEALS = '成交结果';
export const DIRECTORY = '转受让方名录';

export interface Deal {
  readonly number: string;
  readonly lot: string;
  readonly price: number;
  readonly day: number;
  readonly method: string;
}

/** A name with its code as it is written in one place. */
export interface Side {
  readonly name: string;
  readonly code: string;
  readonly head: string;
  readonly contact: string;
  readonly phone: string;
  readonly address: string;
}

const STATES = ['挂牌中', '已成交', '已成交', '已成交', '流拍', '已撤销'];
const WAYS = ['拍卖', '网络竞价', '协议转让'];

export function companySide(random: Random, company: Company): Side {
  const code = random.chance(0.12) ? hyphenated(company.orgCode) : company.uscc;
  return {
    name: company.name,
    code,
    head: company.head,
    contact: company.contact,
    phone: company.phone,
    address: company.address,
  };
}

export function personSide(random: Random, serial: number): Side {
  const person = makePerson(random, serial);
  return {
    name: person.name,
    code: person.id,
    head: '',
    contact: person.name,
    phone: person.phone,
    address: person.address,
  };
}

/** Seller cells: written on the first row of a mandate, blank (same as above) or repeated on the others. */
function sellerCells(random: Random, seller: Side, first: boolean): Record<string, string | null> {
  const blank = !first && random.chance(0.75);
  return { 转让方名称: blank ? null : seller.name, 转让方代码: blank ? null : seller.code };
}

export function assetRow(random: Random, seller: Side, number: string, first: boolean, day: number): [Row, Deal] {
  const [kind, things] = random.pick(ASSET_KINDS);
  const appraised = random.int(3, 1500) * 10_000 + random.int(0, 9999);
  const price = Math.round((appraised * random.int(90, 120)) / 100);
  const lot = `${random.pick(things)}（${number.slice(-3)}号标的）`;
  const method = random.pick(WAYS);
  const row = makeRow(ASSETS, {
    序号: '',
    项目编号: number,
    标的名称: lot,
    资产类别: kind,
    ...sellerCells(random, seller, first),
    评估值: wan(appraised),
    挂牌价: wan(price),
    挂牌日期: isoDay(day),
    挂牌期间: random.pick(['5', '10', '20']),
    交易方式: method,
    状态: random.pick(STATES),
    备注: random.chance(0.2) ? random.pick(REMARKS) : null,
  });
  row.leaf = !first && row.cells['状态'] !== '已成交';
  return [row, { number, lot, price, day: day + random.int(20, 60), method }];
}

export function equityRow(
  random: Random,
  seller: Side,
  subject: Company,
  number: string,
  first: boolean,
  day: number,
): [Row, Deal] {
  const net = random.int(200, 20_000) * 10_000 + random.int(0, 9999);
  const price = Math.round((net * random.int(20, 60)) / 100);
  const row = makeRow(EQUITY, {
    序号: '',
    项目编号: number,
    标的企业名称: subject.name,
    标的企业代码: subject.uscc,
    转让比例: random.pick(['35%', '0.35', '20.5%', '51', '100%', '49%']),
    ...sellerCells(random, seller, first),
    净资产评估值: wan(net),
    挂牌价: wan(price),
    挂牌日期: isoDay(day),
    状态: random.pick(STATES),
    备注: random.chance(0.12) ? random.pick(REMARKS) : null,
  });
  row.leaf = !first && row.cells['状态'] !== '已成交';
  return [
    row,
    { number, lot: `${subject.brand}股权`, price, day: day + random.int(25, 70), method: random.pick(WAYS) },
  ];
}

export function dealRow(random: Random, deal: Deal, buyer: Side): Row {
  return makeRow(DEALS, {
    序号: '',
    项目编号: deal.number,
    标的名称: deal.lot,
    受让方名称: buyer.name,
    受让方代码: buyer.code,
    成交价: wan(Math.round((deal.price * random.int(100, 125)) / 100)),
    成交日期: isoDay(deal.day),
    交易方式: deal.method,
  });
}

export function directoryRow(role: string, side: Side): Row {
  return makeRow(DIRECTORY, {
    编号: '',
    类型: role,
    名称: side.name,
    代码: side.code,
    法定代表人: side.head === '' ? null : side.head,
    联系人: side.contact,
    联系电话: side.phone,
    地址: side.address,
  });
}
