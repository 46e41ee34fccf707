/** Canonical records of one entity: business columns, where each record comes from, whether it is deleted. */
import { maskValue } from '../core/mask.ts';
import type { Database, Row } from '../database/connection.ts';
import { exportColumns, readCanonicalRows, type ExportColumn } from '../database/read/exports.ts';
import type { Entity } from '../schemas/entity.ts';
import { writeCsv, type CsvRow, type CsvTarget } from './csv-file.ts';
import type { ShowKey } from './source-key.ts';

interface PublishedColumn {
  readonly name: string;
  readonly personal: string;
}

function publishedColumns(entity: Entity, columns: readonly ExportColumn[]): PublishedColumn[] {
  return columns.map(({ name, field }) => ({ name, personal: entity.fields[field]?.meta.personal ?? 'none' }));
}

function toRow(row: Row, columns: readonly PublishedColumn[], { unmasked, showKey }: RecordExport): CsvRow {
  return columns.map(({ name, personal }) => {
    const value = row[name] ?? null;
    if (unmasked) return value;
    return name === 'source_key' ? showKey(row) : maskValue(value, personal);
  });
}

async function* toRows(
  pieces: AsyncIterable<readonly Row[]>,
  columns: readonly PublishedColumn[],
  options: RecordExport,
) {
  for await (const piece of pieces) yield piece.map((row) => toRow(row, columns, options));
}

export interface RecordExport {
  readonly entity: Entity;
  readonly systems: readonly string[];
  readonly unmasked: boolean;
  readonly showKey: ShowKey;
  readonly target: CsvTarget;
}

/** @returns how many records were written. */
export function exportRecords(database: Database, options: RecordExport): Promise<number> {
  const { entity, systems, target } = options;
  const columns = publishedColumns(entity, exportColumns(entity));
  const header = columns.map(({ name }) => name);
  return writeCsv(target, header, toRows(readCanonicalRows(database, entity, systems), columns, options));
}
