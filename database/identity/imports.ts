/** Whole sheets of judgements: which file, who brought it, and how all of it is taken back. */
import type { EntityKind } from '../../schemas/identity.ts';
import type { Client, Database, Row } from '../connection.ts';
import { appendJudgement, closeJudgement, toJudgement, type Judgement, type Closing } from './judgements.ts';

export interface NewImport {
  readonly kind: EntityKind;
  readonly fileName: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly fileChecksum: string;
  readonly sheetVersion: string;
  readonly osUser: string;
  readonly by: string;
}

export interface JudgementImport extends NewImport {
  readonly id: string;
  readonly at: string;
  readonly undoneBy: string | null;
  readonly undoneAt: string | null;
}

function toImport(row: Row): JudgementImport {
  return {
    id: row['import_id'] ?? '',
    kind: row['kind'] as EntityKind,
    fileName: row['file_name'] ?? '',
    fileChecksum: row['file_checksum'] ?? '',
    sheetVersion: row['sheet_version'] ?? '',
    osUser: row['os_user'] ?? '',
    by: row['imported_by'] ?? '',
    at: row['imported_at'] ?? '',
    undoneBy: row['undone_by'] ?? null,
    undoneAt: row['undone_at'] ?? null,
  };
}

export async function insertImport(client: Client, sheet: NewImport): Promise<string> {
  const { rows } = await client.query<{ import_id: string }>(
    `insert into identity.imports (kind, file_name, file_checksum, sheet_version, os_user, imported_by)
     values ($1, $2, $3, $4, $5, $6) returning import_id`,
    [sheet.kind, sheet.fileName, sheet.fileChecksum, sheet.sheetVersion, sheet.osUser, sheet.by],
  );
  return rows[0]?.import_id ?? '';
}

/** Newest first. */
export async function readImports(database: Database): Promise<JudgementImport[]> {
  const rows = await database.query('select * from identity.imports order by import_id desc');
  return rows.map(toImport);
}

export async function findImport(database: Database, id: string): Promise<JudgementImport | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const [row] = await database.query('select * from identity.imports where import_id = $1', [id]);
  return row ? toImport(row) : null;
}

/** An import of the same file that still counts. */
export async function findImportOfFile(database: Database, fileChecksum: string): Promise<JudgementImport | null> {
  const [row] = await database.query(
    'select * from identity.imports where file_checksum = $1 and undone_at is null order by import_id desc limit 1',
    [fileChecksum],
  );
  return row ? toImport(row) : null;
}

/** What taking an import back would do. */
export interface ImportUndo {
  /** Judgements of the import that still count. */
  readonly closing: readonly Judgement[];
  /** What those had superseded, and would count again. */
  readonly restoring: readonly (Judgement & { readonly osUser: string })[];
  /** How many others have superseded since: nothing to take back. */
  readonly overtaken: number;
}

export async function readImportUndo(client: Client, importId: string): Promise<ImportUndo> {
  const { rows } = await client.query<Record<string, string | null>>(
    'select j.*, null as confirmed_by from identity.judgements j where import_id = $1 order by judgement_id',
    [importId],
  );
  const live = rows.filter((row) => row['closed_at'] === null);
  const former = await client.query<Record<string, string | null>>(
    `select j.*, null as confirmed_by from identity.judgements j
     where superseded_by = any($1::bigint[]) and import_id is distinct from $2 order by judgement_id`,
    [live.map((row) => row['judgement_id']), importId],
  );
  return {
    closing: live.map(toJudgement),
    restoring: former.rows.map((row) => ({ ...toJudgement(row), osUser: row['os_user'] ?? '' })),
    overtaken: rows.length - live.length,
  };
}

/** Closes what of the import still counts and brings back what it had superseded. */
export async function undoImport(
  client: Client,
  importId: string,
  { closing, restoring }: ImportUndo,
  { by, reason }: Closing,
): Promise<void> {
  for (const { id } of closing)
    await closeJudgement(client, id, { by, reason: `import ${importId} undone: ${reason}` });
  // A judgement that needed two people needs them again.
  for (const { id: restores, ...judgement } of restoring) await appendJudgement(client, { ...judgement, restores });
  await client.query(
    'update identity.imports set undone_by = $2, undone_at = now(), undone_reason = $3 where import_id = $1',
    [importId, by, reason],
  );
}
