/** What enterprises on record can be recognised by, one row per record, taken anew where the record has changed. */
import type { Client } from '../connection.ts';
import { copyRows } from './columns.ts';

/** Keys of one record or mention, hashed; `names` with the present name first. */
export interface StoredKeys {
  readonly organization: string | null;
  readonly person: string | null;
  readonly registration: string | null;
  readonly names: readonly string[];
}

export const KEY_COLUMNS = ['organization', 'person', 'registration', 'names'] as const;

export function keyValues({ organization, person, registration, names }: StoredKeys): (string | null)[] {
  return [organization, person, registration, `{${names.join(',')}}`];
}

/** @param all every record, whatever stands already. @returns record numbers whose keys are to be taken. */
export async function findUnkeyedRecords(client: Client, all: boolean): Promise<Int32Array> {
  const { rows } = await client.query<[string]>({
    text: `select r.record_no from identity.records r left join identity.record_keys k using (record_no)
      where r.kind = 'enterprise' and r.gone_run is null and ($1 or k.row_hash is distinct from r.row_hash)
      order by r.record_no`,
    values: [all],
    rowMode: 'array',
  });
  return Int32Array.from(rows, ([recordNo]) => Number(recordNo));
}

export async function writeRecordKeys(
  client: Client,
  recordNos: Int32Array,
  keysOf: (row: number) => StoredKeys,
): Promise<void> {
  await client.query('create temp table ggzy_keys (like identity.record_keys) on commit drop');
  await client.query('alter table ggzy_keys alter column row_hash drop not null');
  const columns = ['record_no', ...KEY_COLUMNS];
  const row = (at: number) => [recordNos[at] ?? 0, ...keyValues(keysOf(at))];
  await copyRows(client, { table: 'ggzy_keys', columns, rows: recordNos.length, row });
  await client.query(
    `insert into identity.record_keys (record_no, row_hash, organization, person, registration, names)
     select k.record_no, r.row_hash, k.organization, k.person, k.registration, k.names
     from ggzy_keys k join identity.records r using (record_no)
     on conflict (record_no) do update set row_hash = excluded.row_hash, organization = excluded.organization,
       person = excluded.person, registration = excluded.registration, names = excluded.names
     where record_keys is distinct from excluded`,
  );
  await client.query('drop table ggzy_keys');
}
