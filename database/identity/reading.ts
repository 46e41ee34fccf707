/** Records with their numbers and the entities they belong to, in columns, a piece at a time. */
import type { EntityKind } from '../../schemas/identity.ts';
import type { Client } from '../connection.ts';
import { quoteName } from '../names.ts';
import { recordsSql, type RecordSource } from './sources.ts';

const PIECE = 10_000;
let cursors = 0;

export interface NumberedBatch {
  readonly recordNos: Int32Array;
  /** Entity of each record before this run; 0 where it has none. */
  readonly entities: Int32Array;
  /** Canonical ids, as PostgreSQL prints them. */
  readonly ids: readonly string[];
  /** `columns[f][r]`: value of field f in record r. */
  readonly columns: readonly (readonly (string | null)[])[];
}

export interface Reading {
  readonly kind: EntityKind;
  readonly sources: readonly RecordSource[];
  readonly fields: readonly string[];
  /** Records to read; all that are there where it is left out. */
  readonly only?: Int32Array;
}

function toBatch(rows: readonly (readonly (string | null)[])[], fields: number): NumberedBatch {
  const column = (at: number): (string | null)[] => rows.map((row) => row[at] ?? null);
  return {
    recordNos: Int32Array.from(rows, (row) => Number(row[0])),
    entities: Int32Array.from(rows, (row) => Number(row[1] ?? 0)),
    ids: rows.map((row) => row[2] ?? ''),
    columns: Array.from({ length: fields }, (_, field) => column(3 + field)),
  };
}

/** In the order of canonical ids: the same in every database that holds the same records. Needs a transaction. */
export async function* readNumbered(
  client: Client,
  { kind, sources, fields, only }: Reading,
): AsyncGenerator<NumberedBatch, void, undefined> {
  const chosen = fields.map((field) => `, s.${quoteName(field)}`).join('');
  const condition = only ? 'id in (select record_id from identity.records where record_no = any($2::integer[]))' : '';
  const sql = `select r.record_no, m.entity_id, s.id${chosen}
    from (${recordsSql(sources, fields, condition)}) s
    join identity.records r on r.kind = $1 and r.record_id = s.id
    left join identity.members m on m.record_no = r.record_no order by s.id`;
  cursors += 1;
  const cursor = `ggzy_records_${cursors}`;
  await client.query(`declare ${cursor} no scroll cursor for ${sql}`, only ? [kind, [...only]] : [kind]);
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({ text: `fetch ${PIECE} from ${cursor}`, rowMode: 'array' });
    if (rows.length === 0) break;
    yield toBatch(rows, fields.length);
  }
  await client.query(`close ${cursor}`);
}

export interface CanonicalBatch {
  readonly ids: readonly string[];
  readonly columns: readonly (readonly (string | null)[])[];
}

/** Canonical rows without their numbers, in the order of their ids. Needs a transaction. */
export async function* readCanonical(
  client: Client,
  sources: readonly RecordSource[],
  fields: readonly string[],
): AsyncGenerator<CanonicalBatch, void, undefined> {
  cursors += 1;
  const cursor = `ggzy_canonical_${cursors}`;
  const chosen = fields.map((field) => `, s.${quoteName(field)}`).join('');
  await client.query(
    `declare ${cursor} no scroll cursor for select s.id${chosen} from (${recordsSql(sources, fields)}) s order by s.id`,
  );
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({ text: `fetch ${PIECE} from ${cursor}`, rowMode: 'array' });
    if (rows.length === 0) break;
    const columns = fields.map((_, field) => rows.map((row) => row[1 + field] ?? null));
    yield { ids: rows.map(([id]) => id ?? ''), columns };
  }
  await client.query(`close ${cursor}`);
}
