/**
 * Reads only what was changed at the source since it was last read, by the column that moves with every change. What
 * was read is known from the raw layer: there is no second record of it that could disagree. Absence means nothing here;
 * deletions that are flags are changes like any other.
 */
import type { Connector, RawChunk, ReadRequest, StreamDelivery } from '../connectors/connector.ts';
import type { StreamContract } from '../connectors/stream.ts';
import { hashText } from '../core/ids.ts';
import { findNewestChange, findNewestNumber } from '../database/read/newest-change.ts';
import { beijingTime } from '../schemas/values/beijing.ts';
import { knownSource } from './known-source.ts';
import { migrateSystem, type RunOptions, type RunResult } from './run.ts';

/** A transaction that ends late brings times that were passed already: so much is read again, and found unchanged. */
const OVERLAP_SECONDS = 600;
/** So many numbers of a journal: a transaction that ends late brings numbers that were passed already. */
const OVERLAP_NUMBERS = 1000n;

/** @param time as a database prints it, with or without the hour. @returns null where it is none. */
export function beforeTime(time: string, seconds: number): string | null {
  const [, day = '', hour = '00:00:00'] = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d))?/.exec(time) ?? [];
  const at = Date.parse(`${day}T${hour}Z`);
  if (Number.isNaN(at)) return null;
  return new Date(at - seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Nothing is counted or hashed at the source: the first look at it is the reading. */
class ChangesConnector implements Connector {
  readonly #source: Connector;
  /** By stream. */
  readonly #since: ReadonlyMap<string, string>;
  readonly #stamp: string;
  readonly #onCursor: NonNullable<ChangeOptions['onCursor']>;

  constructor(source: Connector, since: ReadonlyMap<string, string>, { now, onCursor }: ChangeOptions) {
    this.#source = source;
    this.#since = since;
    this.#stamp = now.toISOString();
    this.#onCursor = onCursor ?? (() => undefined);
  }

  check(streams: readonly StreamContract[]): ReturnType<Connector['check']> {
    return this.#source.check(streams);
  }

  async describe({ name, columns }: StreamContract): Promise<StreamDelivery> {
    // Every reading of changes is a delivery of its own.
    const fingerprint = hashText(`${name} ${this.#since.get(name) ?? ''} ${this.#stamp}`);
    return { declaredRows: null, columns: Object.keys(columns), bytes: 0, fingerprint, findings: [] };
  }

  async *read(request: ReadRequest): AsyncGenerator<RawChunk, void, undefined> {
    const { name, cursor } = request.stream;
    const changedSince = this.#since.get(name);
    if (changedSince === undefined) throw new TypeError(`${name} was never read`);
    const at = request.columns.indexOf(cursor?.column ?? '');
    for await (const chunk of this.#source.read({ ...request, changedSince })) {
      for (const { values } of chunk.records) {
        const value = values[at];
        if (value) this.#onCursor(name, value);
      }
      yield chunk;
    }
  }

  /** Whoever opened the source closes it. */
  async close(): Promise<void> {}
}

/** From where on a stream is read; null where nothing was, or nothing says what was changed. */
async function findStart(
  { database, declaration, now }: Pick<ChangeOptions, 'database' | 'declaration' | 'now'>,
  stream: StreamContract,
): Promise<string | null> {
  const { name, cursor } = stream;
  if (cursor === undefined || cursor.kind === 'business') return null;
  const from = { system: declaration.system, stream: name, column: cursor.column };
  if (cursor.kind === 'sequence') {
    const last = await findNewestNumber(database, from);
    return last === null ? null : String(BigInt(last) > OVERLAP_NUMBERS ? BigInt(last) - OVERLAP_NUMBERS : 0n);
  }
  const newest = await findNewestChange(database, from, beijingTime(now));
  return newest === null ? null : beforeTime(newest, declaration.overlapSeconds ?? OVERLAP_SECONDS);
}

/** Streams that say what was changed, and from where on they are read; those of which nothing was read yet are not among them. */
export async function findSince(
  options: Pick<ChangeOptions, 'database' | 'declaration' | 'now' | 'only'>,
): Promise<ReadonlyMap<string, string>> {
  const since = new Map<string, string>();
  for (const { stream } of options.declaration.mappings) {
    if (options.only?.has(stream.name) === false) continue;
    const start = await findStart(options, stream);
    if (start !== null) since.set(stream.name, start);
  }
  return since;
}

export interface ChangeOptions extends Omit<RunOptions, 'complete' | 'frozen' | 'readBy'> {
  /** Told of every cursor that was read. */
  readonly onCursor?: (stream: string, cursor: string) => void;
  /** From where on each stream is read, where that was asked already. */
  readonly since?: ReadonlyMap<string, string>;
}

/**
 * @param options.connector of a kind that is `incremental`.
 * @returns null where no stream says what was changed, or none was read before.
 */
export async function migrateChanges(options: ChangeOptions): Promise<RunResult | null> {
  const { database, declaration, connector } = options;
  const since = options.since ?? (await findSince(options));
  if (since.size === 0) return null;
  const source = await knownSource(connector, { system: declaration.system, database });
  return migrateSystem({
    ...options,
    connector: new ChangesConnector(source, since, options),
    complete: false,
    only: new Set(since.keys()),
  });
}
