/** Where a record stands in its delivery. */
import type { RawChunk } from '../connectors/connector.ts';

export type RecordPlace = Omit<RawChunk, 'records' | 'cursor'>;

/** Position of a row, or of one of its cells where the delivery is a sheet. */
export function positionOf(chunk: RecordPlace, row: number, letter = ''): string {
  return `${chunk.origin}${chunk.mark}${letter}${row}`;
}
