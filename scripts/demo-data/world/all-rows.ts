/** The rows of all centres with the keys they are loaded under: what the truth about the invented world is told by. */
import { makeConstruction } from '../construction/centre.ts';
import { makeEgov } from '../egov/centre.ts';
import { createRandom } from '../forms/random.ts';
import { makeOnestop } from '../onestop/centre.ts';
import { ONESTOP_STREAMS, onestopKey } from '../onestop/streams.ts';
import { makeTransport } from '../transport/centre.ts';
import { keyOf } from '../truth.ts';
import { textOf, type Row, type WorldOptions } from '../types.ts';
import { commonWorld } from './shared.ts';
import { generateWorld } from './world.ts';

export interface PlacedRow {
  readonly system: string;
  readonly stream: string;
  readonly sourceKey: string;
  readonly row: Row;
}

/** Keys of streams that the demo's own key lists do not know. */
const KEYS: Readonly<Record<string, string>> = {
  xx_gg: 'GGID',
  xy_hmd: 'XYID',
  ztk_qyjbxx: 'QYID',
  GC_ZBXM: 'ZBXMID',
  QY_JBXX: 'qyID',
  ZJ_JBXX: 'ZJID',
  jt_xm: 'XM_ID',
  jt_tbr: 'TBR_ID',
  jt_xypj: 'PJ_ID',
  jt_zj: 'ZJ_ID',
  td_dk: 'dk_id',
  td_jmr: 'jmr_id',
};

function sourceKeyOf(row: Row): string {
  const field = KEYS[row.stream];
  if (field !== undefined) return textOf(row, field);
  return ONESTOP_STREAMS.includes(row.stream) ? onestopKey(row) : keyOf(row);
}

/** As `generateDemo` of the same options writes them; rows that cannot be loaded are among them. */
export function allRows(options: WorldOptions, isWanted: (row: Row) => boolean): PlacedRow[] {
  const common = commonWorld(options);
  const own = (system: string) => createRandom(options.seed).fork(system);
  const world = generateWorld(options);
  const books = world.books.flatMap(({ sheets }) => Object.values(sheets).flat());
  const tables: Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>> = {
    procurement: world.tables,
    landmining: world.landmining,
    egov: makeEgov(options).tables,
    onestop: makeOnestop(own('onestop'), options, common).tables,
    construction: makeConstruction(own('construction'), options, common).tables,
    transport: makeTransport(own('transport'), options, common).tables,
    stateassets: { books },
  };
  return Object.entries(tables).flatMap(([system, streams]) =>
    Object.values(streams)
      .flat()
      .filter(isWanted)
      .map((row) => ({ system, stream: row.stream, sourceKey: sourceKeyOf(row), row })),
  );
}
