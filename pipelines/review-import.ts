/** A review sheet that comes back: checked against what went out, then judged as one import. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Database } from '../database/connection.ts';
import { findImportOfFile, type JudgementImport } from '../database/identity/imports.ts';
import { readLiveJudgements, type Judgement, type RecordVersion } from '../database/identity/judgements.ts';
import { findSheetChecksum } from '../database/identity/review-sheets.ts';
import { changedFields } from '../reconcile/judgements/compared.ts';
import { readReviewSheet, type SheetAnswer, type SheetFault } from '../reports/review/read.ts';
import type { SheetStamp } from '../reports/review/stamp-sheet.ts';
import { judge, type JudgementOutcome, type JudgementRequest } from './judge.ts';

export interface ReturnedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A sheet that may be judged. */
export interface AcceptedSheet {
  readonly stamp: SheetStamp;
  readonly answers: readonly SheetAnswer[];
  readonly fileName: string;
  /** SHA-256, hexadecimal. */
  readonly fileChecksum: string;
}

export type SheetRefusal =
  | SheetFault
  /** No sheet of that number went out of this database, or its content was another. */
  | { readonly kind: 'not_from_here'; readonly detail: string }
  | { readonly kind: 'imported_before'; readonly earlier: JudgementImport };

/** @returns the sheet, or every reason against it. */
export async function acceptSheet(
  database: Database,
  { name, bytes }: ReturnedFile,
): Promise<
  | { readonly sheet: AcceptedSheet; readonly refusals: null }
  | { readonly sheet: null; readonly refusals: readonly SheetRefusal[] }
> {
  const { stamp, answers, faults } = await readReviewSheet(bytes);
  if (stamp === null || faults.length > 0) return { sheet: null, refusals: faults };
  const checksum = await findSheetChecksum(database, stamp.exportId);
  if (checksum !== stamp.checksum)
    return { sheet: null, refusals: [{ kind: 'not_from_here', detail: stamp.exportId }] };
  const fileChecksum = createHash('sha256').update(bytes).digest('hex');
  const earlier = await findImportOfFile(database, fileChecksum);
  if (earlier) return { sheet: null, refusals: [{ kind: 'imported_before', earlier }] };
  return { sheet: { stamp, answers, fileName: basename(name), fileChecksum }, refusals: null };
}

export interface AnswerOutcome extends JudgementOutcome {
  readonly answer: SheetAnswer;
}

export interface SheetJudged {
  readonly outcomes: readonly AnswerOutcome[];
  /** Answers that live judgements give already, on the same versions: nothing to do. */
  readonly repeated: number;
  /** Null where nothing was written. */
  readonly importId: string | null;
}

type Sides = readonly [
  left: { readonly record: string; readonly version: RecordVersion },
  right: { readonly record: string; readonly version: RecordVersion },
];

function sidesOf({ left, right }: SheetAnswer): Sides {
  const side = ({ record, version }: SheetAnswer['left']) => ({
    record,
    version: JSON.parse(version) as RecordVersion,
  });
  return left.record <= right.record ? [side(left), side(right)] : [side(right), side(left)];
}

const pairKey = (left: string, right: string): string => `${left}|${right}`;

function isRepeated(answer: SheetAnswer, live: ReadonlyMap<string, Judgement>, by: string): boolean {
  const [left, right] = sidesOf(answer);
  const before = live.get(pairKey(left.record, right.record));
  if (before?.verdict !== answer.verdict) return false;
  const waitsForUs = before.joinsCodes && before.confirmedBy === null && before.by !== by;
  const sameVersions =
    changedFields(before.leftVersion, left.version).length === 0 &&
    changedFields(before.rightVersion, right.version).length === 0;
  return sameVersions && !waitsForUs;
}

function requestOf(answer: SheetAnswer, sheetId: string): JudgementRequest {
  const [left, right] = sidesOf(answer);
  return {
    left: left.record,
    right: right.record,
    verdict: answer.verdict,
    // Why, where nobody wrote it down: what the sheet showed.
    reason: answer.reason === '' ? `复核表 ${sheetId} 所列资料` : answer.reason,
    seen: [left.version, right.version],
  };
}

export interface SheetOptions {
  readonly by: string;
  /** `check` says what each answer would do and writes nothing. */
  readonly mode: 'check' | 'apply';
  /** Answers to leave out, by the row of the sheet: those a check refused. */
  readonly except?: ReadonlySet<number>;
}

/** Judges a sheet in one transaction and under one import number. */
export async function judgeSheet(
  database: Database,
  sheet: AcceptedSheet,
  options: SheetOptions,
): Promise<SheetJudged> {
  const { stamp, fileName, fileChecksum } = sheet;
  const { by, mode, except } = options;
  const judgements = await database.transaction((client) => readLiveJudgements(client, stamp.entity));
  const live = new Map(judgements.map((judgement) => [pairKey(judgement.left, judgement.right), judgement]));
  const answers = sheet.answers.filter(({ row }) => except?.has(row) !== true);
  const fresh = answers.filter((answer) => !isRepeated(answer, live, by));
  const repeated = answers.length - fresh.length;
  if (fresh.length === 0) return { outcomes: [], repeated, importId: null };
  const { outcomes, importId } = await judge(
    database,
    { kind: stamp.entity, by, sheet: { fileName, fileChecksum, sheetVersion: stamp.exportId }, mode },
    fresh.map((answer) => requestOf(answer, stamp.exportId)),
  );
  const paired = outcomes.flatMap((outcome, index) => {
    const answer = fresh[index];
    return answer ? [{ ...outcome, answer }] : [];
  });
  return { outcomes: paired, repeated, importId };
}
