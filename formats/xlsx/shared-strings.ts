/** The text table of a workbook, kept as bytes: a million JavaScript strings would cost four times as much. */
import { attribute } from '../xml/attributes.ts';
import { normaliseLineEnds, resolveReferences } from '../xml/references.ts';
import type { XmlHandler } from '../xml/scanner.ts';
import { cellText, isTrue } from './part-values.ts';

export interface SharedText {
  readonly text: string;
  /** Every run of a rich text is struck through, whatever the style of the cell says. */
  readonly struck: boolean;
}

const PAGE_BYTES = 1024 * 1024;
const STRUCK = 1;
const RECENT = 0xfff;
/** Words per entry of the index: page, start, length, flags. */
const WORDS = 4;

export class SharedStrings {
  private readonly pages: Buffer[] = [];
  private used = PAGE_BYTES;
  private index = new Uint32Array(WORDS * 1024);
  private count = 0;
  /** Decoded texts by the low bits of their number: names, kinds and codes repeat all through a workbook. */
  private readonly recent: ({ readonly at: number; readonly shared: SharedText } | undefined)[] = [];

  add(text: string, struck: boolean): void {
    const length = Buffer.byteLength(text);
    if (this.used + length > PAGE_BYTES) {
      this.pages.push(Buffer.allocUnsafeSlow(Math.max(PAGE_BYTES, length)));
      this.used = 0;
    }
    const page = this.pages.length - 1;
    this.pages[page]?.write(text, this.used);
    this.addEntry([page, this.used, length, struck ? STRUCK : 0]);
    this.used += length;
  }

  get(at: number): SharedText | undefined {
    const recent = this.recent[at & RECENT];
    if (recent?.at === at) return recent.shared;
    if (!(at >= 0 && at < this.count)) return undefined;
    const shared = this.decode(at);
    this.recent[at & RECENT] = { at, shared };
    return shared;
  }

  private decode(at: number): SharedText {
    const entry = at * WORDS;
    const start = this.index[entry + 1] ?? 0;
    const text = this.pages[this.index[entry] ?? 0]?.toString('utf8', start, start + (this.index[entry + 2] ?? 0));
    return { text: text ?? '', struck: this.index[entry + 3] === STRUCK };
  }

  private addEntry(words: readonly number[]): void {
    const entry = this.count * WORDS;
    if (entry === this.index.length) {
      const larger = new Uint32Array(this.index.length * 2);
      larger.set(this.index);
      this.index = larger;
    }
    this.index.set(words, entry);
    this.count += 1;
  }
}

/** Joins the runs of a rich text; the phonetic hints of East Asian workbooks are no part of the value. */
export class RichText {
  private text = '';
  private runText = '';
  private runStruck = false;
  private everyRunStruck = true;
  private phonetic = false;
  private inText = false;

  reset(): void {
    this.text = '';
    this.runText = '';
    this.runStruck = false;
    this.everyRunStruck = true;
  }

  open(name: string, attributes: string): void {
    if (name === 't') this.inText = !this.phonetic;
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 'strike') this.runStruck = isTrue(attribute(attributes, 'val') ?? '1');
    else if (name === 'r') this.runStruck = false;
  }

  close(name: string): void {
    if (name === 't') this.endText();
    else if (name === 'rPh') this.phonetic = false;
  }

  add(raw: string, literal: boolean): void {
    if (!this.inText) return;
    const text = normaliseLineEnds(raw);
    this.runText += literal ? text : resolveReferences(text);
  }

  get value(): SharedText {
    return { text: this.text, struck: this.everyRunStruck && this.text !== '' };
  }

  private endText(): void {
    this.inText = false;
    if (this.runText.trim() !== '' && !this.runStruck) this.everyRunStruck = false;
    this.text += cellText(this.runText);
    this.runText = '';
  }
}

export class SharedStringsReader implements XmlHandler {
  readonly strings = new SharedStrings();
  private readonly rich = new RichText();

  open(name: string, attributes: string): void {
    if (name === 'si') this.rich.reset();
    else this.rich.open(name, attributes);
  }

  close(name: string): void {
    if (name !== 'si') return this.rich.close(name);
    const { text, struck } = this.rich.value;
    this.strings.add(text, struck);
  }

  text(raw: string, literal: boolean): void {
    this.rich.add(raw, literal);
  }
}
