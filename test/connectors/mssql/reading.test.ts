/** A guest: one connection, one transaction, nothing written, nothing left running. On the double. */
import { describe, expect, it } from 'vitest';
import { CancelledError, SourceError } from '../../../core/errors.ts';
import { caught } from '../../contract/delivery.ts';
import { before, silence } from '../../setup/tds/double.ts';
import { startTables } from './double-source.ts';
import { isReading, numbered, numbers, numbersTable, spoilRows, wide, wideTable } from './numbers.ts';
import { readRows } from '../database/read-rows.ts';

const other = { ...numbers, name: 'GC_TB' };
const both = (rows: number) => [numbersTable(rows), numbersTable(3, 'GC_TB')];

describe('the connection', () => {
  it('is one, in one snapshot transaction, for everything that is asked', async () => {
    const { server, open } = await startTables({ tables: both(5) });
    const connector = await open({ readOnlyIntent: true, packetSize: 8192 });
    await connector.check([numbers, other]);
    await connector.describe(numbers);
    await readRows(connector, { stream: numbers, columns: ['ID'] });
    await readRows(connector, { stream: other, columns: ['ID'] });
    expect(server.connections).toBe(1);
    expect(server.transactions).toEqual(['begin snapshot']);
    expect(server.logins.at(-1)).toMatchObject({ application: 'ggzy', readOnlyIntent: true, packetSize: 8192 });
    const about = server.requests.filter(({ text }) => /GC_|from \[dbo\]/.test(text));
    expect(new Set(about.map(({ isolation }) => isolation))).toEqual(new Set(['snapshot']));
    await connector.close();
    await expect.poll(() => server.connections).toBe(0);
    expect(server.transactions).toEqual(['begin snapshot', 'rollback']);
    expect(server.faults).toEqual([]);
  });

  it('never waits long for a lock, gives way in a deadlock, and only ever asks', async () => {
    const { server, open } = await startTables({ tables: both(5) });
    const connector = await open();
    await connector.describe(numbers);
    await readRows(connector, { stream: numbers, columns: ['ID'] });
    const texts = server.requests.map(({ text }) => text.trim());
    expect(texts).toContain('set nocount on; set lock_timeout 30000; set xact_abort off');
    expect(texts).toContain('set deadlock_priority low');
    expect(texts.filter((text) => !/^(?:set|select) /i.test(text))).toEqual([]);
    expect(texts.join('\n')).not.toMatch(/nolock|uncommitted/i);
  });

  it.each([
    ['snapshots are not allowed', { snapshots: '0' }, [], ['snapshot_off']],
    ['a change of that is under way', { snapshots: '3' }, [], ['snapshot_off']],
    ['nothing is written there', { snapshots: '0', updateability: 'READ_ONLY' }, ['begin read committed'], []],
  ])('where %s', async (_, server, transactions, rules) => {
    const source = await startTables({ tables: both(5), server });
    const connector = await source.open();
    const findings = await connector.check([numbers]);
    expect(findings.map(({ rule }) => rule).filter((rule) => rule === 'snapshot_off')).toEqual(rules);
    expect(await readRows(connector, { stream: numbers, columns: ['ID'] })).toEqual(numbered(5));
    expect(source.server.transactions).toEqual(transactions);
  });

  it('serves several readings at once, each in its turn', async () => {
    const { server, open } = await startTables({ tables: both(4000) });
    const connector = await open();
    const [all, few] = await Promise.all([
      readRows(connector, { stream: numbers, columns: ['ID'], chunkSize: 500 }),
      readRows(connector, { stream: other, columns: ['ID'] }),
    ]);
    expect([all, few]).toEqual([numbered(4000), numbered(3)]);
    expect(server.requests.filter(({ text }) => isReading(text))).toHaveLength(2);
  });

  it('lets others go first where a reading stands open, which then goes on behind its last record', async () => {
    const { server, open } = await startTables({ tables: both(4000) });
    const connector = await open();
    const seen: (string | null)[] = [];
    for await (const { records } of connector.read({ stream: numbers, columns: ['ID'], chunkSize: 1500 })) {
      seen.push(...records.map(({ values: [id = null] }) => id));
      expect(await readRows(connector, { stream: other, columns: ['ID'] })).toEqual(numbered(3));
    }
    expect(seen).toEqual(numbered(4000).map(([, id]) => id));
    expect(server.transactions).toEqual(['begin snapshot']);
    expect(server.connections).toBe(1);
  });
});

describe('without snapshots', () => {
  it('each chunk is a query of its own, so that no reading holds locks while it waits', async () => {
    const { server, open } = await startTables({ tables: both(7), server: { snapshots: '0' } });
    const connector = await open();
    expect(await readRows(connector, { stream: numbers, columns: ['ID'], chunkSize: 3 })).toEqual(numbered(7));
    const readings = server.requests.filter(({ text }) => isReading(text));
    expect(readings.map(({ text }) => /top \(\d+\)/.exec(text)?.[0])).toEqual(['top (3)', 'top (3)', 'top (3)']);
    expect(readings.map(({ parameters }) => parameters.get('k0'))).toEqual([undefined, '3', '6']);
  });

  it('a table that changes between the count and the reading is refused', async () => {
    const table = numbersTable(7);
    const { open } = await startTables({ tables: [table], server: { snapshots: '0' } });
    const connector = await open();
    expect(await connector.describe(numbers)).toMatchObject({ declaredRows: 7 });
    table.rows = table.rows.slice(1);
    const refusal = await caught(readRows(connector, { stream: numbers, columns: ['ID'] }));
    expect(refusal).toBeInstanceOf(SourceError);
    expect(refusal.message).toContain('应有7行，实有6行');
    expect(refusal.next).toContain('ALTER DATABASE [JZJY] SET ALLOW_SNAPSHOT_ISOLATION ON;');
  });
});

describe('a reading', () => {
  it('that is aborted leaves nothing running, not even before the first record', async () => {
    const { server, open } = await startTables({ tables: both(7) }, spoilRows(silentFrom(0)));
    const connector = await open();
    const abort = new AbortController();
    const reading = readRows(connector, { stream: numbers, columns: ['ID'], signal: abort.signal });
    await expect.poll(() => server.requests.filter(({ text }) => isReading(text)).length).toBe(1);
    abort.abort();
    expect(await caught(reading)).toBeInstanceOf(CancelledError);
    expect(server.attentions).toBe(1);
    expect(await connector.describe(other)).toMatchObject({ declaredRows: 3 });
    expect(server.transactions).toEqual(['begin snapshot']);
  });

  it('that is aborted while it waits for its turn never asks', async () => {
    const { server, open } = await startTables({ tables: both(7) }, spoilRows(silentFrom(2)));
    const connector = await open();
    await connector.describe(other);
    const [first, second] = [new AbortController(), new AbortController()];
    const request = { stream: numbers, columns: ['ID'], chunkSize: 100 };
    const running = readRows(connector, { ...request, signal: first.signal });
    await expect.poll(() => server.requests.filter(({ text }) => isReading(text)).length).toBe(1);
    const waiting = readRows(connector, { ...request, stream: other, signal: second.signal });
    await new Promise((resolve) => setTimeout(resolve, 20));
    second.abort();
    expect(await caught(waiting)).toBeInstanceOf(CancelledError);
    first.abort();
    expect(await caught(running)).toBeInstanceOf(CancelledError);
    expect(server.requests.filter(({ text }) => isReading(text))).toHaveLength(1);
  });

  it('that is left early, or aborted in the middle, leaves nothing running', async () => {
    const { server, open } = await startTables({ tables: [wideTable(5_000)] });
    const connector = await open();
    const abort = new AbortController();
    const request = { stream: wide, columns: ['NR'], chunkSize: 10 };
    for await (const _ of connector.read(request)) break;
    expect(server.attentions).toBe(1);
    const reading = (async () => {
      for await (const _ of connector.read({ ...request, signal: abort.signal })) abort.abort();
    })();
    expect(await caught(reading)).toBeInstanceOf(CancelledError);
    expect(server.attentions).toBe(2);
    expect(server.rowsSent).toBeLessThan(10_000);
    await expect(readRows(connector, { ...request, signal: abort.signal })).rejects.toBeInstanceOf(CancelledError);
    expect(await connector.describe(wide)).toMatchObject({ declaredRows: 5_000 });
    expect(server.transactions).toEqual(['begin snapshot']);
  });

  it('waits for its consumer: what is not taken stays on the server', async () => {
    const { server, open } = await startTables({ tables: [wideTable(20_000)] });
    const connector = await open();
    for await (const _ of connector.read({ stream: wide, columns: ['NR'], chunkSize: 10 })) {
      // However slow the machine: the server comes to rest, and not because it is done.
      let sent = -1;
      await expect.poll(() => sent === (sent = server.rowsSent), { interval: 300, timeout: 20_000 }).toBe(true);
      expect(sent).toBeLessThan(10_000);
      break;
    }
  });

  it('that its consumer holds up for longer than the deadline goes on', async () => {
    const { open } = await startTables({ tables: both(20_000) });
    const connector = await open({ statementTimeout: 2 });
    let rows = 0;
    for await (const { records } of connector.read({ stream: numbers, columns: ['ID'], chunkSize: 10_000 })) {
      if (rows === 0) await new Promise((resolve) => setTimeout(resolve, 2500));
      rows += records.length;
    }
    expect(rows).toBe(20_000);
  });
});

function silentFrom(number: number) {
  return (rows: Parameters<typeof before>[0]) => before(rows, number, silence);
}
