/** Reads a stream range by range, the last first; as a whole where there are none. */
import type { Connector, ReadRequest } from '../../../connectors/connector.ts';
import { readRows, type Rows } from './read-rows.ts';

/** @returns number and values of each record, in order. */
export async function readByRanges(
  connector: Connector,
  { stream, columns }: Pick<ReadRequest, 'stream' | 'columns'>,
): Promise<Rows> {
  const request = { stream, columns, chunkSize: 2 };
  const { ranges } = await connector.describe(stream);
  if (!ranges) return readRows(connector, request);
  const parts: Rows[] = [];
  for (const range of ranges.toReversed()) parts.unshift(await readRows(connector, { ...request, range }));
  return parts.flat();
}
