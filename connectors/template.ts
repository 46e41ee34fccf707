/**
 * The starting point for a new kind of system: copy this file, rename it after the kind, and change what the numbered
 * comments point at. It is complete: it reads JSON lines (`<stream>.jsonl`), and the contract suite proves it. It is not registered; a new kind adds one line to `registry.ts` and adopts
 * `test/contract/connector.ts` in a test of its own.
 */
import { resolve } from 'node:path';
import { z } from 'zod';
import { countLineFeeds } from '../formats/block-cutter.ts';
import { readText } from '../formats/gb18030.ts';
import { readBytes } from '../formats/file-bytes.ts';
import { throwIfCancelled } from './cancellation.ts';
import { compareColumns, requireColumns } from './columns.ts';
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
import { fileWithin } from './files.ts';
import { findingOfError, findingsOf, inPlace, refuseOnErrors } from './findings.ts';
import type { StreamContract } from './stream.ts';

// 1. What must be set in ggzy.yaml. Strict: a misspelt setting is refused by name.
const settings = z.strictObject({ directory: z.string().min(1) });

type TemplateSettings = z.infer<typeof settings>;

class TemplateConnector implements Connector {
  private readonly directory: string;
  private readonly system: string;

  constructor({ directory }: TemplateSettings, { system, baseDirectory }: ConnectorContext) {
    this.directory = resolve(baseDirectory, directory);
    this.system = system;
  }

  // 2. Everything that can be found wrong without loading anything. Report, do not throw.
  check(streams: readonly StreamContract[]): Promise<Finding[]> {
    return findingsOf(this, streams);
  }

  // 3. What lies ready: columns and a fingerprint that changes when and only when the content does.
  async describe(stream: StreamContract): Promise<StreamDelivery> {
    const digest = { bytes: 0, sha256: '' };
    const columns = new Set<string>();
    try {
      for await (const { object } of this.lines(stream.name, digest)) {
        for (const name of Object.keys(object ?? {})) columns.add(name);
      }
    } catch (thrown) {
      return {
        declaredRows: null,
        columns: [],
        bytes: 0,
        fingerprint: '',
        findings: [findingOfError(thrown, stream.name)],
      };
    }
    const names = [...columns];
    const findings = compareColumns(stream, { names, position: fileName(stream.name) });
    return { declaredRows: null, columns: names, bytes: digest.bytes, fingerprint: digest.sha256, findings };
  }

  // 4. The records in order, a chunk at a time. The cursor says where to go on: here, the line of the last record.
  async *read(request: ReadRequest): AsyncGenerator<RawChunk, void, undefined> {
    const { stream, after, chunkSize, signal } = request;
    const place = { system: this.system, stream: stream.name };
    const delivery = await this.describe(stream);
    refuseOnErrors(delivery.findings, place);
    let records: RawRecord[] = [];
    try {
      requireColumns(request, delivery.columns, fileName(stream.name));
      for await (const line of this.lines(stream.name)) {
        throwIfCancelled(signal, stream.name);
        if (line.number <= Number(after ?? 0)) continue;
        records.push(toRecord(line, request.columns));
        if (records.length < chunkSize) continue;
        yield toChunk(stream.name, records);
        records = [];
      }
    } catch (thrown) {
      throw inPlace(thrown, place);
    }
    if (records.length > 0) yield toChunk(stream.name, records);
  }

  // 5. Free what `open` took. Files are open only while they are read.
  async close(): Promise<void> {}

  private async *lines(stream: string, digest = { bytes: 0, sha256: '' }): AsyncGenerator<Line, void, undefined> {
    const { path, name } = await fileWithin(this.directory, fileName(stream));
    let number = 1;
    for await (const { text } of readText(readBytes(path, name), { encoding: 'utf-8', digest })) {
      for (const [index, line] of text.split('\n').entries()) {
        if (line.trim() !== '') yield { number: number + index, object: parseLine(line) };
      }
      number += countLineFeeds(text);
    }
  }
}

/** `object` is absent where the line is no JSON object. */
interface Line {
  readonly number: number;
  readonly object: Readonly<Record<string, unknown>> | undefined;
}

const lineSchema = z.record(z.string(), z.unknown());

function parseLine(line: string): Line['object'] {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

// 6. Exact text or null for each column that was asked for. A record that cannot be read is delivered with a problem.
function toRecord({ number, object }: Line, columns: readonly string[]): RawRecord {
  const values = columns.map((name) => toText(object?.[name]));
  if (object) return { values, row: number };
  return { values, row: number, problems: [{ rule: 'record_malformed', severity: 'blocking' }] };
}

function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function toChunk(stream: string, records: RawRecord[]): RawChunk {
  return { origin: fileName(stream), mark: ':', records, cursor: String(records.at(-1)?.row ?? 0) };
}

function fileName(stream: string): string {
  return `${stream}.jsonl`;
}

// 7. The name in ggzy.yaml, and a line for `ggzy init`.
export const template: ConnectorKind<TemplateSettings> = {
  kind: 'json-lines',
  label: { zh: 'JSON 行文件', en: 'JSON-lines files' },
  settings,
  open: async (given, context) => new TemplateConnector(given, context),
};
