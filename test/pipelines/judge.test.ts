import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../database/connection.ts';
import { findImportOfFile } from '../../database/identity/imports.ts';
import { readLiveJudgements } from '../../database/identity/judgements.ts';
import { judge, type JudgementRequest } from '../../pipelines/judge.ts';
import { undoReview } from '../../pipelines/review-undo.ts';
import { versionOf } from '../../reconcile/judgements/compared.ts';
import { Expert } from '../../schemas/entities/expert.ts';
import { upgradeIdNumber } from '../../schemas/identifiers/id-number.ts';
import type { Verdict } from '../../schemas/identity.ts';
import { putRows } from '../setup/canonical.ts';
import { useDatabases } from '../setup/database.ts';

const openFresh = useDatabases();
let database: Database;
let ids: string[];

const NUMBERS = ['540102800101001', '540102800101003'].map(upgradeIdNumber);

beforeAll(async () => {
  ({ database } = await openFresh());
  ids = await putRows(
    database,
    Expert,
    ['A', 'B', 'C', 'D', 'E', 'F'].map((key, index) => ({
      system: 'onestop',
      key,
      values: { name: `扎西${key}`, mobile: `1391234567${index}`, idNumber: NUMBERS[index - 4] ?? null },
    })),
  );
});

function ask(left: number, verdict: Verdict, right: number, reason = '电话核实'): JudgementRequest {
  return { left: ids[left] ?? '', right: ids[right] ?? '', verdict, reason };
}

async function judgeAs(by: string, ...requests: JudgementRequest[]) {
  const { outcomes } = await judge(database, { kind: 'expert', by, mode: 'apply' }, requests);
  return outcomes.map(({ outcome, rule }) => rule ?? outcome);
}

const live = () => database.transaction((client) => readLiveJudgements(client, 'expert'));

describe('a judgement', () => {
  it('is kept with who, why and on which versions', async () => {
    expect(await judgeAs('卓玛', ask(1, 'same', 0))).toEqual(['appended']);
    const [judgement] = await live();
    expect(new Set([judgement?.left, judgement?.right])).toEqual(new Set(ids.slice(0, 2)));
    expect(judgement).toMatchObject({ verdict: 'same', by: '卓玛', reason: '电话核实', confirmedBy: null });
    const seen = [judgement?.leftVersion, judgement?.rightVersion];
    expect(seen).toContainEqual(versionOf('expert', { name: '扎西A', mobile: '13912345670' }));
  });

  it('is superseded by the next one on the pair, and stays on record', async () => {
    expect(await judgeAs('次仁', ask(0, 'unsure', 1), ask(0, 'same', 1))).toEqual(['appended', 'appended']);
    const all = await database.query(
      `select verdict, closed_by, closed_reason, superseded_by is not null as superseded from identity.judgements
       order by judgement_id`,
    );
    expect(all).toEqual([
      { verdict: 'same', closed_by: '次仁', closed_reason: 'superseded', superseded: 't' },
      { verdict: 'unsure', closed_by: '次仁', closed_reason: 'superseded', superseded: 't' },
      { verdict: 'same', closed_by: null, closed_reason: null, superseded: 'f' },
    ]);
  });

  it('that contradicts others is refused with the judgements it contradicts', async () => {
    expect(await judgeAs('卓玛', ask(1, 'same', 2))).toEqual(['appended']);
    const options = { kind: 'expert', by: '卓玛', mode: 'apply' } as const;
    const { outcomes } = await judge(database, options, [ask(0, 'different', 2)]);
    expect(outcomes[0]).toMatchObject({ outcome: 'refused', rule: 'contradiction' });
    const text = outcomes[0]?.message?.en ?? '';
    for (const judgement of await live()) expect(text).toContain(`#${judgement.id}`);
  });

  it('sees those before it in the same call', async () => {
    expect(await judgeAs('卓玛', ask(2, 'different', 3), ask(0, 'same', 3))).toEqual(['appended', 'contradiction']);
  });

  it.each<[string, (request: JudgementRequest) => JudgementRequest, string]>([
    ['on one record twice', (request) => ({ ...request, right: request.left }), 'same_record'],
    ['without a reason', (request) => ({ ...request, reason: '  ' }), 'reason_missing'],
    ['on a record that is not there', (request) => ({ ...request, right: 'f'.repeat(32) }), 'record_unknown'],
    ['on what is no id', (request) => ({ ...request, right: "x'; drop" }), 'record_unknown'],
    [
      'on another state than was shown',
      (request) => ({ ...request, seen: [{ name: 'old' }, {}] as const }),
      'record_changed',
    ],
  ])('%s is refused', async (_, change, rule) => {
    const before = await live();
    expect(await judgeAs('卓玛', change(ask(4, 'different', 0)))).toEqual([rule]);
    expect(await live()).toEqual(before);
  });

  it('is not written by a check', async () => {
    const before = await live();
    const options = { kind: 'expert', by: '卓玛', mode: 'check' } as const;
    const { outcomes } = await judge(database, options, [ask(3, 'different', 4), ask(3, 'same', 4)]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['appended', 'appended']);
    expect(await live()).toEqual(before);
  });
});

describe('joining two different valid identifiers', () => {
  it('takes two people', async () => {
    expect(await judgeAs('卓玛', ask(4, 'same', 5))).toEqual(['waits']);
    expect(await judgeAs('卓玛', ask(4, 'same', 5))).toEqual(['second_person']);
    expect(await judgeAs('次仁', ask(5, 'same', 4))).toEqual(['confirmed']);
    const judgement = (await live()).find(({ joinsCodes }) => joinsCodes);
    expect(judgement).toMatchObject({ by: '卓玛', confirmedBy: '次仁' });
  });
});

describe('a sheet', () => {
  it('is taken back as a whole: what it had superseded counts again', async () => {
    const before = await live();
    const sheet = { fileName: 'review.xlsx', fileChecksum: 'abc', sheetVersion: '1' };
    const options = { kind: 'expert', by: '央金', mode: 'apply', sheet } as const;
    const { importId } = await judge(database, options, [ask(0, 'different', 5), ask(0, 'unsure', 1)]);
    expect(await live()).toHaveLength(before.length + 1);
    expect(await findImportOfFile(database, 'abc')).toMatchObject({
      id: importId,
      by: '央金',
      fileName: 'review.xlsx',
    });
    const closing = { by: '央金', reason: '错表' };
    const outcome = await undoReview(database, importId ?? '', closing);
    expect(outcome).toEqual({ closed: 2, restored: 1, overtaken: 0 });
    const after = await live();
    const told = (judgements: typeof before) =>
      new Set(judgements.map(({ left, right, verdict }) => [left, verdict, right].join(' ')));
    expect(told(after)).toEqual(told(before));
    expect(await findImportOfFile(database, 'abc')).toBeNull();
  });

  it('stays where what it had superseded contradicts what was judged since', async () => {
    const sheet = { fileName: 'late.xlsx', fileChecksum: 'def', sheetVersion: '1' };
    const { importId } = await judge(database, { kind: 'expert', by: '央金', mode: 'apply', sheet }, [
      ask(0, 'unsure', 1),
    ]);
    expect(await judgeAs('卓玛', ask(0, 'different', 2))).toEqual(['appended']);
    const before = await live();
    const undone = undoReview(database, importId ?? '', { by: '央金', reason: '错表' });
    await expect(undone).rejects.toThrow(/contradicts earlier judgements: #\d+ .* ≠ /);
    expect(await live()).toEqual(before);
    expect(await findImportOfFile(database, 'def')).not.toBeNull();
    await judgeAs('卓玛', ask(0, 'unsure', 2));
    expect(await undoReview(database, importId ?? '', { by: '央金', reason: '错表' })).toMatchObject({ restored: 1 });
    await expect(undoReview(database, importId ?? '', { by: '央金', reason: '又' })).rejects.toThrow('taken back');
  });
});

describe('the store', () => {
  it.each([
    [`update identity.judgements set verdict = 'same'`, /never changed/],
    [`update identity.judgements set closed_by = 'x' where closed_at is not null`, /never changed/],
    ['delete from identity.judgements', /never deleted/],
  ])('refuses %s', async (sql, message) => {
    await expect(database.query(sql)).rejects.toThrow(message);
  });
});
