/** Review sheets that went out. */
import type { EntityKind } from '../../schemas/identity.ts';
import type { Client, Database } from '../connection.ts';

export interface ReviewSheet {
  readonly sheetId: string;
  readonly kind: EntityKind;
  readonly modelVersion: string;
  readonly pairs: number;
  readonly checksum: string;
  readonly masked: boolean;
  readonly writtenBy: string;
  /** ISO 8601. */
  readonly writtenAt: string;
}

export async function insertReviewSheet(client: Client, sheet: ReviewSheet): Promise<void> {
  await client.query(
    `insert into identity.review_sheets (sheet_id, kind, model_version, pairs, checksum, masked, written_by, written_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      sheet.sheetId,
      sheet.kind,
      sheet.modelVersion,
      sheet.pairs,
      sheet.checksum,
      sheet.masked,
      sheet.writtenBy,
      sheet.writtenAt,
    ],
  );
}

/** @returns the checksum of the sheet as it was written; null where no such sheet went out. */
export async function findSheetChecksum(database: Database, sheetId: string): Promise<string | null> {
  const [row] = await database.query('select checksum from identity.review_sheets where sheet_id = $1', [sheetId]);
  return row?.['checksum'] ?? null;
}
