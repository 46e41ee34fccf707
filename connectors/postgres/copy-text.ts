/**
 * Splits what COPY … TO STDOUT sends in text format into records: a line each, tabs between fields, `\N` for no value,
 * special characters behind a backslash. Source: PostgreSQL documentation, COPY, section Text Format.
 */
import { isUtf8 } from 'node:buffer';
import { SourceError } from '../../core/errors.ts';

export type CopyFields = (string | null)[];

/** `latin1` gives each byte as one character, for databases whose bytes are decoded field by field. */
export type CopyCharset = 'utf8' | 'latin1';

const LF = 0x0a;
/** Beyond this a record would not fit into one text of the runtime. */
const LONGEST_RECORD = 256 * 1024 * 1024;
const NULL_FIELD = '\\N';
const ESCAPED = /\\(.)/gs;
const CONTROLS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

export class CopySplitter {
  private readonly charset: CopyCharset;
  private pending: Buffer[] = [];
  private pendingBytes = 0;

  constructor(charset: CopyCharset) {
    this.charset = charset;
  }

  /** Records that are complete with these bytes. */
  add(bytes: Buffer): CopyFields[] {
    const end = bytes.lastIndexOf(LF);
    if (end < 0) {
      this.keep(bytes);
      return [];
    }
    const whole = this.takePending(bytes.subarray(0, end));
    if (end + 1 < bytes.length) this.keep(bytes.subarray(end + 1));
    if (this.charset === 'utf8' && !isUtf8(whole)) throw notUtf8();
    return whole.toString(this.charset).split('\n').map(splitLine);
  }

  private keep(bytes: Buffer): void {
    this.pending.push(bytes);
    this.pendingBytes += bytes.length;
    if (this.pendingBytes > LONGEST_RECORD) {
      throw new SourceError('一条记录超过256MB，无法读取', { next: '请对方核对该表中的超大字段。' });
    }
  }

  private takePending(last: Buffer): Buffer {
    if (this.pending.length === 0) return last;
    const whole = Buffer.concat([...this.pending, last]);
    this.pending = [];
    this.pendingBytes = 0;
    return whole;
  }
}

/** The decoder would put U+FFFD in its place, and nobody would know. */
function notUtf8(): SourceError {
  return new SourceError('库中有字节不是有效的UTF-8', {
    next: '设置 encoding: utf-8 后重试：无法识别的记录将单独隔离。',
  });
}

function splitLine(line: string): CopyFields {
  const fields: CopyFields = line.split('\t');
  if (!line.includes('\\')) return fields;
  for (let place = 0; place < fields.length; place += 1) {
    const field = fields[place];
    if (field === NULL_FIELD) fields[place] = null;
    else if (field?.includes('\\')) fields[place] = field.replaceAll(ESCAPED, unescape);
  }
  return fields;
}

function unescape(_whole: string, character: string): string {
  return CONTROLS[character] ?? character;
}
