/**
 * Proves the clauses of `connectors/connector.ts` for a kind of system. A kind adopts it by saying how tables become a
 * delivery; the suite makes the deliveries, good and bad, and reads them.
 */
import { describe, expect, it } from 'vitest';
import type { Connector, ConnectorKind, RawChunk } from '../../connectors/connector.ts';
import { openKind } from '../../connectors/registry.ts';
import { carriedColumns } from '../../connectors/stream.ts';
import { CancelledError, ConfigurationError, SourceError } from '../../core/errors.ts';
import { temporaryDirectory } from '../fixtures/formats/temporary.ts';
import { rangesContract } from './ranges.ts';
import {
  caught,
  collect,
  listing,
  openHandles,
  readAll,
  stream,
  table,
  withColumn,
  withoutColumn,
  type Table,
} from './delivery.ts';

export interface ContractInput {
  readonly kind: ConnectorKind;
  /** Settings that must be named when they are missing. */
  readonly required: readonly string[];
  /** Puts the tables where the settings it returns can read them; `directory` is empty and private. */
  readonly deliver: (directory: string, tables: readonly Table[]) => Promise<unknown>;
  /** Spoils the record of the second row of the table after it was delivered; absent where nothing can be spoilt. */
  readonly spoil?: (directory: string, table: Table) => Promise<unknown>;
  /**
   * Makes the delivered table unreadable as a whole. Given for kinds without a header: where each record names the fields
   * it has, a missing column cannot be told from an empty one, and another fault stands in its place.
   */
  readonly damage?: (directory: string, table: Table) => Promise<void>;
  /** Settings that cut a delivery into ranges of two records; absent where the kind offers no ranges. */
  readonly ranges?: Readonly<Record<string, unknown>>;
  /** Texts that no message may show. */
  readonly secrets?: readonly string[];
}

const SYSTEM = 'contract';

interface Opened {
  readonly connector: Connector;
  readonly directory: string;
  readonly settings: unknown;
}

/** A clause that says nothing about a kind is no test of it: it is not counted as skipped either. */
const unless = (foreign: unknown): typeof it | (() => void) => (foreign ? () => undefined : it);

export function connectorContract(name: string, input: ContractInput): void {
  const open = async (directory: string, settings: unknown): Promise<Connector> =>
    openKind(input.kind, settings, { system: SYSTEM, baseDirectory: directory });

  const withFault = input.damage ? (full: Table) => full : (full: Table) => withoutColumn(full, 'JE');

  /** A delivery of which nothing may be read. */
  async function openedFaulty(...tables: Table[]): Promise<Connector> {
    const { connector, directory } = await opened(...tables.map(withFault));
    for (const each of tables) await input.damage?.(directory, each);
    return connector;
  }

  const opened = (...tables: Table[]) => openedWith({}, ...tables);

  async function openedWith(extra: Readonly<Record<string, unknown>>, ...tables: Table[]): Promise<Opened> {
    const directory = await temporaryDirectory();
    const settings = { ...Object(await input.deliver(directory, tables)), ...extra } as unknown;
    return { connector: await open(directory, settings), directory, settings };
  }

  describe(`connector contract: ${name}`, () => {
    const good = table('QYXX');

    it('1 refuses empty settings and names what is missing', async () => {
      const refusal = await caught(open('/', {}));
      expect(refusal).toBeInstanceOf(ConfigurationError);
      for (const setting of input.required) expect(refusal.message).toContain(setting);
      const unknown = await caught(open('/', { nonsense: 1 }));
      expect(unknown.message).toContain('nonsense');
    });

    it('2 check finds nothing wrong with a good delivery, and writes nothing', async () => {
      const { connector, directory } = await opened(good, table('XMXX'));
      const before = await listing(directory);
      const findings = await connector.check([good.stream, stream('XMXX')]);
      expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
      expect(await listing(directory)).toEqual(before);
    });

    it('2 check reports every fault, each in both languages and with what to do', async () => {
      const tables = [good, table('XMXX')];
      const connector = await openedFaulty(...tables);
      const findings = await connector.check([...tables.map((each) => each.stream), stream('NOWHERE')]);
      const errors = findings.filter(({ level }) => level === 'error');
      expect(new Set(errors.map((finding) => finding.stream))).toEqual(new Set(['QYXX', 'XMXX', 'NOWHERE']));
      for (const { message, next } of errors) {
        expect([message.zh, message.en, next?.zh, next?.en].every(Boolean)).toBe(true);
      }
    });

    it('3 gives exact text in the order of the requested columns, and nothing else', async () => {
      const { connector } = await opened(good);
      const records = await readAll(connector, { stream: good.stream, columns: ['JE', 'MC', 'ID'] });
      expect(records.map(({ values }) => values)).toEqual(good.rows.map(([id, mc, , je]) => [je, mc, id]));
      expect(JSON.stringify(records)).not.toContain('hunter2');
    });

    it('4 reads the same records in the same order twice', async () => {
      const { connector, directory, settings } = await opened(good);
      const again = await open(directory, settings);
      const request = { stream: good.stream, columns: ['ID', 'MC'] };
      expect(await readAll(connector, request)).toEqual(await readAll(again, request));
      expect((await connector.describe(good.stream)).fingerprint).toBe((await again.describe(good.stream)).fingerprint);
    });

    it('4 tells another delivery by its fingerprint', async () => {
      const { connector } = await opened(good);
      const { connector: other } = await opened({ ...good, rows: good.rows.slice(1) });
      const [one, two] = [await connector.describe(good.stream), await other.describe(good.stream)];
      expect(one.fingerprint).not.toBe(two.fingerprint);
    });

    it.each([1, 2, 3, 100])('5 goes on behind every cursor, chunks of %i', async (chunkSize) => {
      const { connector } = await opened(good);
      const request = { stream: good.stream, columns: carriedColumns(good.stream), chunkSize };
      const chunks = await collect(connector.read(request));
      const records = chunks.flatMap((chunk) => chunk.records);
      expect(records).toHaveLength(good.rows.length);
      let seen = 0;
      for (const { cursor, records: own } of chunks) {
        seen += own.length;
        expect(own.length).toBeLessThanOrEqual(chunkSize);
        const rest = await collect(connector.read({ ...request, after: cursor }));
        expect(rest.flatMap((chunk) => chunk.records)).toEqual(records.slice(seen));
      }
    });

    it('6 stops within one chunk when aborted, and frees its handles', async () => {
      const { connector } = await opened(good);
      const handles = await openHandles();
      const abort = new AbortController();
      const request = { stream: good.stream, columns: ['ID'], chunkSize: 1, signal: abort.signal };
      const seen: RawChunk[] = [];
      const reading = (async () => {
        for await (const chunk of connector.read(request)) {
          seen.push(chunk);
          abort.abort();
        }
      })();
      expect(await caught(reading)).toBeInstanceOf(CancelledError);
      expect(seen.length).toBeLessThanOrEqual(2);
      for await (const _ of connector.read({ stream: good.stream, columns: ['ID'], chunkSize: 1 })) break;
      await connector.close();
      await expect.poll(openHandles).toBeLessThanOrEqual(handles);
    });

    it('7 reports a new column and reads the others', async () => {
      const { connector } = await opened(withColumn(good, '备注2'));
      const { findings } = await connector.describe(good.stream);
      expect(findings.map(({ level, rule }) => [level, rule])).toEqual([['warning', 'new_column']]);
      expect(await readAll(connector, { stream: good.stream, columns: ['ID'] })).toHaveLength(good.rows.length);
    });

    unless(input.damage)('7 names the declared column that is missing', async () => {
      const { connector } = await opened(withoutColumn(good, 'JE'));
      const { findings } = await connector.describe(good.stream);
      expect(findings).toContainEqual(
        expect.objectContaining({ level: 'error', rule: 'missing_column', stream: 'QYXX' }),
      );
      const refusal = await caught(readAll(connector, { stream: good.stream, columns: ['ID'] }));
      expect(refusal.message).toContain('JE');
    });

    it('7, 9 refuses to read a delivery at fault, naming system, stream and position', async () => {
      const connector = await openedFaulty(good);
      const { findings } = await connector.describe(good.stream);
      expect(findings).toContainEqual(expect.objectContaining({ level: 'error', stream: 'QYXX' }));
      const refusal = await caught(readAll(connector, { stream: good.stream, columns: ['ID'] }));
      expect(refusal).toBeInstanceOf(SourceError);
      expect(refusal.place).toMatchObject({ system: SYSTEM, stream: 'QYXX', position: expect.any(String) });
      expect(refusal.next).toBeTruthy();
      for (const secret of input.secrets ?? []) expect(refusal.message).not.toContain(secret);
    });

    unless(!input.spoil)('8 delivers a record that cannot be read, with a problem', async () => {
      const directory = await temporaryDirectory();
      await input.deliver(directory, [good]);
      const connector = await open(directory, await input.spoil?.(directory, good));
      const records = await readAll(connector, { stream: good.stream, columns: ['ID', 'MC'] });
      expect(records.map(({ problems }) => problems !== undefined)).toEqual(good.rows.map((_, index) => index === 1));
    });

    if (input.ranges) rangesContract(good, (each) => openedWith({ ...input.ranges }, each));
  });
}
