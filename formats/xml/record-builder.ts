/** Collects the fields of one record after the other: a place per name, the wanted names first. */
import { FormatError } from '../format-error.ts';
import { isDamaged, takeDamage, type InvalidBytes } from './damage.ts';
import { TOO_MANY_NAMES } from './faults.ts';
import { normaliseLineEnds, resolveReferences, resolveStrictly } from './references.ts';

export interface XmlProblem {
  readonly kind: 'invalid_bytes' | 'record_malformed';
  /** Name of the field; absent where it is the record as a whole. */
  readonly name?: string;
  readonly detail: string;
}

export interface XmlRecord {
  /** Line of the start tag, counted from 1. */
  readonly line: number;
  /** Text of each wanted field; null where the record does not have it, '' where it is empty. */
  readonly values: readonly (string | null)[];
  readonly problems?: readonly XmlProblem[];
}

const MOST_NAMES = 4096;
/** More than these say nothing new about a record. */
const MOST_PROBLEMS = 20;

export class RecordBuilder {
  private readonly wanted: number;
  private readonly empty: readonly null[];
  private readonly slots: Map<string, number>;
  /** Number of the record that had the field last, by slot; 0 for none. */
  private readonly seen: number[];
  private number = 0;
  private line = 0;
  private values: (string | null)[] = [];
  private problems: XmlProblem[] = [];

  constructor(wanted: readonly string[]) {
    this.wanted = wanted.length;
    this.empty = wanted.map(() => null);
    this.slots = new Map(wanted.map((name, slot) => [name, slot]));
    this.seen = wanted.map(() => 0);
  }

  /** Names of all fields met so far, wanted or not. */
  get names(): string[] {
    return [...this.slots].filter(([, slot]) => this.seen[slot] !== 0).map(([name]) => name);
  }

  begin(line: number): void {
    this.line = line;
    this.number += 1;
    this.values = [...this.empty];
    this.problems = [];
  }

  findSlot(name: string): number | undefined {
    return this.slots.get(name);
  }

  addSlot(name: string): number {
    if (this.slots.size >= MOST_NAMES) throw new FormatError(TOO_MANY_NAMES);
    this.slots.set(name, this.seen.length);
    return this.seen.push(0) - 1;
  }

  set(slot: number, name: string, value: string): void {
    if (this.seen[slot] === this.number) return this.spoil(name, '元素重复');
    this.seen[slot] = this.number;
    if (slot < this.wanted) this.values[slot] = value;
  }

  /** @param name empty where the fault is no field's. */
  spoil(name: string, detail: string): void {
    this.add({ kind: 'record_malformed', detail, ...(name === '' ? {} : { name }) });
  }

  private addInvalid(name: string, { offset, bytes }: InvalidBytes): void {
    // What was not asked for is not shown either.
    const shown = name === '' || (this.slots.get(name) ?? this.wanted) < this.wanted;
    const detail = shown ? `字节${offset}：${bytes}` : `字节${offset}`;
    this.add({ kind: 'invalid_bytes', detail, ...(name === '' ? {} : { name }) });
  }

  finish(): XmlRecord {
    const { line, values, problems } = this;
    return problems.length === 0 ? { line, values } : { line, values, problems };
  }

  /** Text of a field, or of a piece of it. A reference cut together with a character is part of the damage. */
  read(name: string, raw: string, literal: boolean): string {
    const text = normaliseLineEnds(raw);
    if (isDamaged(text)) {
      const { text: readable, damage } = takeDamage(text);
      if (damage) this.addInvalid(name, damage);
      return literal ? readable : resolveReferences(readable);
    }
    if (literal || !text.includes('&')) return text;
    const { text: resolved, forbidden } = resolveStrictly(text);
    if (forbidden !== undefined) this.spoil(name, `含XML不允许的字符 ${forbidden}`);
    return resolved;
  }

  private add(problem: XmlProblem): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }
}
