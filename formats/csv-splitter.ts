/**
 * Splits decoded text into CSV records. Lines without a quote take the fast path (native split); a record with quotes is
 * scanned field by field. A broken quote costs its own line, never the records behind it.
 */
import { scanQuoted, UNFINISHED, type QuotedRecord } from './csv-quoted.ts';
import { countLineFeeds, type InvalidLine, type TextBlock } from './block-cutter.ts';

export interface CsvProblem {
  readonly kind: 'record_malformed' | 'invalid_bytes';
  readonly detail: string;
}

export interface CsvRecord {
  readonly fields: readonly (string | null)[];
  /** Physical line on which the record begins; the header is line 1. */
  readonly line: number;
  readonly problems?: readonly CsvProblem[];
}

const CR = 13;
const NOT_SPLIT: readonly string[] = [];

export class CsvSplitter {
  header: readonly string[] | undefined;
  private readonly delimiter: string;
  private readonly nullText: string | undefined;
  private readonly counting: boolean;
  private carry = '';
  private line = 1;
  private invalid: readonly InvalidLine[] = [];
  /** Lines of `invalid` that the records have passed. */
  private passed = 0;
  private records: CsvRecord[] = [];

  /** @param counting records are told apart but not split: their fields are empty, unless a quote or fault is in them. */
  constructor(delimiter: string, nullText: string | undefined, counting = false) {
    this.delimiter = delimiter;
    this.nullText = nullText;
    this.counting = counting;
  }

  /** Records that are complete with this block. */
  add(block: TextBlock): CsvRecord[] {
    if (block.invalid.length > 0) this.noteInvalid(block.invalid);
    // A block without its line feed is the last of the file: its record is complete only when nothing follows.
    return this.split(this.carry + block.text, false);
  }

  /** The record at the end of the file that has no line feed, or a quote that was never closed. */
  finish(): CsvRecord[] {
    return this.split(this.carry, true);
  }

  private split(text: string, final: boolean): CsvRecord[] {
    let at = 0;
    let quote = -1;
    while (at < text.length) {
      const lineFeed = text.indexOf('\n', at);
      if (lineFeed < 0 && !final) break;
      const end = lineFeed < 0 ? text.length : lineFeed;
      if (quote < at) quote = findFrom(text, '"', at);
      const next = quote >= end ? this.plain(text, at, end) : this.quoted(text, at, { end, final });
      if (next < 0) break;
      at = next;
    }
    this.carry = text.slice(at);
    const { records } = this;
    this.records = [];
    return records;
  }

  private plain(text: string, at: number, end: number): number {
    const stop = end < text.length && end > at && text.charCodeAt(end - 1) === CR ? end - 1 : end;
    if (this.counting && stop > at && end < text.length && this.header && this.passed === this.invalid.length) {
      this.records.push({ fields: NOT_SPLIT, line: this.line });
      this.line += 1;
      return end + 1;
    }
    const fields: (string | null)[] = text.slice(at, stop).split(this.delimiter);
    if (this.nullText !== undefined) replaceNull(fields, this.nullText);
    this.emit(fields, 1);
    return end + 1;
  }

  /** Negative when the record goes on behind the text at hand. */
  private quoted(text: string, at: number, { end, final }: { end: number; final: boolean }): number {
    const record = scanQuoted({ text, at, final, delimiter: this.delimiter, nullText: this.nullText });
    if (record === UNFINISHED) return -1;
    const lines = countLineFeeds(text.slice(at, record.end));
    if (record.fault !== undefined && record.end > end + 1) return this.resume(text, at, { end, record });
    this.emit(record.fields, Math.max(1, lines), record.fault);
    return record.end;
  }

  /** The quote that broke may have swallowed whole records: only its own line is bad, the next line begins afresh. */
  private resume(text: string, at: number, { end, record }: { end: number; record: QuotedRecord }): number {
    const stop = text.charCodeAt(end - 1) === CR ? end - 1 : end;
    this.emit(text.slice(at, stop).split(this.delimiter), 1, record.fault);
    return end + 1;
  }

  private emit(fields: (string | null)[], lines: number, fault?: string): void {
    const line = this.line;
    this.line += lines;
    const { header } = this;
    if (header === undefined) {
      this.header = fields.map((name) => name ?? '');
      return;
    }
    // An empty line is no record, unless an empty record is what it can only be.
    if (fields.length === 1 && fields[0] === '' && header.length > 1 && fault === undefined) return;
    const found = fault ?? describeWidth(fields.length, header.length);
    if (found === undefined && this.passed === this.invalid.length) this.records.push({ fields, line });
    else this.emitProblems(fields, line, found);
  }

  private noteInvalid(lines: readonly InvalidLine[]): void {
    this.invalid = [...this.invalid.slice(this.passed), ...lines];
    this.passed = 0;
  }

  private emitProblems(fields: (string | null)[], line: number, fault: string | undefined): void {
    const problems: CsvProblem[] = [];
    for (; this.passed < this.invalid.length; this.passed += 1) {
      const bad = this.invalid[this.passed];
      if (!bad || bad.line >= this.line) break;
      if (bad.line >= line) problems.push({ kind: 'invalid_bytes', detail: `字节${bad.offset}：${bad.bytes}` });
    }
    if (fault !== undefined) problems.push({ kind: 'record_malformed', detail: fault });
    this.records.push(problems.length > 0 ? { fields, line, problems } : { fields, line });
  }
}

function findFrom(text: string, search: string, at: number): number {
  const found = text.indexOf(search, at);
  return found < 0 ? Infinity : found;
}

function describeWidth(found: number, expected: number): string | undefined {
  return found === expected ? undefined : `应有${expected}列，实有${found}列`;
}

function replaceNull(fields: (string | null)[], nullText: string): void {
  for (let index = 0; index < fields.length; index += 1) {
    if (fields[index] === nullText) fields[index] = null;
  }
}
