/** Experts and enterprises of the invented world, whose names and words the models were not made with, on its own truth. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../database/connection.ts';
import { evaluateLabels } from '../../../pipelines/reconcile/evaluate.ts';
import { readLabels } from '../../../pipelines/reconcile/labels.ts';
import { writeIdentities } from '../../../scripts/demo-data/world/identities.ts';
import { useDatabases } from '../../setup/database.ts';
import { runDemo, useDemo } from '../../setup/demo.ts';
import { runReconcile } from '../../setup/reconcile.ts';

const WORLD = { seed: 11, scale: 0.6, dirt: 1 };
const openFresh = useDatabases();
const makeDemo = useDemo();
let database: Database;
let truth: string;

beforeAll(async () => {
  ({ database } = await openFresh());
  const { directory } = await makeDemo(WORLD);
  await runDemo(database, directory);
  truth = await mkdtemp(join(tmpdir(), 'ggzy-truth-'));
  await writeIdentities(truth, WORLD);
}, 300_000);

afterAll(async () => rm(truth, { recursive: true, force: true }));

describe('before any steward has decided', { timeout: 120_000 }, () => {
  it.each([
    ['expert', 100, 0.95],
    ['enterprise', 100, 0.97],
  ] as const)('%s records are joined without a wrong one', async (kind, atLeast, floor) => {
    await runReconcile(database, { kind });
    const labels = await readLabels(join(truth, `${kind}s.csv`));
    const options = { database, kind, memoryMb: 300, signal: new AbortController().signal };
    const { records, wrong, components, blockingRecall } = await evaluateLabels(options, labels);
    expect(records).toBeGreaterThan(atLeast);
    expect(wrong).toEqual([]);
    expect({ f1: components.all.f1, floor }).toSatisfy(({ f1 }: { f1: number }) => f1 >= floor);
    expect(blockingRecall).toBeGreaterThan(0.95);
  });
});
