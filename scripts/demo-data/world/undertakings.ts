/** Which rows of the seven centres belong to one undertaking of the invented world: the truth that matters are measured by. */
import { makeConstruction } from '../construction/centre.ts';
import { makeEgov } from '../egov/centre.ts';
import { makeOnestop } from '../onestop/centre.ts';
import { ONESTOP_STREAMS, onestopKey } from '../onestop/streams.ts';
import { createRandom } from '../forms/random.ts';
import { commonWorld } from './shared.ts';
import { keyOf } from '../truth.ts';
import { makeTransport } from '../transport/centre.ts';
import { textOf, type Row, type WorldOptions } from '../types.ts';
import { generateWorld } from './world.ts';

export interface Belonging {
  readonly undertaking: string;
  readonly system: string;
  readonly stream: string;
  readonly sourceKey: string;
}

/** Keys of streams whose rows bear undertakings, where the demo's own key lists do not know them. */
const KEYS: Readonly<Record<string, string>> = { xx_gg: 'GGID', GC_ZBXM: 'ZBXMID', jt_xm: 'XM_ID', td_dk: 'dk_id' };

function sourceKeyOf(row: Row): string {
  const field = KEYS[row.stream];
  if (field !== undefined) return textOf(row, field);
  return ONESTOP_STREAMS.includes(row.stream) ? onestopKey(row) : keyOf(row);
}

function belongings(system: string, rows: readonly Row[]): Belonging[] {
  return rows.flatMap((row) =>
    row.undertaking ? [{ undertaking: row.undertaking, system, stream: row.stream, sourceKey: sourceKeyOf(row) }] : [],
  );
}

/** As `generateDemo` of the same options writes them; rows that cannot be loaded are listed too. */
export function undertakingsOf(options: WorldOptions): Belonging[] {
  const common = commonWorld(options);
  const own = (system: string) => createRandom(options.seed).fork(system);
  const world = generateWorld(options);
  const tables: Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>> = {
    procurement: world.tables,
    landmining: world.landmining,
    egov: makeEgov(options).tables,
    onestop: makeOnestop(own('onestop'), options, common).tables,
    construction: makeConstruction(own('construction'), options, common).tables,
    transport: makeTransport(own('transport'), options, common).tables,
  };
  return [
    ...Object.entries(tables).flatMap(([system, streams]) => belongings(system, Object.values(streams).flat())),
    ...world.books.flatMap(({ sheets }) => belongings('stateassets', Object.values(sheets).flat())),
  ];
}
