/** Where the other centres keep what the public site announces for them. */
import { yuanOf as builtFor } from '../construction/values.ts';
import { DIVISIONS } from '../world/divisions.ts';
import { yuanOf as grantedFor } from '../landmining/values.ts';
import { textOf, type Row } from '../types.ts';

/** Where one centre keeps what is announced, and how a row of it is read. */
export interface Source {
  readonly sender: string;
  readonly matters: { readonly table: string; readonly key: string; readonly numbers: readonly string[] };
  /** Parts that are awarded one by one; the matter itself where it has none. */
  readonly lots: { readonly table: string; readonly key: string; readonly matter: string; readonly name: string };
  readonly results: { readonly table: string; readonly lot: string; readonly winner: string };
  /** Field whose text starts with yyyy-MM-dd. */
  readonly day: string;
  name(row: Row): string;
  owner(row: Row): string;
  agency(row: Row): string;
  category(row: Row): string;
  division(row: Row): string;
  /** Whole yuan of a result. */
  amount(result: Row): number;
}

/** A note of a former name, as it is copied with a name now and then. */
const NOTE = /（(?:曾用名：|原).*$/;
const SPACES = /[\s\u3000]/g;

/** The name behind its spelling. */
export const nameIn =
  (field: string) =>
  (row: Row): string =>
    textOf(row, field).replace(SPACES, '').replace(NOTE, '');
const textIn =
  (field: string) =>
  (row: Row): string =>
    textOf(row, field);

const PURCHASE_CATEGORIES: Readonly<Record<string, string>> = { A: 'D01', B: 'D02', C: 'D03' };

export const PURCHASES: Source = {
  sender: 'procurement',
  matters: { table: 'CG_XM', key: 'XMID', numbers: ['XMBH', 'TZXMDM'] },
  lots: { table: 'CG_FB', key: 'FBID', matter: 'XMID', name: 'FBMC' },
  results: { table: 'CG_ZBJG', lot: 'FBID', winner: 'GYS_MC' },
  day: 'LXSJ',
  name: textIn('XMMC'),
  owner: nameIn('CGR_MC'),
  agency: nameIn('CGDL_MC'),
  category: (row) => PURCHASE_CATEGORIES[textOf(row, 'XMLB')] ?? 'D01',
  division: textIn('XZQHDM'),
  amount: (result) => Math.round(Number(textOf(result, 'CJJE'))),
};

export const PARCELS: Source = {
  sender: 'landmining',
  matters: { table: 'td_dk', key: 'dk_id', numbers: ['dkbh'] },
  lots: { table: 'td_dk', key: 'dk_id', matter: 'dk_id', name: 'xmmc' },
  results: { table: 'td_cj', lot: 'dk_id', winner: 'srr_mc' },
  day: 'created_at',
  name: textIn('xmmc'),
  owner: (row) => `${DIVISIONS.find(({ code }) => code === textOf(row, 'xzqdm'))?.name ?? ''}自然资源局`,
  agency: () => '',
  category: () => 'B01',
  division: textIn('xzqdm'),
  amount: (result) => grantedFor(textOf(result, 'cjj'), textOf(result, 'cjj_dw')),
};

export const TENDERS: Source = {
  sender: 'construction',
  matters: { table: 'GC_ZBXM', key: 'ZBXMID', numbers: ['ZBXMBH', 'TZXMDM'] },
  lots: { table: 'GC_BD', key: 'BDID', matter: 'ZBXMID', name: 'BDMC' },
  results: { table: 'GC_ZBJG', lot: 'BDID', winner: 'ZBRMC' },
  day: 'xgrqsj',
  name: textIn('XMMC'),
  owner: nameIn('ZBRMC'),
  agency: nameIn('ZBDLMC'),
  category: textIn('XMLX'),
  division: textIn('XZQHDM'),
  amount: (result) => builtFor(textOf(result, 'ZBJ')),
};

export const ROADS: Source = {
  sender: 'transport',
  matters: { table: 'jt_xm', key: 'XM_ID', numbers: ['XM_BH', 'TZXMDM'] },
  lots: { table: 'jt_bd', key: 'BD_ID', matter: 'XM_ID', name: 'BD_MC' },
  results: { table: 'jt_zbjg', lot: 'BD_ID', winner: 'ZBR_MC' },
  day: 'INSERT_TIME',
  name: textIn('XM_MC'),
  owner: nameIn('ZBR_MC'),
  agency: nameIn('ZBDL_MC'),
  category: () => 'A03',
  division: (row) => {
    const place = textOf(row, 'SZDQ');
    return DIVISIONS.find((division) => division.place === place)?.code ?? place;
  },
  amount: (result) => {
    const figure = Number(textOf(result, 'ZBJ').replaceAll(',', ''));
    return Math.round(textOf(result, 'ZBJ_DW') === '万元' ? figure * 10_000 : figure);
  },
};

export const LISTINGS: Source = {
  sender: 'stateassets',
  matters: { table: '实物资产挂牌', key: '项目编号', numbers: ['项目编号'] },
  lots: { table: '实物资产挂牌', key: '项目编号', matter: '项目编号', name: '标的名称' },
  results: { table: '成交结果', lot: '项目编号', winner: '受让方名称' },
  day: '挂牌日期',
  name: (row) => textOf(row, '转让方名称') + textOf(row, '标的名称'),
  owner: textIn('转让方名称'),
  agency: () => '',
  category: () => 'E01',
  division: () => '540000',
  amount: (result) => Math.round(Number(textOf(result, '成交价')) * 10_000),
};
