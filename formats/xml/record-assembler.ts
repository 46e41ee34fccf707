/**
 * Records from the callbacks of the scanner: the elements at one path, their child elements being the fields. Strict
 * about what makes the file unreadable, patient about what spoils one record only.
 */
import { FormatError } from '../format-error.ts';
import { readAttributes } from './attributes.ts';
import {
  cutOff,
  LONGEST_RECORD,
  mismatched,
  NO_CONTENT,
  OUTSIDE_ROOT,
  TOO_DEEP,
  TOO_LONG,
  unexpected,
} from './faults.ts';
import { requireName } from './names.ts';
import { RecordBuilder, type XmlRecord } from './record-builder.ts';
import type { XmlHandler, XmlPlace } from './scanner.ts';

/** Levels below a record that are still looked at, to say that it is malformed. */
const DEPTH_TO_SPARE = 8;
/** What a name or a piece of text costs beside its characters. */
const COST = 16;
const VISIBLE = /[^ \t\r\n]/;

/** By name: the fields of a record stand within the element, or what it holds is left aside. */
export type Sections = ReadonlyMap<string, 'fields' | 'aside'>;

const NO_SECTIONS: Sections = new Map();

export class RecordAssembler implements XmlHandler {
  private readonly path: readonly string[];
  private readonly depth: number;
  private readonly sections: Sections;
  private readonly builder: RecordBuilder;
  private readonly stack: string[] = [];
  private records: XmlRecord[] = [];
  private rootSeen = false;
  /** Elements of the path that are open; all of them within a record. */
  private onPath = 0;
  /** Elements above a field: one more within a section. */
  private fieldDepth: number;
  /** Within a section that is left aside. */
  private isAside = false;
  private length = 0;
  private field = '';
  private slot = 0;
  private value = '';

  constructor(path: readonly string[], wanted: readonly string[], sections = NO_SECTIONS) {
    this.path = path;
    this.depth = path.length;
    this.fieldDepth = path.length;
    this.sections = sections;
    this.builder = new RecordBuilder(wanted);
  }

  /** Names of all fields met so far, wanted or not. */
  get names(): string[] {
    return this.builder.names;
  }

  /** Records completed since the last call. */
  take(): XmlRecord[] {
    const { records } = this;
    this.records = [];
    return records;
  }

  /** @param unfinished what follows the last complete tag of the file. */
  finish(unfinished: string): void {
    const rest = unfinished.trimStart();
    if (this.stack.length > 0 || rest.startsWith('<')) throw new FormatError(cutOff(this.stack.at(-1)));
    if (rest !== '') throw new FormatError(OUTSIDE_ROOT);
    if (!this.rootSeen) throw new FormatError(NO_CONTENT);
  }

  open(name: string, attributes: string, place: XmlPlace): void {
    const level = this.stack.length;
    if (level >= this.depth + DEPTH_TO_SPARE) throw new FormatError(TOO_DEEP);
    const inRecord = this.onPath === this.depth;
    if (inRecord && level === this.depth && this.openSection(name)) {
      this.stack.push(name);
      return;
    }
    if (inRecord) this.openInside(name, level);
    else this.openOutside(name, level, place);
    this.stack.push(name);
    if (attributes !== '') this.addAttributes(name, attributes);
  }

  close(name: string): void {
    const open = this.stack.pop();
    if (open !== name) throw new FormatError(mismatched(open));
    const level = this.stack.length;
    if (level < this.depth) this.closeOutside(level);
    else if (level === this.depth && this.sections.has(name)) this.closeSection();
    else if (level === this.fieldDepth && !this.isAside) this.builder.set(this.slot, this.field, this.value);
  }

  text(raw: string, literal: boolean): void {
    if (this.isAside) return;
    const below = this.stack.length - this.fieldDepth;
    if (this.onPath === this.depth && below === 1) {
      this.grow(raw.length);
      const text = this.builder.read(this.field, raw, literal);
      this.value = this.value === '' ? text : this.value + text;
    } else if (literal || VISIBLE.test(raw)) this.addLooseText(raw, literal);
  }

  leaf(name: string, raw: string, place: XmlPlace): void {
    const isField = this.onPath === this.depth && this.stack.length === this.fieldDepth && !this.isAside;
    if (!isField || (this.stack.length === this.depth && this.sections.has(name))) {
      this.open(name, '', place);
      if (raw !== '') this.text(raw, false);
      this.close(name);
      return;
    }
    this.grow(name.length + raw.length);
    const slot = this.builder.findSlot(name) ?? this.addField(name);
    this.builder.set(slot, name, this.builder.read(name, raw, false));
  }

  private openSection(name: string): boolean {
    const section = this.sections.get(name);
    if (section === undefined) return false;
    this.grow(name.length);
    this.fieldDepth = this.depth + 1;
    this.isAside = section === 'aside';
    return true;
  }

  private closeSection(): void {
    this.fieldDepth = this.depth;
    this.isAside = false;
  }

  private openInside(name: string, level: number): void {
    this.grow(name.length);
    if (this.isAside) {
      requireName(name);
      return;
    }
    if (level === this.fieldDepth) {
      this.slot = this.builder.findSlot(name) ?? this.addField(name);
      this.field = name;
      this.value = '';
      return;
    }
    requireName(name);
    this.builder.spoil(this.field, '含有下级元素');
  }

  /** Content beside the records may be records under another name: it is refused, never passed over. */
  private openOutside(name: string, level: number, place: XmlPlace): void {
    if (level === 0 && this.rootSeen) throw new FormatError(OUTSIDE_ROOT);
    requireName(name);
    if (name !== this.path[level]) throw new FormatError(unexpected(this.path, name));
    this.rootSeen = true;
    this.onPath += 1;
    this.length = 0;
    if (this.onPath === this.depth) this.builder.begin(place.line);
  }

  private closeOutside(level: number): void {
    if (this.onPath === this.depth) this.records.push(this.builder.finish());
    this.onPath = level;
  }

  private addField(name: string): number {
    requireName(name);
    return this.builder.addSlot(name);
  }

  /** `@name` of the record itself, `field@name` of a field. Namespaces are no content. */
  private addAttributes(name: string, raw: string): void {
    if (this.isAside) return;
    const below = this.stack.length - this.fieldDepth;
    for (const [key, value] of readAttributes(raw)) {
      if (this.onPath < this.depth || below > 1 || key.startsWith('xmlns')) continue;
      const full = `${below === 1 ? name : ''}@${key}`;
      this.grow(full.length + value.length);
      const slot = this.builder.findSlot(full) ?? this.builder.addSlot(full);
      const text = this.builder.read(full, value, false);
      this.builder.set(slot, full, text.replaceAll(/[\t\n]/g, ' '));
    }
  }

  private addLooseText(raw: string, literal: boolean): void {
    if (this.stack.length === 0) throw new FormatError(OUTSIDE_ROOT);
    if (this.onPath < this.depth) throw new FormatError(unexpected(this.path));
    if (this.stack.length > this.fieldDepth) return;
    this.builder.read('', raw, literal);
    this.builder.spoil('', '元素之间有文字');
  }

  private grow(length: number): void {
    this.length += length + COST;
    if (this.length > LONGEST_RECORD) throw new FormatError(TOO_LONG);
  }
}
