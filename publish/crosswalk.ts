/** The crosswalk: which source record is which entity. */
import type { Database, Row } from '../database/connection.ts';
import { readCrosswalk } from '../database/identity/evaluation.ts';
import { formatEntityId, type EntityKind } from '../schemas/identity.ts';
import { writeCsv, type CsvRow, type CsvTarget } from './csv-file.ts';

const COLUMNS = ['entity_id', 'system', 'stream', 'source_key', 'role'] as const;

async function* toRows(pieces: AsyncIterable<readonly Row[]>, kind: EntityKind): AsyncGenerator<CsvRow[]> {
  for await (const piece of pieces) {
    yield piece.map((row) => [
      formatEntityId(kind, row['entity_id'] ?? ''),
      ...COLUMNS.slice(1).map((name) => row[name] ?? ''),
    ]);
  }
}

/** @returns how many records were written. */
export function exportCrosswalk(database: Database, kind: EntityKind, target: CsvTarget): Promise<number> {
  return writeCsv(target, COLUMNS, toRows(readCrosswalk(database, kind), kind));
}
