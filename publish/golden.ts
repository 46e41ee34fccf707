/** Golden records: one row per entity, with its former names. */
import { maskValue } from '../core/mask.ts';
import type { Database, Row } from '../database/connection.ts';
import { readGoldenRows } from '../database/identity/evaluation.ts';
import { GOLDEN_TABLES, goldenColumns } from '../database/golden-ddl.ts';
import { columnList, snakeCase } from '../database/names.ts';
import { formatEntityId, type EntityKind } from '../schemas/identity.ts';
import { writeCsv, type CsvRow, type CsvTarget } from './csv-file.ts';

interface GoldenColumn {
  readonly name: string;
  readonly personal: string;
}

const TECHNICAL: ReadonlySet<string> = new Set(['entity_id', 'row_hash', 'run_id', 'records', 'origins']);
const MATTER_COLUMNS = ['name', 'code', 'division_code', 'stages'];

function columnsOf(kind: EntityKind): GoldenColumn[] {
  const table = GOLDEN_TABLES.find(({ name }) => name === `${kind}s`);
  if (!table) return MATTER_COLUMNS.map((name) => ({ name, personal: 'none' }));
  const classes = new Map(
    table.entity.fieldNames.map((field) => [snakeCase(field), table.entity.fields[field]?.meta.personal ?? 'none']),
  );
  return goldenColumns(table)
    .filter(({ name }) => !TECHNICAL.has(name))
    .map(({ name }) => ({ name, personal: classes.get(name) ?? 'none' }));
}

export interface GoldenExport {
  readonly kind: EntityKind;
  readonly unmasked: boolean;
  readonly target: CsvTarget;
}

/** @returns how many entities were written. */
export function exportGolden(database: Database, { kind, unmasked, target }: GoldenExport): Promise<number> {
  const columns = columnsOf(kind);
  const nameClass = columns.find(({ name }) => name === 'name')?.personal ?? 'none';
  const shown = [...columns, { name: 'former_names', personal: nameClass }];
  // Former names stand in one cell, each masked by itself.
  const show = (value: string | null, personal: string): string | null =>
    unmasked || value === null
      ? value
      : value
          .split(';')
          .map((one) => maskValue(one, personal))
          .join(';');
  const toRow = (row: Row): CsvRow => [
    formatEntityId(kind, row['entity_id'] ?? ''),
    row['records'] ?? '',
    ...shown.map(({ name, personal }) => show(row[name] ?? null, personal)),
  ];
  const toRows = async function* (): AsyncGenerator<CsvRow[]> {
    for await (const piece of readGoldenRows(
      database,
      kind,
      columnList(
        columns.map(({ name }) => name),
        'g.',
      ),
    )) {
      yield piece.map(toRow);
    }
  };
  return writeCsv(target, ['entity_id', 'records', ...shown.map(({ name }) => name)], toRows());
}
