/** Two editions of the trade catalogue; the second has one item more. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TRADE_CATEGORY } from '../../schemas/codes/national.ts';
import { CATALOGUE } from '../../mappings/catalogue/streams.ts';
import type { StreamTruth } from './types.ts';

type Item = readonly [number: string, category: string, scope: string, authority: string];

const WORKS = '施工单项合同估算价四百万元以上';
const SERVICES = '勘察、设计、监理单项合同估算价一百万元以上';

const ITEMS: readonly Item[] = [
  ['1-01', 'A01', WORKS, '住房城乡建设厅'],
  ['1-02', 'A02', WORKS, '住房城乡建设厅'],
  ['1-03', 'A03', WORKS, '交通运输厅'],
  ['1-04', 'A07', WORKS, '水利厅'],
  ['1-05', 'A10', WORKS, '交通运输厅'],
  ['1-06', 'A08', SERVICES, '发展改革委'],
  ['2-01', 'B01', '国有建设用地使用权出让', '自然资源厅'],
  ['3-01', 'C01', '探矿权出让', '自然资源厅'],
  ['3-02', 'C02', '采矿权出让', '自然资源厅'],
  ['4-01', 'D01', '集中采购目录内或限额标准以上的货物', '财政厅'],
  ['4-02', 'D02', '限额标准以上的工程', '财政厅'],
  ['4-03', 'D03', '集中采购目录内或限额标准以上的服务', '财政厅'],
  ['5-01', 'E01', '国有实物资产转让', '国资委'],
];
const ADDED: Item = ['5-02', 'E02', '国有股权转让', '国资委'];

function lineOf([number, category, scope, authority]: Item, edition: string, from: string, until: string): string {
  const name = TRADE_CATEGORY.codes.get(category)?.zh ?? '';
  return [number, edition, name, category, scope, authority, '自治区公共资源交易目录（演示）', from, until].join(',');
}

/** Writes `catalogue.csv` (UTF-8, as an office would save it) into the directory. */
export async function writeTradeCatalogue(directory: string): Promise<StreamTruth> {
  const lines = [
    ...ITEMS.map((item) => lineOf(item, '2020', '2020年12月1日', '2021-12-31')),
    ...[...ITEMS, ADDED].map((item) => lineOf(item, '2022', '2022-01-01', '长期')),
  ];
  const text = [Object.keys(CATALOGUE.columns).join(','), ...lines, ''].join('\r\n');
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'catalogue.csv'), text);
  return { system: 'catalogue', stream: CATALOGUE.name, rows_total: lines.length, rows_deleted: 0, rows_defective: 0 };
}
