/** The tables the contract suite delivers, and how it looks at what comes back. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connector, Finding, RawChunk, RawRecord, ReadRequest } from '../../connectors/connector.ts';
import { defineStream, type StreamContract } from '../../connectors/stream.ts';
import { GgzyError } from '../../core/errors.ts';

export interface Table {
  readonly stream: StreamContract;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

export function stream(name: string): StreamContract {
  return defineStream({
    name,
    label: name,
    key: ['ID'],
    deletion: [],
    version: 1,
    columns: {
      ID: { type: 'varchar(10)', label: '主键' },
      MC: { type: 'varchar(200)', label: '名称' },
      MM: { type: 'varchar(50)', label: '密码', ignore: 'credential' },
      JE: { type: 'money', label: '金额' },
    },
  });
}

const MC = ['甲公司', ' 两侧有空格 ', '逗号,引号"与\n换行', '𠮷野家㐀', '=1+1', null, '末'];

export function table(name: string): Table {
  const rows = MC.map((text, index) => [`00${index + 1}`, text, 'hunter2', index === 3 ? null : `${index}.10`]);
  return { stream: stream(name), columns: ['ID', 'MC', 'MM', 'JE'], rows };
}

export function withoutColumn(full: Table, name: string): Table {
  const at = full.columns.indexOf(name);
  const columns = full.columns.filter((column) => column !== name);
  return { ...full, columns, rows: full.rows.map((row) => row.filter((_, index) => index !== at)) };
}

export function withColumn(full: Table, name: string): Table {
  return { ...full, columns: [...full.columns, name], rows: full.rows.map((row) => [...row, '新']) };
}

type Reading = Pick<ReadRequest, 'stream' | 'columns'>;

export async function collect(chunks: AsyncIterable<RawChunk>): Promise<RawChunk[]> {
  const all: RawChunk[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return all;
}

export async function readAll(connector: Connector, request: Reading): Promise<RawRecord[]> {
  const chunks = await collect(connector.read({ ...request, chunkSize: 3 }));
  return chunks.flatMap(({ records }) => records);
}

export async function caught(promise: Promise<unknown>): Promise<GgzyError> {
  const thrown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (thrown instanceof GgzyError) return thrown;
  throw new Error('expected a GgzyError', { cause: thrown });
}

/** What `check` says beyond what it found there. */
export async function complaints(connector: Connector, streams: readonly StreamContract[]): Promise<Finding[]> {
  return (await connector.check(streams)).filter(({ level }) => level !== 'info');
}

export async function listing(directory: string): Promise<string[]> {
  const names = await readdir(directory, { recursive: true });
  const sizes = await Promise.all(names.map((name) => stat(join(directory, name))));
  return names.map((name, index) => `${name} ${sizes[index]?.size} ${sizes[index]?.mtimeMs}`).sort();
}

/** Open files of this process; 0 where the system does not tell. */
export async function openHandles(): Promise<number> {
  return (await readdir('/proc/self/fd').catch(() => [])).length;
}
