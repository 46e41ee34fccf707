/** A value that the database refuses costs its own record, not the chunk. */
import { beforeAll, describe, expect, it } from 'vitest';
import { rowText } from '../../../core/row-text.ts';
import type { Database } from '../../../database/connection.ts';
import { createStage, stageTables } from '../../../database/load/stage-tables.ts';
import { copyIsolating } from '../../../database/load/isolate.ts';
import { StageEncoder, type StagedInput } from '../../../database/load/stage-encoder.ts';
import { awards } from '../../../mappings/procurement/deals.ts';
import { procurementMappings } from '../../../mappings/procurement/index.ts';
import { planStream } from '../../../pipelines/plan.ts';
import { useDatabases } from '../../setup/database.ts';

const openFresh = useDatabases();
const plan = planStream(awards, procurementMappings);
let database: Database;

beforeAll(async () => {
  ({ database } = await openFresh());
});

function input(ord: number, amount: string): StagedInput {
  const id = ord.toString(16).padStart(32, '0');
  const main = plan.parts[0]?.entity;
  const values = main?.fieldNames.map((name) => (name === 'amount' ? amount : null)) ?? [];
  return {
    record: {
      ord,
      sourceKey: String(ord),
      hash: id,
      deleted: false,
      bare: false,
      position: `CG_ZBJG.csv:${ord}`,
      verdict: 'ok',
      text: rowText(plan.columns.map(() => null)),
    },
    rows: [{ part: 0, ordinal: 0, id, rowHash: id, text: rowText(values) }],
    issues: [],
  };
}

async function stage(seq: string, amounts: readonly string[]) {
  const tables = stageTables(seq, plan);
  await database.transaction(async (client) => {
    await createStage(client, tables, plan);
    const encoder = new StageEncoder(tables, plan);
    for (const [index, amount] of amounts.entries()) encoder.add(input(index + 1, amount));
    await copyIsolating(client, encoder.take().encoded);
  });
  const refused = await database.query(`select ord from ${tables.raw} where verdict = 'quarantined' order by ord`);
  const issues = await database.query(`select ord, rule, severity, detail from ${tables.issues} order by ord`);
  const [counts] = await database.query(`select (select count(*) from ${tables.raw}) as records,
    (select count(*) from stage.r${seq}_${plan.position}_purchase_awards) as rows`);
  return { refused: refused.map(({ ord }) => Number(ord)), issues, counts };
}

const TOO_LARGE = `1${'0'.repeat(18)}`;

describe('a record the database refuses', () => {
  it('is found by halving; the others are staged', async () => {
    const amounts = Array.from({ length: 37 }, (_, index) => (index === 11 || index === 30 ? TOO_LARGE : '5.5'));
    const { refused, issues, counts } = await stage('1', amounts);
    expect(refused).toEqual([12, 31]);
    expect(counts).toEqual({ records: '37', rows: '35' });
    expect(issues.map(({ ord, rule, severity }) => [ord, rule, severity])).toEqual([
      ['12', 'record_rejected', 'blocking'],
      ['31', 'record_rejected', 'blocking'],
    ]);
    expect(issues[0]?.['detail']).toContain('numeric field overflow');
  });

  it('may be every one of them', async () => {
    const { refused, counts } = await stage('2', [TOO_LARGE, TOO_LARGE, TOO_LARGE]);
    expect(refused).toEqual([1, 2, 3]);
    expect(counts).toEqual({ records: '3', rows: '0' });
  });
});

describe('a fault of another kind', () => {
  it('stops the chunk', async () => {
    const tables = stageTables('3', plan);
    const encoder = new StageEncoder(tables, plan);
    encoder.add(input(1, '1'));
    const writing = database.transaction((client) => copyIsolating(client, encoder.take().encoded));
    await expect(writing).rejects.toMatchObject({ code: '42P01' });
  });
});
