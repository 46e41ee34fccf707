/** Elements and keys of the one-stop centre's packages, as the centre declares them. */
import { onestopMappings } from '../../../mappings/onestop/index.ts';
import { textOf, type Row } from '../types.ts';

const STREAMS = new Map(onestopMappings.map(({ stream }) => [stream.name, stream]));

/** Names of all streams, parents first. */
export const ONESTOP_STREAMS: readonly string[] = [...STREAMS.keys()];

export function elementsOf(stream: string): readonly string[] {
  return Object.keys(STREAMS.get(stream)?.columns ?? {});
}

export function keyFieldsOf(stream: string): readonly string[] {
  return STREAMS.get(stream)?.key ?? [];
}

/** The source key of a record, as the product writes it. */
export function onestopKey(row: Row): string {
  return keyFieldsOf(row.stream)
    .map((field) => textOf(row, field))
    .join('|');
}

/** Whether records of the stream say themselves that they are deleted. */
export function hasFlag(stream: string): boolean {
  return elementsOf(stream).includes('CZBZ');
}
