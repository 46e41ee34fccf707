/** A review sheet on its way: out of the database, filled in, back, and taken back. */
import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../database/connection.ts';
import { readLiveJudgements } from '../../database/identity/judgements.ts';
import { judge } from '../../pipelines/judge.ts';
import { exportReviewSheet } from '../../pipelines/review-export.ts';
import { acceptSheet, judgeSheet, type AcceptedSheet } from '../../pipelines/review-import.ts';
import { undoReview } from '../../pipelines/review-undo.ts';
import type { ExplainPairs } from '../../pipelines/review-pairs.ts';
import { COLUMN, FIRST_ROW } from '../../reports/review/layout.ts';
import { Expert } from '../../schemas/entities/expert.ts';
import { upgradeIdNumber } from '../../schemas/identifiers/id-number.ts';
import { putRows } from '../setup/canonical.ts';
import { useDatabases } from '../setup/database.ts';

const openFresh = useDatabases();
let database: Database;
let ids: string[];

/** The model's part, which has tests of its own. */
const explain: ExplainPairs = async (pairs) =>
  pairs.map(([left, right]) => ({ left, right, weight: 1, band: 'review', conflict: false, steps: [] }));

const NUMBERS = ['540102800101001', '540102800101003'].map(upgradeIdNumber);
const PEOPLE = [
  { key: 'A', name: '次仁', idNumber: null },
  { key: 'B', name: '泽仁', idNumber: null },
  { key: 'C', name: '次仁', idNumber: null },
  { key: 'D', name: '扎西', idNumber: NUMBERS[0] ?? null },
  { key: 'E', name: '扎西', idNumber: NUMBERS[1] ?? null },
];

beforeEach(async () => {
  ({ database } = await openFresh());
  ids = await putRows(
    database,
    Expert,
    PEOPLE.map(({ key, name, idNumber }) => ({ system: 'onestop', key, values: { name, idNumber } })),
  );
  await reconciled(['A-B 0.5 review', 'B-C 4 review', 'D-E 9 identifier', 'A-C 12 joined']);
});

/** What a run of reconciliation leaves behind: each record an entity of its own, and the pairs given. */
async function reconciled(pairs: readonly string[]): Promise<void> {
  for (const [index, { key }] of PEOPLE.entries()) {
    await database.query(
      `with r as (insert into identity.records (kind, record_id, entity, system, stream, source_key, role, ordinal, row_hash,
           first_run) values ('expert', $1, 'expert', 'onestop', 'S', $2, '', 0, $1, 'r') returning record_no),
         e as (insert into identity.entities (kind, first_run) values ('expert', 'r') returning entity_id)
       insert into identity.members select record_no, entity_id, '', 'r' from r, e`,
      [ids[index], key],
    );
  }
  const numberOf = `(select record_no from identity.records where source_key = `;
  for (const pair of pairs) {
    const [, left, right, weight, status] = /^(\w)-(\w) (\S+) (\w+)$/.exec(pair) ?? [];
    await database.query(
      `insert into identity.pairs (kind, left_no, right_no, weight, conflict, band, status, model_id, run_id)
       values ('expert', ${numberOf} $1), ${numberOf} $2), $3::real, $4 = 'identifier', 'review', $4, 1, 'r')`,
      [left, right, weight, status],
    );
  }
}

async function write(limit = 100) {
  const now = new Date('2020-12-01T01:00:00Z');
  const options = {
    database,
    kind: 'expert',
    explain,
    modelVersion: '1',
    limit,
    masked: true,
    by: '卓玛',
    now,
  } as const;
  const sheet = await exportReviewSheet({ ...options, language: 'zh' });
  if (!sheet) throw new Error('nothing waits');
  return sheet;
}

/** Fills in decisions by the number of the pair in the sheet. */
async function fill(bytes: Uint8Array, decisions: Readonly<Record<number, string>>): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  for (const [pair, decision] of Object.entries(decisions)) {
    const cell = workbook.worksheets[1]?.getCell(FIRST_ROW + (Number(pair) - 1) * 2, COLUMN.decision);
    if (cell) cell.value = decision;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function accepted(bytes: Uint8Array): Promise<AcceptedSheet> {
  const { sheet, refusals } = await acceptSheet(database, { name: 'x/复核.xlsx', bytes });
  if (!sheet) throw new Error(JSON.stringify(refusals));
  return sheet;
}

const outcomesOf = ({ outcomes }: Awaited<ReturnType<typeof judgeSheet>>) =>
  outcomes.map(({ outcome, rule }) => rule ?? outcome);
const verdicts = async () => {
  const live = await database.transaction((client) => readLiveJudgements(client, 'expert'));
  return live.map(({ verdict, by, reason }) => `${verdict} ${by} ${reason}`);
};

describe('a sheet', () => {
  it('holds what waits: conflicts first, groups together, what is joined left out', async () => {
    const { bytes, pairs, left } = await write();
    expect([pairs, left]).toEqual([3, 0]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const keys = [0, 2, 4].map((at) => workbook.worksheets[1]?.getCell(FIRST_ROW + at, COLUMN.key).text);
    expect(keys).toEqual(['D', 'A', 'B']);
    expect(workbook.worksheets[1]?.getCell(FIRST_ROW + 2, COLUMN.group).text).toBe('2 (3)');
  });

  it('holds the most valuable pairs where there is no room for all', async () => {
    expect(await write(1)).toMatchObject({ pairs: 1, left: 2 });
  });

  it('changes nothing when it is checked, and is judged as one import', async () => {
    const sheet = await accepted(await fill((await write()).bytes, { 2: '同一', 3: '不同' }));
    expect(outcomesOf(await judgeSheet(database, sheet, { by: '次旺', mode: 'check' }))).toEqual([
      'appended',
      'appended',
    ]);
    expect(await verdicts()).toEqual([]);
    const { importId } = await judgeSheet(database, sheet, { by: '次旺', mode: 'apply' });
    expect(importId).not.toBeNull();
    expect(await verdicts()).toEqual([
      `same 次旺 复核表 ${sheet.stamp.exportId} 所列资料`,
      `different 次旺 复核表 ${sheet.stamp.exportId} 所列资料`,
    ]);
    expect((await write()).pairs).toBe(1);
  });

  it('is not imported twice, and what it says again is no new judgement', async () => {
    const { bytes } = await write();
    const once = await fill(bytes, { 2: '同一' });
    await judgeSheet(database, await accepted(once), { by: '次旺', mode: 'apply' });
    expect((await acceptSheet(database, { name: 'x', bytes: once })).refusals).toMatchObject([
      { kind: 'imported_before' },
    ]);
    const more = await judgeSheet(database, await accepted(await fill(bytes, { 2: '同一', 3: '待定' })), {
      by: '次旺',
      mode: 'apply',
    });
    expect([more.repeated, outcomesOf(more)]).toEqual([1, ['appended']]);
  });

  it('that contradicts itself is refused where it does', async () => {
    const sheet = await accepted(await fill((await write()).bytes, { 2: '同一', 3: '同一' }));
    const apart = { kind: 'expert', by: '扎西', mode: 'apply' } as const;
    await judge(database, apart, [{ left: ids[0] ?? '', right: ids[2] ?? '', verdict: 'different', reason: '两人' }]);
    const check = await judgeSheet(database, sheet, { by: '次旺', mode: 'check' });
    expect(outcomesOf(check)).toEqual(['appended', 'contradiction']);
  });

  it('is refused where a record has changed since', async () => {
    const sheet = await accepted(await fill((await write()).bytes, { 2: '同一' }));
    await putRows(database, Expert, [{ system: 'onestop', key: 'A', values: { name: '次仁卓玛' } }]);
    expect(outcomesOf(await judgeSheet(database, sheet, { by: '次旺', mode: 'check' }))).toEqual(['record_changed']);
  });

  it('waits for a second person where it joins two valid codes, and comes up again until then', async () => {
    const { bytes } = await write();
    const sheet = await accepted(await fill(bytes, { 1: '同一' }));
    expect(outcomesOf(await judgeSheet(database, sheet, { by: '次旺', mode: 'apply' }))).toEqual(['waits']);
    const again = await write();
    expect(again.pairs).toBe(3);
    const second = await accepted(await fill(again.bytes, { 1: '同一' }));
    expect(await judgeSheet(database, second, { by: '次旺', mode: 'check' })).toMatchObject({
      repeated: 1,
      outcomes: [],
    });
    expect(outcomesOf(await judgeSheet(database, second, { by: '卓玛', mode: 'apply' }))).toEqual(['confirmed']);
    expect((await write()).pairs).toBe(2);
  });

  it('is taken back as a whole', async () => {
    const sheet = await accepted(await fill((await write()).bytes, { 2: '同一', 3: '不同' }));
    const { importId } = await judgeSheet(database, sheet, { by: '次旺', mode: 'apply' });
    const undone = await undoReview(database, importId ?? '', { by: '卓玛', reason: '弄错了' });
    expect(undone).toEqual({ closed: 2, restored: 0, overtaken: 0 });
    expect(await verdicts()).toEqual([]);
  });

  it('from another database, or made anew, is refused', async () => {
    const { bytes, sheetId } = await write();
    await database.query('delete from identity.review_sheets where sheet_id = $1', [sheetId]);
    const { refusals } = await acceptSheet(database, { name: 'x', bytes });
    expect(refusals).toEqual([{ kind: 'not_from_here', detail: sheetId }]);
  });
});
