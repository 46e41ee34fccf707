/** XML packages of any size for benchmarks and memory tests: experts of the one-stop centre, 500 records a file. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benchExperts } from './rows.ts';
import type { BenchResult } from './csv.ts';
import { encodeGb18030 } from '../forms/gb18030-encode.ts';
import { createRandom } from '../forms/random.ts';
import { textOf, type Row } from '../types.ts';

const RECORDS_PER_FILE = 500;
const DAY = '20201130';

/** Element ← column of the procurement expert that the same person would have. */
const ELEMENTS: readonly (readonly [element: string, column: string])[] = [
  ['XM', 'XM'],
  ['ZJHM', 'SFZH'],
  ['XL', 'XL'],
  ['ZC', 'ZC'],
  ['ZW', 'ZW'],
  ['GZDW', 'GZDW'],
  ['DWDH', 'DH'],
  ['YDDH', 'SJ'],
  ['TXDZ', 'DZ'],
  ['XZQH', 'XZQHDM'],
];

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function recordOf(row: Row): string {
  const day = (column: string): string => textOf(row, column).slice(0, 10);
  const copied = ELEMENTS.map(([element, column]) => {
    const text = row.cells[column] === null ? '' : textOf(row, column);
    return text === '' ? `<${element}/>` : `<${element}>${escapeMarkup(text)}</${element}>`;
  });
  const changed = textOf(row, 'XGSJ').slice(0, 19);
  return [
    `<data><ZJBH>ZJ${textOf(row, 'ZJID').padStart(9, '0')}</ZJBH><ZJLX>01</ZJLX>`,
    ...copied,
    `<CSRQ>${day('CSRQ')}</CSRQ><MZ>藏族</MZ><ZZMM>群众</ZZMM><CJGZSJ>2003</CJGZSJ><RKRQ>${day('RKSJ')}</RKRQ>`,
    `<ZT>1</ZT><CZBZ>I</CZBZ><GXSJ>${changed}</GXSJ></data>\r\n`,
  ].join('');
}

/** @returns bytes written beside the usual figures. */
export async function writeBenchXml(
  directory: string,
  options: { readonly rows: number; readonly seed: number },
): Promise<BenchResult & { readonly bytes: number }> {
  await mkdir(directory, { recursive: true });
  const planted = {};
  let file = 0;
  let bytes = 0;
  let body = '';
  let records = 0;
  const flush = async (): Promise<void> => {
    file += 1;
    const text = `<?xml version="1.0" encoding="GBK"?>\r\n<body>\r\n${body}</body>\r\n`;
    const encoded = encodeGb18030(text);
    bytes += encoded.length;
    await writeFile(join(directory, `ZJXX_${DAY}_${String(file).padStart(4, '0')}.xml`), encoded);
    body = '';
  };
  for (const row of benchExperts(createRandom(options.seed).fork('xml'), options.rows, planted)) {
    body += recordOf(row);
    records += 1;
    if (records % RECORDS_PER_FILE === 0) await flush();
  }
  if (body !== '') await flush();
  return { path: directory, rows: records, planted, bytes };
}
