import type { Connector, ReadRequest } from '../../../connectors/connector.ts';

export type Reading = Pick<ReadRequest, 'stream' | 'columns'> & Partial<ReadRequest>;

/** Everything a reading gives: number and values of each record. */
export async function readRows(connector: Connector, request: Reading): Promise<(string | number | null)[][]> {
  const rows: (string | number | null)[][] = [];
  for await (const { records } of connector.read({ chunkSize: 3, ...request })) {
    for (const { row, values } of records) rows.push([row, ...values]);
  }
  return rows;
}
