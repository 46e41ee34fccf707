/** Clause 10 of the connector contract, for kinds that offer ranges. The delivery is cut into ranges of two records. */
import { expect, it, onTestFinished } from 'vitest';
import type { Connector, DeliveryRange, RawRecord } from '../../connectors/connector.ts';
import { carriedColumns } from '../../connectors/stream.ts';
import { collect, type Table } from './delivery.ts';

type Open = (table: Table) => Promise<{ readonly connector: Connector }>;

/** Between the third and the fourth record of the table. */
const between = (count: number) =>
  Array.from({ length: count }, (_, index) => [`003${index}`, '插入', 'hunter2', '1.10']);

export function rangesContract(full: Table, open: Open): void {
  const { stream, rows } = full;
  const request = { stream, columns: carriedColumns(stream), chunkSize: 3 };
  const readAll = async (connector: Connector, range?: DeliveryRange, after?: string): Promise<RawRecord[]> => {
    const chunks = await collect(
      connector.read({ ...request, ...(range ? { range } : {}), ...(after ? { after } : {}) }),
    );
    return chunks.flatMap(({ records }) => records);
  };
  const opened = async (table: Table): Promise<Connector> => {
    const { connector } = await open(table);
    onTestFinished(() => connector.close());
    return connector;
  };
  const rangesOf = async (connector: Connector, planned?: readonly DeliveryRange[]) => {
    const { ranges = [], declaredRows } = await connector.describe(stream, planned);
    expect(ranges.reduce((sum, range) => sum + range.rows, 0)).toBe(declaredRows);
    return ranges;
  };
  const insertedInto = (count: number): Table => ({
    ...full,
    rows: [...rows.slice(0, 3), ...between(count), ...rows.slice(3)],
  });

  it('10 gives the records of the whole reading range by range, in any order and at once', async () => {
    const connector = await opened(full);
    const ranges = await rangesOf(connector);
    expect(ranges.map((range) => [range.before, range.rows])).toEqual([
      [0, 2],
      [2, 2],
      [4, 2],
      [6, 1],
    ]);
    const whole = await readAll(connector);
    const backwards: RawRecord[][] = [];
    for (const range of ranges.toReversed()) backwards.unshift(await readAll(connector, range));
    expect(backwards.flat()).toEqual(whole);
    const atOnce = await Promise.all(ranges.map((range) => readAll(connector, range)));
    expect(atOnce.flat()).toEqual(whole);
  });

  it('10 goes on behind a cursor within the range, whichever reading emitted it', async () => {
    const connector = await opened(full);
    const [, range] = await rangesOf(connector);
    const whole = await readAll(connector);
    const cursors = await collect(connector.read({ ...request, chunkSize: 1 }));
    expect(await readAll(connector, range, cursors[2]?.cursor)).toEqual(whole.slice(3, 4));
    const own = await collect(connector.read({ ...request, ...(range ? { range } : {}), chunkSize: 1 }));
    expect(await readAll(connector, undefined, own[0]?.cursor)).toEqual(whole.slice(3));
    expect(await readAll(connector, range, own[1]?.cursor)).toEqual([]);
  });

  it('10 says which range differs from what it was', async () => {
    const planned = await rangesOf(await opened(full));
    const changed = rows.map((row, index) => (index === 4 ? [row[0] ?? null, '改', ...row.slice(2)] : row));
    const ranges = await rangesOf(await opened({ ...full, rows: changed }), planned);
    expect(ranges.map(({ id }) => id)).toEqual(planned.map(({ id }) => id));
    const same = ranges.map(({ fingerprint }, index) => fingerprint === planned[index]?.fingerprint);
    expect(same).toEqual([true, true, false, true]);
  });

  it('10 keeps ranges where they were, and tells them by their content, not their place', async () => {
    const planned = await rangesOf(await opened(full));
    const ranges = await rangesOf(await opened(insertedInto(1)), planned);
    expect(ranges.map(({ id }) => id)).toEqual(planned.map(({ id }) => id));
    expect(ranges.map((range) => [range.before, range.rows])).toEqual([
      [0, 2],
      [2, 3],
      [5, 2],
      [7, 1],
    ]);
    const same = ranges.map(({ fingerprint }, index) => fingerprint === planned[index]?.fingerprint);
    expect(same).toEqual([true, false, true, true]);
  });

  it('10 cuts a range that has outgrown its share, in the look behind', async () => {
    const planned = await rangesOf(await opened(full));
    const connector = await opened(insertedInto(5));
    const grown = await rangesOf(connector, planned);
    expect(grown.map((range) => range.rows)).toEqual([2, 7, 2, 1]);
    const again = await opened(insertedInto(5));
    const cut = await rangesOf(again, grown);
    expect(cut.map((range) => range.rows)).toEqual([2, 2, 2, 2, 1, 2, 1]);
    expect((await Promise.all(cut.map((range) => readAll(again, range)))).flat()).toEqual(await readAll(again));
  });

  it('10 plans anew where what was planned is of another order', async () => {
    const foreign = [{ id: 'nonsense', rows: 7, before: 0, fingerprint: '' }];
    expect(await rangesOf(await opened(full), foreign)).toEqual(await rangesOf(await opened(full)));
  });
}
