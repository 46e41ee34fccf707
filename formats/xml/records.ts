/** Streaming reader of XML files that hold one record per element: bytes in, batches of records with their lines out. */
import { FormatError } from '../format-error.ts';
import type { Digest } from '../gb18030.ts';
import { readXmlText } from './blocks.ts';
import { EXPORT_ANEW } from './faults.ts';
import { RecordAssembler, type Sections } from './record-assembler.ts';
import type { XmlRecord } from './record-builder.ts';
import { XmlScanner } from './scanner.ts';

export type { Sections } from './record-assembler.ts';
export type { XmlProblem, XmlRecord } from './record-builder.ts';

export interface XmlRecordOptions {
  /** Stands in positions. */
  readonly name: string;
  /** Names of the elements that lead to a record, the root first: `['body', 'data']`. */
  readonly path: readonly string[];
  /** Fields to deliver, in this order: names of child elements; `@x` is an attribute of the record, `A@x` one of A. */
  readonly wanted: readonly string[];
  /** Child elements of a record that hold its fields in their turn, or nothing that is read. */
  readonly sections?: Sections;
  /** Gets length and hash of the file; complete when the reader is exhausted. */
  readonly digest?: Digest;
}

export interface XmlBatch {
  readonly records: readonly XmlRecord[];
  /** Names of all fields met so far, wanted or not. */
  readonly names: readonly string[];
}

/**
 * Throws FormatError with `file:line` where the file is not well-formed or not to be trusted: records before the fault
 * may have been given by then. A record that only is not what it should be carries its problems.
 */
export async function* readXmlRecords(
  source: AsyncIterable<Uint8Array>,
  { name, path, wanted, sections, digest }: XmlRecordOptions,
): AsyncGenerator<XmlBatch, void, undefined> {
  const assembler = new RecordAssembler(path, wanted, sections);
  const scanner = new XmlScanner(assembler, EXPORT_ANEW);
  try {
    for await (const text of readXmlText(source, digest)) {
      scanner.write(text);
      yield { records: assembler.take(), names: assembler.names };
    }
    assembler.finish(scanner.unfinished);
  } catch (thrown) {
    throw thrown instanceof FormatError ? thrown.inFile(`${name}:${scanner.line}`) : thrown;
  }
}
