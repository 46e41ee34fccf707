/** Values of a few records, to judge them by. */
import type { Client, Row } from '../connection.ts';
import { recordsSql, type RecordSource } from './sources.ts';

/** @returns values by canonical id; a record that is not there is missing. */
export async function readFieldValues(
  client: Client,
  sources: readonly RecordSource[],
  fields: readonly string[],
  ids: readonly string[],
): Promise<Map<string, Row>> {
  const { rows } = await client.query<Record<string, string | null>>(
    recordsSql(sources, fields, 'id = any($1::uuid[])'),
    [ids],
  );
  return new Map(rows.map((row) => [row['id'] ?? '', row]));
}
