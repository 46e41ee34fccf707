/** A stream may declare that it holds each entity once: its records are never one, and a steward sees what would be. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../database/connection.ts';
import { OnePerStream } from '../../../pipelines/reconcile/one-per-stream.ts';
import { SYSTEMS } from '../../../pipelines/registry.ts';
import { procurement } from '../../../pipelines/systems/procurement.ts';
import { Expert } from '../../../schemas/entities/expert.ts';
import { putRows } from '../../setup/canonical.ts';
import { useDatabases } from '../../setup/database.ts';
import { adoptDeclared, personRows, readEntities, readEverything, runReconcile } from '../../setup/reconcile.ts';

const openFresh = useDatabases();
let database: Database;
const STREAM = procurement.mappings[0]?.stream.name ?? '';
const once = new OnePerStream([{ ...procurement, onePerStream: [STREAM] }]);

beforeEach(async () => {
  ({ database } = await openFresh());
  await adoptDeclared(database, 'expert');
  const [onestop, bought] = personRows(1);
  await putRows(database, Expert, [
    onestop!,
    { ...bought!, stream: STREAM },
    { ...bought!, stream: STREAM, key: 'Q1' },
  ]);
});

describe('records of one stream', () => {
  it('may be one, for no system declares otherwise', async () => {
    expect(SYSTEMS.flatMap(({ onePerStream = [] }) => onePerStream)).toEqual([]);
    await runReconcile(database, { kind: 'expert' });
    expect(await readEntities(database, 'expert')).toEqual(['O1 P1 Q1']);
  });

  it('are never one where the stream holds each person once, and wait for a steward', async () => {
    const { review, entities } = await runReconcile(database, { kind: 'expert', once });
    expect({ review, entities }).toEqual({ review: expect.any(Number) as number, entities: 2 });
    expect(review).toBeGreaterThan(0);
    const statuses = await database.query(`select distinct status from identity.pairs where status <> 'joined'`);
    expect(statuses).toEqual([{ status: 'same_system' }]);
  });

  it('are apart in an increment as in a full run', async () => {
    await runReconcile(database, { kind: 'expert', once });
    const [, bought] = personRows(1);
    await putRows(database, Expert, [{ ...bought!, stream: STREAM, key: 'R1' }]);
    await runReconcile(database, { kind: 'expert', once });
    const after = await readEverything(database);
    await runReconcile(database, { kind: 'expert', once, mode: 'full' });
    expect(await readEverything(database)).toEqual(after);
    expect(await readEntities(database, 'expert')).toHaveLength(3);
  });
});

describe('a declaration', () => {
  it('of a stream that no mapping reads is refused', () => {
    const wrong = { ...procurement, onePerStream: ['NOWHERE'] };
    expect(() => new OnePerStream([wrong])).toThrow('procurement/NOWHERE');
  });
});
