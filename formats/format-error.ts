/** A file that is not what it should be, in both languages: as an error it speaks Chinese, as a finding both. */
import { SourceError } from '../core/errors.ts';

export interface Fault {
  /** Stable id: `file_missing`, `file_damaged`, `file_empty` … */
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
  readonly next: { readonly zh: string; readonly en: string };
}

export class FormatError extends SourceError {
  readonly fault: Fault;
  /** Name of the file; empty where the code that noticed the fault does not know it. */
  readonly file: string;

  constructor(fault: Fault, { file = '', cause }: { file?: string; cause?: unknown } = {}) {
    const place = file === '' ? {} : { position: file };
    super(file === '' ? fault.zh : `${file}：${fault.zh}`, { ...place, next: fault.next.zh, cause });
    this.fault = fault;
    this.file = file;
  }

  /** The same fault with the file named, unless it is already. */
  inFile(file: string): FormatError {
    return this.file === '' ? new FormatError(this.fault, { file, cause: this }) : this;
  }
}
