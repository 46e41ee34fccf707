/** Every stream of every system, as the raw layer keeps it. */
import { carriedColumns } from '../connectors/stream.ts';
import type { RawStream } from '../database/drift.ts';
import { SYSTEMS } from './registry.ts';

export function allRawStreams(): RawStream[] {
  return SYSTEMS.flatMap(({ mappings }) =>
    mappings.map(({ system, stream }) => ({ system, stream: stream.name, columns: carriedColumns(stream) })),
  );
}
