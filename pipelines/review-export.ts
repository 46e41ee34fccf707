/** Writes a review sheet and remembers it, so that it is known when it comes back. */
import { randomBytes } from 'node:crypto';
import type { Language } from '../core/language.ts';
import type { Database } from '../database/connection.ts';
import { findCurrentModel } from '../database/identity/models.ts';
import { insertReviewSheet } from '../database/identity/review-sheets.ts';
import type { ReviewStamp } from '../reports/review/item.ts';
import { orderPairs } from '../reports/review/order.ts';
import { writeReviewWorkbook } from '../reports/review/workbook.ts';
import type { EntityKind } from '../schemas/identity.ts';
import { gatherReviewPairs, type ExplainPairs } from './review-pairs.ts';

export interface ReviewExport {
  readonly database: Database;
  readonly kind: EntityKind;
  readonly explain: ExplainPairs;
  /** Pairs at the most, the most valuable ones. */
  readonly limit: number;
  readonly masked: boolean;
  readonly by: string;
  readonly now: Date;
  readonly language: Language;
}

export interface WrittenSheet {
  readonly sheetId: string;
  readonly bytes: Buffer;
  readonly pairs: number;
  /** Pairs that wait and did not find room. */
  readonly left: number;
}

function sheetIdOf(kind: EntityKind, now: Date): string {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '');
  return `${kind}-${day}-${randomBytes(3).toString('hex')}`;
}

/** @returns null where nothing waits. */
export async function exportReviewSheet(options: ReviewExport): Promise<WrittenSheet | null> {
  const { database, kind, explain, limit, masked, by, now, language } = options;
  const waiting = orderPairs(await gatherReviewPairs(database, kind, explain));
  if (waiting.length === 0) return null;
  const pairs = waiting.slice(0, limit);
  const model = await findCurrentModel(database, kind);
  // Matters are linked by rules, which have no numbers of their own.
  const modelVersion = model ? String(model.version) : '–';
  const stamp: ReviewStamp = {
    exportId: sheetIdOf(kind, now),
    entity: kind,
    modelVersion,
    writtenAt: now.toISOString(),
    writtenBy: by,
    masked,
  };
  const { bytes, checksum } = await writeReviewWorkbook(pairs, stamp, language);
  const { exportId: sheetId, writtenAt, writtenBy } = stamp;
  const sheet = { sheetId, kind, modelVersion, pairs: pairs.length, checksum, masked, writtenBy, writtenAt };
  await database.transaction((client) => insertReviewSheet(client, sheet));
  return { sheetId, bytes, pairs: pairs.length, left: waiting.length - pairs.length };
}
