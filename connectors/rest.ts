/** A REST service with tokens and pages: everything a stream holds, or what changed since a moment. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SourceError } from '../core/errors.ts';
import { throwIfCancelled } from './cancellation.ts';
import { newColumn } from './columns.ts';
import type {
  Connector,
  ConnectorContext,
  ConnectorKind,
  Finding,
  RawChunk,
  RawRecord,
  ReadRequest,
  StreamDelivery,
} from './connector.ts';
import { findingOfError, findingsOf, inPlace, refuseOnErrors } from './findings.ts';
import { RestClient } from './rest/client.ts';
import { PageReader } from './rest/pages.ts';
import { readSecret, settings, type RestSettings } from './rest/settings.ts';
import { readSpool, writeSpool, type Spooled, type SpooledItem } from './rest/spool.ts';
import { carriedColumns, type StreamContract } from './stream.ts';

class RestConnector implements Connector {
  private readonly system: string;
  private readonly pages: PageReader;
  private readonly spools = new Map<string, Promise<Spooled>>();
  private directory: Promise<string> | undefined;

  constructor(pages: PageReader, { system }: ConnectorContext) {
    this.system = system;
    this.pages = pages;
  }

  check(streams: readonly StreamContract[]): Promise<Finding[]> {
    return findingsOf(this, streams);
  }

  async describe(stream: StreamContract): Promise<StreamDelivery> {
    try {
      const { records, bytes, sha256, names } = await this.fetch(stream);
      const unknown = names.filter((name) => !Object.hasOwn(stream.columns, name));
      const findings = unknown.map((name) => newColumn(name, { stream: stream.name, position: stream.name }));
      return { declaredRows: records, columns: names, bytes, fingerprint: sha256, findings };
    } catch (thrown) {
      const findings = [findingOfError(thrown, stream.name)];
      return { declaredRows: null, columns: [], bytes: 0, fingerprint: '', findings };
    }
  }

  async *read(request: ReadRequest): AsyncGenerator<RawChunk, void, undefined> {
    const { stream, columns, after, chunkSize, changedSince, signal } = request;
    const place = { system: this.system, stream: stream.name };
    try {
      throwIfCancelled(signal, stream.name);
      if (changedSince === undefined) refuseOnErrors((await this.describe(stream)).findings, place);
      const spool = await this.fetch(stream, changedSince, signal);
      const carried = carriedColumns(stream);
      const indexes = columns.map((name) => carried.findIndex((each) => each === name));
      const start = readCursor(after, spool, place);
      let row = 0;
      let records: RawRecord[] = [];
      for await (const item of readSpool(spool)) {
        row += 1;
        if (row <= start) continue;
        records.push(toRecord(item, { indexes, columns, row }));
        if (records.length < chunkSize) continue;
        throwIfCancelled(signal, stream.name);
        yield toChunk(stream.name, records);
        records = [];
      }
      throwIfCancelled(signal, stream.name);
      if (records.length > 0) yield toChunk(stream.name, records);
    } catch (thrown) {
      throw inPlace(thrown, place);
    }
  }

  /** What was kept on disk goes with the connector. */
  async close(): Promise<void> {
    const directory = await this.directory;
    this.directory = undefined;
    this.spools.clear();
    if (directory !== undefined) await rm(directory, { recursive: true, force: true });
  }

  /** Once in the life of the connector: whoever looks again sees the same. What failed is asked for again. */
  private fetch(stream: StreamContract, since?: string, signal?: AbortSignal): Promise<Spooled> {
    const key = `${stream.name} ${since ?? ''}`;
    const known = this.spools.get(key);
    if (known) return known;
    const fetching = this.download(stream, since, signal);
    this.spools.set(key, fetching);
    fetching.catch(() => this.spools.delete(key));
    return fetching;
  }

  private async download(stream: StreamContract, since?: string, signal?: AbortSignal): Promise<Spooled> {
    this.directory ??= mkdtemp(join(tmpdir(), 'ggzy-rest-'));
    const path = join(await this.directory, `${this.spools.size}-${Date.now()}.rows`);
    const request = { stream: stream.name, timeColumn: stream.cursor?.column, since, signal };
    return writeSpool(path, carriedColumns(stream), this.pages.read(request));
  }
}

interface Wanted {
  readonly indexes: readonly number[];
  readonly columns: readonly string[];
  readonly row: number;
}

function toRecord({ values, malformed }: SpooledItem, { indexes, columns, row }: Wanted): RawRecord {
  const wanted = indexes.map((index) => values[index] ?? null);
  const bad = { rule: 'record_malformed', severity: 'blocking' } as const;
  if (malformed === null) return { values: wanted, row, problems: [bad] };
  const problems = malformed.filter((column) => columns.includes(column)).map((column) => ({ ...bad, column }));
  return problems.length === 0 ? { values: wanted, row } : { values: wanted, row, problems };
}

function toChunk(origin: string, records: RawRecord[]): RawChunk {
  return { origin, mark: ':', records, cursor: String(records.at(-1)?.row ?? 0) };
}

/** A position counts only within what was read when it was given: the pages of a service move on. */
function readCursor(
  after: string | undefined,
  { records }: Spooled,
  place: { system: string; stream: string },
): number {
  if (after === undefined) return 0;
  const row = Number(after);
  if (Number.isSafeInteger(row) && row >= 0 && row <= records) return row;
  throw new SourceError(`${place.system} ${place.stream}：续读位置 ${after} 已不在服务给出的范围内`, {
    ...place,
    next: '从头读取该数据流。',
  });
}

export const rest: ConnectorKind<RestSettings> = {
  kind: 'rest',
  label: { zh: 'REST 接口（令牌、分页）', en: 'REST service with tokens and pages' },
  settings,
  incremental: true,
  open: async (given, context) => {
    const client = new RestClient(given, await readSecret(given, context), context.system);
    return new RestConnector(new PageReader(client, given, context.system), context);
  },
};
