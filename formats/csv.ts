/** Streaming RFC 4180 reader: bytes in, batches of records with their line numbers out. */
import { CsvSplitter, type CsvRecord } from './csv-splitter.ts';
import type { Encoding } from './encoding.ts';
import { readText, type Digest } from './gb18030.ts';

export type { CsvProblem, CsvRecord } from './csv-splitter.ts';

export interface CsvOptions {
  readonly encoding: Encoding;
  /** One character, `,` when absent. */
  readonly delimiter?: string;
  /** Text that, unquoted and exact, means "no value" (`\N`). An empty field is always an empty string. */
  readonly nullText?: string;
  /** Gets length and hash of the file; complete when the reader is exhausted. */
  readonly digest?: Digest;
  /** Only counts: records come without their fields, which costs less. */
  readonly counting?: boolean;
}

export interface CsvBatch {
  /** Names of the first record of the file. */
  readonly header: readonly string[];
  readonly records: readonly CsvRecord[];
}

/** An empty file gives no batch at all; a file with nothing but a header gives one without records. */
export async function* readCsv(
  source: AsyncIterable<Uint8Array>,
  { encoding, digest, delimiter, nullText, counting = false }: CsvOptions,
): AsyncGenerator<CsvBatch, void, undefined> {
  const splitter = new CsvSplitter(delimiter ?? ',', nullText, counting);
  for await (const block of readText(source, digest ? { encoding, digest } : { encoding })) {
    const records = splitter.add(block);
    if (splitter.header) yield { header: splitter.header, records };
  }
  const records = splitter.finish();
  if (splitter.header && records.length > 0) yield { header: splitter.header, records };
}
