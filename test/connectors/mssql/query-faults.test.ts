/** What goes wrong with a query or a reading, on the double: a server that refuses, falls silent, breaks off, deadlocks. */
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../core/errors.ts';
import { caught } from '../../contract/delivery.ts';
import { before, Cut, Garbage, silence, SqlError, type Answer, type Rows } from '../../setup/tds/double.ts';
import { answerTables } from '../../setup/tds/tables.ts';
import { startTables } from './double-source.ts';
import { expectFault } from './expect-fault.ts';
import { isReading, numbered, numbers as stream, numbersTable, refuse, spoilRows } from './numbers.ts';
import { readRows } from '../database/read-rows.ts';

describe('a query', () => {
  it('that is refused says why, and the state is still there', async () => {
    const { open } = await startTables({ tables: [numbersTable(3)] }, (handler) => (request) => {
      if (request.text.includes('count_big')) throw new SqlError(229, 'The SELECT permission was denied on GC_BD');
      return handler(request);
    });
    const connector = await open();
    const { findings } = await connector.describe(stream);
    expect(findings).toMatchObject([{ level: 'error', rule: 'permission_missing', stream: 'GC_BD' }]);
    expect(await readRows(connector, { stream, columns: ['ID'] })).toHaveLength(3);
  });

  it('that the server does not answer is given up, and the connection still serves', async () => {
    const { server, open } = await startTables(
      { tables: [numbersTable(3)] },
      (handler) => (request) => (request.text.includes('count_big') ? silence() : handler(request)),
    );
    const connector = await open({ statementTimeout: 0.5 });
    expect((await connector.describe(stream)).findings.map(({ rule }) => rule)).toEqual(['query_timeout']);
    expect(server.attentions).toBe(1);
    expect(await readRows(connector, { stream, columns: ['ID'] })).toHaveLength(3);
    expect(server.transactions).toEqual(['begin snapshot']);
  });

  it('that is answered with nonsense ends in a fault, not in waiting', async () => {
    const { open } = await startTables({ tables: [numbersTable(3)] }, (handler) => (request) => {
      if (request.text.includes('count_big')) throw new Garbage();
      return handler(request);
    });
    const connector = await open({ statementTimeout: 1 });
    const { findings } = await connector.describe(stream);
    expect(findings.filter(({ level }) => level === 'error')).toHaveLength(1);
  });
});

describe('a reading', () => {
  const rows = (count: number, change: (rows: Rows, count: number) => Answer['rows'], view: string) =>
    startTables({ tables: [numbersTable(count)], server: { snapshots: view } }, spoilRows(change));

  it.each(['1', '0'])(
    'that breaks off names the last record, and another goes on behind it (snapshots: %s)',
    async (view) => {
      const cutFirst = (all: Rows, count: number): Answer['rows'] =>
        count === 1 ? before(all, view === '1' ? 2500 : 500, refuse(new Cut())) : all;
      const { open } = await rows(5000, cutFirst, view);
      const request = { stream, columns: ['ID'], chunkSize: 1000 };
      const chunks: string[] = [];
      let seen = 0;
      const connector = await open();
      const reading = (async () => {
        for await (const chunk of connector.read(request)) {
          chunks.push(chunk.cursor);
          seen += chunk.records.length;
        }
      })();
      const refusal = await caught(reading);
      expect(refusal).toBeInstanceOf(SourceError);
      expect(refusal.message).toContain('连接中断');
      expect(refusal.place).toMatchObject({ stream: 'GC_BD', position: expect.stringMatching(/^GC_BD:\d+$/) });
      expect(refusal.next).toContain('从中断处继续');
      const after = chunks.at(-1);
      const rest = await readRows(await open(), after === undefined ? request : { ...request, after });
      expect(rest[0]).toEqual([seen + 1, String(seen + 1)]);
      expect(seen + rest.length).toBe(5000);
      // What was one state is gone for this connector; where there was none, it connects again.
      const again = connector.describe(stream);
      expect((await again).findings.map(({ rule }) => rule)).toEqual(view === '1' ? ['snapshot_lost'] : []);
    },
  );

  it('that falls silent is given up; the state is still there', async () => {
    const { server, open } = await rows(10, (all, count) => (count === 1 ? before(all, 5, silence) : all), '1');
    const connector = await open({ statementTimeout: 0.5 });
    const refusal = await caught(readRows(connector, { stream, columns: ['ID'], chunkSize: 2 }));
    expect(refusal.message).toContain('没有送来数据');
    expect(server.attentions).toBe(1);
    expect(await readRows(connector, { stream, columns: ['ID'] })).toHaveLength(10);
  });

  const deadlock = refuse(new SqlError(1205, 'Transaction was deadlocked'));

  it('that loses a deadlock without snapshots is tried again from the last record on', async () => {
    const { server, open } = await rows(10, (all, count) => (count <= 2 ? before(all, 3, deadlock) : all), '0');
    const reading = readRows(await open(), { stream, columns: ['ID'], chunkSize: 4 });
    expect(await reading).toEqual(numbered(10));
    expect(server.requests.filter(({ text }) => isReading(text)).map(({ parameters }) => parameters.get('k0'))).toEqual(
      [undefined, '3', '4', '8'],
    );
  });

  it('that loses a deadlock in a snapshot takes the state with it', async () => {
    const { open } = await rows(10, (all) => before(all, 3, deadlock), '1');
    const connector = await open();
    const refusal = await caught(readRows(connector, { stream, columns: ['ID'], chunkSize: 4 }));
    expect(refusal.message).toContain('1205');
    expect((await connector.describe(stream)).findings.map(({ rule }) => rule)).toEqual(['snapshot_lost']);
  });

  it('that loses every deadlock is given up', async () => {
    const { server, open } = await rows(10, (all) => before(all, 0, deadlock), '0');
    const refusal = await caught(readRows(await open(), { stream, columns: ['ID'] }));
    expect(refusal.message).toContain('1205');
    expect(server.requests.filter(({ text }) => isReading(text))).toHaveLength(3);
  });
});

describe('rights', () => {
  it('names the grant to ask for, and leaves withheld columns out of it', async () => {
    const { open } = await startTables({ tables: [numbersTable(1)], closed: ['ID', 'MM'] });
    const finding = await expectFault(await open(), 'permission_missing');
    expect(finding.next?.zh).toContain('grant select on [dbo].[GC_BD] ([ID]) to [reader];');
    const withheld = await startTables({ tables: [numbersTable(1)], closed: ['MM'] });
    expect((await (await withheld.open()).describe(stream)).findings).toEqual([]);
  });

  it.each([
    ['a mask', ['ID', 'MM'], 'grant unmask'],
    ['a policy', [''], '安全策略'],
  ])('refuses what %s would hide', async (_, hidden, next) => {
    const { open } = await startTables({ tables: [numbersTable(1)], hidden, server: { version: '13.0.4001.0' } });
    const finding = await expectFault(await open(), 'permission_missing');
    expect(finding.next?.zh).toContain(next);
  });

  it('does not mind what hides withheld columns, and does not ask a server that knows no masks', async () => {
    const withheld = await startTables({
      tables: [numbersTable(1)],
      hidden: ['MM'],
      server: { version: '13.0.4001.0' },
    });
    expect((await (await withheld.open()).describe(stream)).findings).toEqual([]);
    const old = await startTables({ tables: [numbersTable(1)], hidden: ['ID'] });
    expect((await (await old.open()).describe(stream)).findings).toEqual([]);
  });

  it('says which tables there are where the one it looks for is not, or is not shown', async () => {
    const { open } = await startTables({ tables: [{ ...numbersTable(1), name: 'GC_BD2' }] });
    const finding = await expectFault(await open(), 'missing_table');
    expect(finding.next?.zh).toContain('GC_BD2');
    expect(finding.next?.zh).toContain('select 权限');
    expect(await readRows(await open({ tables: { GC_BD: 'GC_BD2' } }), { stream, columns: ['ID'] })).toHaveLength(1);
  });

  it('handlers that answer tables refuse what the connector does not ask', () => {
    const handler = answerTables({ name: 'JZJY', tables: [] });
    expect(() => handler({ text: 'delete from t', parameters: new Map(), isolation: '' })).toThrow('Incorrect syntax');
  });
});
