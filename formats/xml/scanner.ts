/**
 * A small XML scanner: calls back for each tag and text, keeps nothing. Attribute text stays raw until asked for, since
 * few tags need theirs. Document types are refused: no delivery has a reason for one, and they are how entities explode.
 * Whether the tags fit each other is for the handler to say: a part of a document can be scanned too.
 */
import { FormatError, type Fault } from '../format-error.ts';
import { BAD_END_TAG, LONGEST_RECORD } from './faults.ts';
import { LeafFinder } from './leaves.ts';
import { behind, lineFeedFrom, localName, nameEnd, tagEnd } from './offsets.ts';

/** Where the scanner stands. */
export interface XmlPlace {
  /** Line of the markup at hand, counted from 1. */
  readonly line: number;
}

export interface XmlHandler {
  /** `name` without namespace prefix; `attributes` is the raw text behind it. */
  open(name: string, attributes: string, place: XmlPlace): void;
  close(name: string): void;
  /** Raw text, entities unresolved unless `literal` (CDATA). May come in several pieces. */
  text?(raw: string, literal: boolean): void;
  /** An element without prefix, attributes and children: called in place of the other three, where it is there. */
  leaf?(name: string, raw: string, place: XmlPlace): void;
}

const SLASH = 47;

export class XmlScanner implements XmlPlace {
  private readonly handler: XmlHandler;
  private readonly next: Fault['next'];
  private readonly leaves: LeafFinder | undefined;
  private rest = '';
  private text = '';
  /** Offset of the markup at hand, and of the first line feed that is not counted in `counted` yet. */
  private tag = 0;
  private lineFeed = 0;
  private counted = 1;

  /** @param next what to ask for when the document cannot be read. */
  constructor(handler: XmlHandler, next: Fault['next']) {
    this.handler = handler;
    this.leaves = handler.leaf && new LeafFinder();
    this.next = next;
  }

  write(chunk: string): void {
    const text = this.rest.length > 0 ? this.rest + chunk : chunk;
    this.text = text;
    this.lineFeed = lineFeedFrom(text, 0);
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag < 0) break;
      if (tag > at) this.handler.text?.(text.slice(at, tag), false);
      this.tag = tag;
      const next = this.leaf(text, tag) ?? this.markup(text, tag);
      at = next < 0 ? tag : next;
      if (next < 0) break;
    }
    this.rest = text.slice(at);
    if (this.rest.length > LONGEST_RECORD) throw new FormatError(this.endless());
    this.tag = at;
    this.countLines();
  }

  /** What follows the last complete tag. */
  get unfinished(): string {
    return this.rest;
  }

  get line(): number {
    this.countLines();
    return this.counted;
  }

  private countLines(): void {
    while (this.lineFeed < this.tag) {
      this.counted += 1;
      this.lineFeed = lineFeedFrom(this.text, this.lineFeed + 1);
    }
  }

  private leaf(text: string, tag: number): number | undefined {
    const { leaves } = this;
    if (leaves === undefined) return undefined;
    const next = leaves.find(text, tag);
    if (next < 0) return undefined;
    this.handler.leaf?.(leaves.name, leaves.raw, this);
    return next;
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
    const afterName = nameEnd(text, tag + 2, end);
    if (afterName < end && text.slice(afterName, end).trim() !== '') throw new FormatError(BAD_END_TAG);
    this.handler.close(localName(text, tag + 2, afterName));
    return end + 1;
  }

  private startTag(text: string, tag: number): number {
    const end = tagEnd(text, tag + 1);
    if (end < 0) return -1;
    const selfClosing = text.charCodeAt(end - 1) === SLASH;
    const stop = selfClosing ? end - 1 : end;
    const afterName = nameEnd(text, tag + 1, stop);
    const name = localName(text, tag + 1, afterName);
    this.handler.open(name, text.slice(afterName, stop), this);
    if (selfClosing) this.handler.close(name);
    return end + 1;
  }

  private declaration(text: string, tag: number): number {
    if (text.startsWith('<!--', tag)) return behind(text, '-->', tag + 4);
    if (text.startsWith('<![CDATA[', tag)) {
      const end = behind(text, ']]>', tag + 9);
      if (end >= 0) this.handler.text?.(text.slice(tag + 9, end - 3), true);
      return end;
    }
    if (text.length - tag < 9) return -1;
    throw new FormatError({
      rule: 'file_refused',
      zh: 'XML含文档类型声明，拒绝读取',
      en: 'the XML declares a document type: refused',
      next: this.next,
    });
  }

  private endless(): Fault {
    return { rule: 'file_damaged', zh: 'XML标记没有结束', en: 'XML markup without end', next: this.next };
  }
}
