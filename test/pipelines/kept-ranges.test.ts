/** Ranges that the source says are as they were are not read: the database and the ledger are those of a full reading. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { SourceLostError } from '../../core/errors.ts';
import { useCentre, type Centre, type CentreRun } from '../setup/centre.ts';
import { emptyDatabase } from '../setup/database.ts';
import type { Cells, MemoryOptions, Tables } from '../setup/memory-connector.ts';
import { takeSnapshot, type Snapshot } from '../setup/snapshot.ts';

const openCentre = useCentre();
let centre: Centre;
beforeEach(() => {
  centre = openCentre();
});

const STEP = 3;
/** Of eight sections of 2, 4 … 16 million, and one of 7 yuan. */
const SUM = '72000007.000000';
const project = (id: number, more: Cells = {}): Cells => ({ XMID: String(id), XMBH: `P${id}`, XMMC: '采购', ...more });
const section = (id: number, more: Cells = {}): Cells => ({
  FBID: String(id),
  XMID: '2',
  YSJE: `${id}000000`,
  ...more,
});
const projects = (count: number): Cells[] => Array.from({ length: count }, (_, index) => project((index + 1) * 2));
const sections = (count: number): Cells[] => Array.from({ length: count }, (_, index) => section((index + 1) * 2));

const tablesOf = (own: readonly Cells[], parts: readonly Cells[]): Tables => ({ CG_CGR: [], CG_XM: own, CG_FB: parts });

interface How {
  readonly readBy?: string;
  readonly judgedBy?: string;
  readonly delivery?: MemoryOptions;
}

const run = (
  tables: Tables,
  { readBy = 'a reader', judgedBy = 'a judge', delivery = {} }: How = {},
): Promise<CentreRun> =>
  centre.run(tables, { readBy, judgedBy, chunkSize: 2, delivery: { rangeRows: STEP, ...delivery } });

/** Records of a stream that were not read in the last run. */
async function kept(stream: string): Promise<number> {
  const [row] = await centre.database.query(
    `select s.carried_rows as n from ops.stream_runs s join ops.runs r using (run_id) where stream = $1
     order by r.seq desc limit 1`,
    [stream],
  );
  return Number(row?.['n']);
}

const replace = (rows: readonly Cells[], at: number, cells: Cells): Cells[] =>
  rows.map((row, index) => (index === at ? cells : row));

describe('a range that is as it was', () => {
  it('is not read, while the others are', async () => {
    await run(tablesOf(projects(9), []));
    const changed = replace(projects(9), 4, project(10, { XMMC: '改' }));
    const reads: number[] = [];
    const ended = await run(tablesOf(changed, []), { delivery: { beforeChunk: (_, from) => void reads.push(from) } });
    expect(ended.status).toBe('green');
    expect(await kept('CG_XM')).toBe(6);
    expect(ended.events).toContainEqual({ kind: 'kept', stream: 'CG_XM', rows: 6 });
    expect(reads.every((from) => from >= 3 && from < 6)).toBe(true);
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '9', updated: '1', unchanged: '8' });
  });

  it('keeps its records where others are inserted and removed before it', async () => {
    await run(tablesOf(projects(9), []));
    await run(tablesOf([project(1), ...projects(9).slice(1)], []));
    expect(await kept('CG_XM')).toBe(6);
    expect(await centre.counts('CG_XM')).toMatchObject({ inserted: '1', unchanged: '8', vanished: '1' });
    const [chunk] = await centre.database.query(`select ord_from, ord_to from ops.chunks join ops.runs r using (run_id)
      where r.seq = (select max(seq) from ops.runs) and phase = 'stage' and stream = 'CG_XM' and cursor is null order by chunk_no limit 1`);
    expect(chunk).toEqual({ ord_from: '4', ord_to: '6' });
  });

  it('is kept again, and by the money that was read at first', async () => {
    await run(tablesOf(projects(1), sections(9)));
    for (const amount of ['5', '6', '7']) {
      const changed = replace(sections(9), 8, section(18, { YSJE: amount }));
      await run(tablesOf(projects(1), changed));
      expect(await kept('CG_FB')).toBe(6);
    }
    const rows = await centre.database
      .query(`select source_sum + 0 as source, target_sum + 0 as target, loaded_sum + 0 as loaded
      from ops.stream_amounts join ops.runs r using (run_id) where stream = 'CG_FB' order by r.seq desc, field limit 1`);
    expect(rows).toEqual([{ source: SUM, target: SUM, loaded: SUM }]);
  });

  it('is kept behind a run that was carried on as a whole', async () => {
    await run(tablesOf(projects(9), []));
    await run(tablesOf(projects(9), []));
    await run(tablesOf(replace(projects(9), 0, project(2, { XMMC: '改' })), []));
    expect(await kept('CG_XM')).toBe(6);
  });
});

describe('a run that is broken off behind ranges it kept', () => {
  it('goes on with what is left, and ends as a full reading does', async () => {
    const changed = tablesOf(replace(projects(9), 4, project(10, { XMMC: '改' })), []);
    await run(tablesOf(projects(9), []));
    const losing = {
      beforeChunk: (stream: string) => {
        throw new SourceLostError('连接中断', { stream });
      },
    };
    await expect(run(changed, { delivery: losing })).rejects.toBeInstanceOf(SourceLostError);
    const resumed = await run(changed);
    expect(resumed).toMatchObject({ resumed: true, status: 'green' });
    expect(resumed.events).toContainEqual({ kind: 'resumed', stream: 'CG_XM', rows: 6 });
    expect(await kept('CG_XM')).toBe(6);
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '9', updated: '1', unchanged: '8' });
  });
});

describe('records of a kept range that are in doubt', () => {
  it('are judged again where they were at fault', async () => {
    const odd = replace(sections(9), 1, section(4, { XMID: '99' }));
    await run(tablesOf(projects(9), odd));
    await run(tablesOf(projects(9), replace(odd, 8, section(18, { YSJE: '5' }))));
    expect(await kept('CG_FB')).toBe(6);
    expect(await centre.counts('CG_FB')).toMatchObject({ quarantined: '1', unchanged: '7', updated: '1' });
    // The parent arrives: the range is as it was, and the verdict is another.
    await run(tablesOf([...projects(9), project(99)], replace(odd, 8, section(18, { YSJE: '6' }))));
    expect(await kept('CG_FB')).toBe(6);
    expect(await centre.counts('CG_FB')).toMatchObject({ inserted: '1', unchanged: '7', updated: '1' });
  });

  it('are judged again where what they refer to was changed', async () => {
    const own = replace(sections(9), 1, section(4, { XMID: '6' }));
    await run(tablesOf(projects(9), own));
    await run(tablesOf(replace(projects(9), 2, project(6, { XMMC: '改' })), own));
    expect(await kept('CG_FB')).toBe(9);
    expect(await centre.counts('CG_FB')).toMatchObject({ unchanged: '9' });
  });

  it('stand where the quarantined version stood, not the live one before it', async () => {
    await run(tablesOf(projects(9), sections(9)));
    const bad = replace(sections(9), 1, section(4, { XMID: '99' }));
    await run(tablesOf(projects(9), bad));
    await run(tablesOf(projects(9), replace(bad, 8, section(18, { YSJE: '5' }))));
    expect(await kept('CG_FB')).toBe(6);
    expect(await centre.counts('CG_FB')).toMatchObject({ quarantined: '1', unchanged: '7', updated: '1' });
    expect(await centre.quarantine()).toEqual(['CG_FB 4 open']);
  });
});

describe('a range is read though it is as it was', () => {
  const first = () => run(tablesOf(projects(9), sections(9)));
  const edited = tablesOf(projects(9), replace(sections(9), 8, section(18, { YSJE: '5' })));

  it('where the raw layer could not keep the text of a record in doubt', async () => {
    const odd = replace(projects(9), 1, project(4, { XMMC: '采\u0000购' }));
    await run(tablesOf(odd, []));
    await run(tablesOf(replace(odd, 8, project(18, { XMMC: '改' })), []));
    expect(await kept('CG_XM')).toBe(3);
  });

  it('where only the reader knew what was wrong with a record', async () => {
    const marks = (_: string, cells: Cells) =>
      cells['XMID'] === '4'
        ? { problems: [{ rule: 'invalid_bytes', column: 'XMMC', severity: 'blocking' as const }] }
        : {};
    await run(tablesOf(projects(9), []), { delivery: { marks } });
    await run(tablesOf(replace(projects(9), 8, project(18, { XMMC: '改' })), []), { delivery: { marks } });
    expect(await kept('CG_XM')).toBe(3);
    expect(await centre.counts('CG_XM')).toMatchObject({ quarantined: '1', unchanged: '7' });
  });

  it.each([
    ['another reader reads it', { readBy: 'another reader' }],
    ['another judge judges it', { judgedBy: 'another judge' }],
  ])('where %s', async (_, how) => {
    await first();
    await run(edited, how);
    expect(await kept('CG_FB')).toBe(0);
    expect(await centre.counts('CG_FB')).toMatchObject({ status: 'green', read: '9' });
  });

  it('where another run has touched the stream since', async () => {
    await first();
    const changed = { ...edited, CG_FB: replace(sections(9), 0, section(2, { YSJE: '9' })) };
    await centre.run(changed, { complete: false, judgedBy: 'a judge', chunkSize: 2 });
    // The source is again what it was at the acceptance, and the target is not.
    await run(tablesOf(projects(9), sections(9)));
    expect(await kept('CG_FB')).toBe(0);
    expect(await centre.counts('CG_FB')).toMatchObject({ updated: '1' });
  });

  it('where the run before did not read it by ranges', async () => {
    await centre.run(tablesOf(projects(9), sections(9)), { judgedBy: 'a judge', readBy: 'a reader', chunkSize: 4 });
    await run(edited);
    expect(await kept('CG_FB')).toBe(0);
  });
});

interface Outcome {
  readonly snapshot: Snapshot;
  readonly ledger: readonly unknown[];
}

/** @param keeping ranges are kept where they can be; else each run has a reader of its own. */
async function deliver(deliveries: readonly Tables[], keeping: boolean): Promise<Outcome & { readonly kept: number }> {
  await emptyDatabase(centre.database);
  const ledger: unknown[] = [];
  for (const [index, tables] of deliveries.entries()) {
    await run(tables, { readBy: keeping ? 'a reader' : `reader ${index}` });
    ledger.push(
      await centre.database.query(`select s.stream, s.status, s.read, s.inserted, s.updated, s.unchanged, s.deleted,
        s.skipped, s.quarantined, s.vanished, s.canonical_read, s.canonical_loaded,
        (select string_agg(row(a.field, a.source_sum + 0, a.loaded_sum + 0, a.target_sum + 0)::text, ' ' order by a.field)
          from ops.stream_amounts a where a.run_id = s.run_id and a.stream = s.stream) as amounts
        from ops.stream_runs s join ops.runs r using (run_id)
        where r.seq = (select max(seq) from ops.runs) order by s.position`),
    );
  }
  const [row] = await centre.database.query('select sum(carried_rows) as n from ops.stream_runs');
  return { snapshot: await takeSnapshot(centre.database), ledger, kept: Number(row?.['n']) };
}

/** What a source may do to its table between two nights. */
type Change = (rows: Cells[]) => Cells[];

const anyId = fc.integer({ min: 1, max: 30 });
const anySection = fc.record({
  XMID: fc.constantFrom('2', '4', '6', '99'),
  YSJE: fc.constantFrom('1000000', '2500000.5', '0.1', '亿', null),
});
const put = (rows: Cells[], row: Cells): Cells[] =>
  [...rows.filter(({ FBID }) => FBID !== row['FBID']), row].toSorted((a, b) => Number(a['FBID']) - Number(b['FBID']));
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(anyId, anySection).map(
    ([id, more]): Change =>
      (rows) =>
        put(rows, section(id, more)),
  ),
  anyId.map(
    (id): Change =>
      (rows) =>
        rows.filter(({ FBID }) => FBID !== String(id)),
  ),
);
const anyNight = fc.record({
  own: fc.subarray([2, 4, 6, 8]),
  renamed: fc.option(fc.constantFrom(2, 4, 6), { nil: null, freq: 3 }),
  changes: fc.array(anyChange, { maxLength: 3 }),
});

it('whatever the source does between the nights', async () => {
  let keptAtAll = 0;
  const property = fc.asyncProperty(fc.array(anyNight, { minLength: 2, maxLength: 5 }), async (nights) => {
    let rows = sections(12);
    const deliveries = [tablesOf(projects(4), rows)];
    for (const { own, renamed, changes } of nights) {
      rows = changes.reduce((before, change) => change(before), rows);
      const parents = [2, 4, 6, 8].filter((id) => own.length < 2 || own.includes(id));
      deliveries.push(
        tablesOf(
          parents.map((id) => project(id, renamed === id ? { XMMC: '改' } : {})),
          rows,
        ),
      );
    }
    const full = await deliver(deliveries, false);
    const sparing = await deliver(deliveries, true);
    expect(full.kept).toBe(0);
    keptAtAll += sparing.kept;
    expect({ ...sparing, kept: 0 }).toEqual(full);
  });
  await fc.assert(property, { numRuns: 8 });
  expect(keptAtAll).toBeGreaterThan(0);
}, 600_000);
