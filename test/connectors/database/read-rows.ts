/** What a reading of a database gives, as the suites compare it. */
import type { Connector, ReadRequest } from '../../../connectors/connector.ts';

export type Reading = Pick<ReadRequest, 'stream' | 'columns'> & Partial<ReadRequest>;

export type Rows = (string | number | null)[][];

/** Everything a reading gives: number and values of each record. */
export async function readRows(connector: Connector, request: Reading): Promise<Rows> {
  const rows: Rows = [];
  for await (const { records } of connector.read({ chunkSize: 3, ...request })) {
    for (const { row, values } of records) rows.push([row, ...values]);
  }
  return rows;
}
