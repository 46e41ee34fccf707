/**
 * A small XML scanner for the parts of a workbook: calls back for each tag and text, keeps nothing. Attribute text stays
 * raw until asked for, since most cells need two attributes at most. Document types are refused: no workbook has one, and
 * they are how entities explode.
 */
import { FormatError, type Fault } from '../format-error.ts';

export interface XmlHandler {
  /** `name` without namespace prefix; `attributes` is the raw text behind it. */
  open(name: string, attributes: string, selfClosing: boolean): void;
  close(name: string): void;
  /** Raw text, entities unresolved unless `literal` (CDATA). May come in several pieces. */
  text?(raw: string, literal: boolean): void;
}

const SLASH = 47;
const COLON = 58;
const LARGEST_TAG = 1024 * 1024;

const NEXT = {
  zh: '请移交单位用 Excel 打开并另存后重新提供。',
  en: 'Ask for the workbook to be opened and saved anew in Excel.',
};
const NOT_XML: Fault = {
  rule: 'file_damaged',
  zh: 'XML标记过长，不是有效的工作簿',
  en: 'an XML tag without end: not a valid workbook',
  next: NEXT,
};
const DOCUMENT_TYPE: Fault = {
  rule: 'file_refused',
  zh: '工作簿内的XML含文档类型声明，拒绝读取',
  en: 'the XML of the workbook declares a document type: refused',
  next: NEXT,
};

export class XmlScanner {
  private readonly handler: XmlHandler;
  private rest = '';

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  write(chunk: string): void {
    const text = this.rest.length > 0 ? this.rest + chunk : chunk;
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag < 0) break;
      if (tag > at) this.handler.text?.(text.slice(at, tag), false);
      const next = this.markup(text, tag);
      at = next < 0 ? tag : next;
      if (next < 0) break;
    }
    this.rest = text.slice(at);
    if (this.rest.length > LARGEST_TAG && this.rest.startsWith('<')) throw new FormatError(NOT_XML);
  }

  /** Offset behind the markup that begins at `tag`; negative when its end has not come yet. */
  private markup(text: string, tag: number): number {
    const first = text.charCodeAt(tag + 1);
    if (first === SLASH) return this.endTag(text, tag);
    if (first === 33) return this.declaration(text, tag);
    if (first === 63) return behind(text, '?>', tag);
    return Number.isNaN(first) ? -1 : this.startTag(text, tag);
  }

  private endTag(text: string, tag: number): number {
    const end = text.indexOf('>', tag);
    if (end < 0) return -1;
    this.handler.close(localName(text, tag + 2, nameEnd(text, tag + 2, end)));
    return end + 1;
  }

  private startTag(text: string, tag: number): number {
    const end = tagEnd(text, tag + 1);
    if (end < 0) return -1;
    const selfClosing = text.charCodeAt(end - 1) === SLASH;
    const stop = selfClosing ? end - 1 : end;
    const afterName = nameEnd(text, tag + 1, stop);
    const name = localName(text, tag + 1, afterName);
    this.handler.open(name, text.slice(afterName, stop), selfClosing);
    if (selfClosing) this.handler.close(name);
    return end + 1;
  }

  private declaration(text: string, tag: number): number {
    if (text.startsWith('<!--', tag)) return behind(text, '-->', tag);
    if (text.startsWith('<![CDATA[', tag)) {
      const end = behind(text, ']]>', tag);
      if (end >= 0) this.handler.text?.(text.slice(tag + 9, end - 3), true);
      return end;
    }
    if (text.length - tag < 9) return -1;
    throw new FormatError(DOCUMENT_TYPE);
  }
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** A quoted attribute value may hold a `>`; almost none does, so the first one is tried before counting quotes. */
function tagEnd(text: string, from: number): number {
  let end = text.indexOf('>', from);
  while (end >= 0 && insideQuotes(text, from, end)) end = text.indexOf('>', end + 1);
  return end;
}

function insideQuotes(text: string, from: number, to: number): boolean {
  let quote = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (quote === 0 && (code === 34 || code === 39)) quote = code;
    else if (code === quote) quote = 0;
  }
  return quote !== 0;
}

function nameEnd(text: string, from: number, stop: number): number {
  let at = from;
  while (at < stop && text.charCodeAt(at) > 32) at += 1;
  return at;
}

function localName(text: string, from: number, to: number): string {
  for (let at = from; at < to; at += 1) {
    if (text.charCodeAt(at) === COLON) return text.slice(at + 1, to);
  }
  return text.slice(from, to);
}
