/**
 * A test double: a connector whose delivery is a few arrays. It keeps the contract of real ones (exact text, same order,
 * resumable, cancellable) and can be told to fail as they do.
 */
import type {
  Connector,
  DeliveryRange,
  Finding,
  PlannedRange,
  RawChunk,
  RawRecord,
  ReadRequest,
  StreamDelivery,
} from '../../connectors/connector.ts';
import type { Bounds } from '../../connectors/database/range-id.ts';
import { deliveryRanges } from '../../connectors/database/range-sums.ts';
import { cutRanges, type Cutting } from '../../connectors/database/ranges.ts';
import type { StreamContract } from '../../connectors/stream.ts';
import { SourceError } from '../../core/errors.ts';
import { hashText } from '../../core/ids.ts';

/** Columns that are not named hold no value. */
export type Cells = Readonly<Record<string, string | null>>;
/** Rows by stream; a stream that is not named is delivered empty. */
export type Tables = Readonly<Record<string, readonly Cells[]>>;

export interface MemoryOptions {
  /** Streams whose delivery cannot be read: the finding says why. */
  readonly unreadable?: readonly string[];
  /** The stream breaks off before this record, counted from 0. */
  readonly breaksAt?: Readonly<Record<string, number>>;
  /** Rows the delivery declares where they differ from those it holds. */
  readonly declared?: Readonly<Record<string, number>>;
  /** Cuts deliveries into ranges of so many rows; keys are numbers, and rows stand in their order. */
  readonly rangeRows?: number;
  /** Rows at the end of each range that are no longer there when it is read. */
  readonly loses?: number;
  /** Called before each chunk. */
  readonly beforeChunk?: (stream: string, from: number) => void | Promise<void>;
  /** What only a reader knows of a row: struck through, unreadable, no record. Not compared by the fingerprint. */
  readonly marks?: (stream: string, cells: Cells) => Partial<Pick<RawRecord, 'deleted' | 'skip' | 'problems'>>;
}

export class MemoryConnector implements Connector {
  readonly tables: Tables;
  readonly options: MemoryOptions;
  readonly reads: string[] = [];

  constructor(tables: Tables, options: MemoryOptions = {}) {
    this.tables = tables;
    this.options = options;
  }

  async check(streams: readonly StreamContract[]): Promise<Finding[]> {
    return streams.flatMap(({ name }) => this.#findings(name));
  }

  async describe(stream: StreamContract, planned: readonly PlannedRange[] = []): Promise<StreamDelivery> {
    const { name, columns } = stream;
    const rows = this.tables[name] ?? [];
    const step = this.options.rangeRows;
    const ranges = step === undefined ? {} : { ranges: await rangesOf(stream, rows, { step, planned }) };
    return {
      ...ranges,
      declaredRows: this.options.declared?.[name] ?? rows.length,
      columns: Object.keys(columns),
      bytes: 0,
      fingerprint: hashText(JSON.stringify(rows)),
      findings: this.#findings(name),
    };
  }

  async *read(request: ReadRequest): AsyncGenerator<RawChunk, void, undefined> {
    const { stream, columns, after, chunkSize, signal, changedSince, range } = request;
    const { name } = stream;
    const first = range?.before ?? 0;
    const isChanged = (cells: Cells): boolean =>
      changedSince === undefined || (cells[stream.cursor?.column ?? ''] ?? changedSince) >= changedSince;
    const rows = (this.tables[name] ?? []).filter(isChanged);
    const end = this.options.breaksAt?.[name] ?? rows.length;
    const last = range ? first + range.rows - (this.options.loses ?? 0) : rows.length;
    this.reads.push(`${name} from ${after ?? (range ? first : 'the beginning')}`);
    for (let from = Number(after ?? first); from < last; from += chunkSize) {
      await this.options.beforeChunk?.(name, from);
      signal?.throwIfAborted();
      if (from >= end) throw new SourceError(`${name}: the delivery breaks off`, { stream: name });
      const records = rows.slice(from, Math.min(from + chunkSize, last)).map((cells, index) => ({
        ...this.options.marks?.(name, cells),
        values: columns.map((column) => cells[column] ?? null),
        row: from + index + 1,
      }));
      yield { origin: name, mark: ':', records, cursor: String(from + records.length) };
    }
  }

  async close(): Promise<void> {}

  #findings(name: string): Finding[] {
    if (this.options.unreadable?.includes(name) !== true) return [];
    const message = { zh: `${name}：无法读取`, en: `${name}: unreadable` };
    return [{ level: 'error', rule: 'unreadable', stream: name, message }];
  }
}

type Cuts = Pick<Cutting, 'step' | 'planned'>;

/** As a live connector cuts a table by its index. */
async function rangesOf({ key }: StreamContract, rows: readonly Cells[], cuts: Cuts): Promise<DeliveryRange[]> {
  const column = { name: key[0] ?? '', type: 'int', notNull: true, ordered: true, encoding: null };
  const order = { key: [column], unique: true, name: 'index' };
  const within = ({ above, upTo }: Bounds): readonly Cells[] =>
    rows.filter((cells) => {
      const at = Number(cells[column.name]);
      return (!above || at > Number(above[0])) && (!upTo || at <= Number(upTo[0]));
    });
  const findKey = async (bounds: Bounds, step: number) => {
    const at = within(bounds)[step - 1]?.[column.name];
    return at ? [at] : undefined;
  };
  const ranges = await cutRanges({ ...cuts, order, findKey });
  const sums = ranges.map((bounds, place) => {
    const own = within(bounds);
    const hashes = own.map((cells) => BigInt(`0x${hashText(JSON.stringify(cells)).replaceAll('-', '')}`));
    return { place, rows: own.length, sums: [hashes.reduce((sum, hash) => sum + hash, 0n)] };
  });
  return deliveryRanges({ order, number: column, ranges, sums });
}
