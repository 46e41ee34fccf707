/** States of one record that are merged in different transactions, in whatever order. */
import { beforeEach, describe, expect, it } from 'vitest';
import { rowText } from '../../../core/row-text.ts';
import type { Database } from '../../../database/connection.ts';
import { beginRun } from '../../../database/load/run-ledger.ts';
import { beginStream } from '../../../database/load/stream-ledger.ts';
import type { MergeContext } from '../../../database/load/merge-context.ts';
import { mergeChunk } from '../../../database/load/merge.ts';
import { copyIsolating } from '../../../database/load/isolate.ts';
import { createStage, stageTables } from '../../../database/load/stage-tables.ts';
import { StageEncoder } from '../../../database/load/stage-encoder.ts';
import { duplicates } from '../../../database/rules/duplicates.ts';
import { planStream } from '../../../pipelines/plan.ts';
import { useDatabases } from '../../setup/database.ts';
import { changes } from '../../setup/last-counts.ts';

const openFresh = useDatabases();
const [mapping] = changes.mappings.filter(({ stream }) => stream.name === 'CG_XM');
let database: Database;

beforeEach(async () => {
  ({ database } = await openFresh());
});

/** @param contents of the records of one key, a letter each. */
async function stage(contents: string): Promise<MergeContext> {
  if (!mapping) throw new Error('no CG_XM');
  const plan = planStream(mapping, changes.mappings);
  const asOf = '2020-11-30T16:00:00Z';
  const begin = {
    runId: 'r1',
    system: plan.system,
    fingerprint: '',
    asOf,
    day: '',
    complete: true,
    operator: 'tester',
  };
  const run = await beginRun(database, begin);
  await beginStream(database, run.runId, plan, {
    declaredRows: null,
    fingerprint: '',
    bytes: 0,
    judgedBy: '',
    readBy: null,
  });
  const tables = stageTables(run.seq, plan);
  const encoder = new StageEncoder(tables, plan);
  for (const [index, content] of contents.split('').entries()) {
    const hash = content.charCodeAt(0).toString(16).padStart(32, '0');
    const text = rowText(plan.columns.map((name) => (name === 'XMMC' ? content : null)));
    const position = `p:${index + 1}`;
    const record = { ord: index + 1, sourceKey: '1', hash, deleted: false, bare: false, position, text };
    encoder.add({ record: { ...record, verdict: 'ok' }, rows: [], issues: [] });
  }
  await database.transaction(async (client) => {
    await createStage(client, tables, plan);
    await copyIsolating(client, encoder.take().encoded);
    await duplicates.run(client, {
      plan,
      tables,
      incompleteStreams: new Set(),
      runId: run.runId,
      day: '',
      deletionLimit: 1,
    });
  });
  return { plan, tables, runId: run.runId, previousRun: null, asOf, day: '', fresh: true };
}

async function merge(context: MergeContext, ords: readonly number[]): Promise<string[]> {
  for (const ord of ords) {
    const range = { chunkNo: ord, from: ord, to: ord };
    await database.transaction((client) => mergeChunk(client, context, range));
  }
  const rows = await database.query(
    `select concat_ws(' ', "XMMC", _state, _position) as line from raw.procurement_cg_xm order by 1`,
  );
  return rows.map(({ line }) => line ?? '');
}

describe('superseded states', () => {
  it.each([
    ['ABA', [1, 2, 3]],
    ['ABA', [3, 2, 1]],
    ['ABA', [2, 3, 1]],
  ])('of %s leave one row per content, merged as %j', async (contents, ords) => {
    expect(await merge(await stage(contents), ords)).toEqual(['A live p:3', 'B past p:2']);
  });

  it.each([[[1, 2, 3, 4]], [[4, 3, 2, 1]]])('that repeat stand where they stood first, merged as %j', async (ords) => {
    expect(await merge(await stage('ABAC'), ords)).toEqual(['A past p:1', 'B past p:2', 'C live p:4']);
  });
});
