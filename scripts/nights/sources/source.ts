/** How a prefecture sends its nights: one file per prefecture beside this one. */
import type { Change, Fields, Kind } from '../world.ts';

/** What one night is told to send. */
export interface Sending {
  readonly night: number;
  /** Day the delivery is of: yyyy-MM-dd. */
  readonly day: string;
  readonly changes: readonly Change[];
}

/** A record as the prefecture writes it: text by column, null where it has none. */
export type SentRow = Readonly<Record<string, string | null>>;

export interface SentForm {
  /** Stream and key column of each kind the prefecture has. */
  readonly streams: Partial<Readonly<Record<Kind, { readonly stream: string; readonly key: string }>>>;
  keyOf(kind: Kind, serial: number): string;
  rowOf(kind: Kind, serial: number, fields: Fields): SentRow;
}

/** A field as it is, or what the prefecture makes of the record. */
export type ColumnRule = string | ((fields: Fields, serial: number) => string);
export type FormRows = Partial<Readonly<Record<Kind, Readonly<Record<string, ColumnRule>>>>>;

export function writeRow(rules: Readonly<Record<string, ColumnRule>>, serial: number, fields: Fields): SentRow {
  const values = Object.entries(rules).map(([column, rule]) => [
    column,
    typeof rule === 'string' ? (fields[rule] ?? '') : rule(fields, serial),
  ]);
  return Object.fromEntries(values) as SentRow;
}

export function always(text: string): ColumnRule {
  return () => text;
}

/** 260000 → 260000.00 */
export function withCents(name: string): ColumnRule {
  return (fields) => `${fields[name]}.00`;
}

/** 260000 → 26 */
export function inTenThousands(name: string): ColumnRule {
  return (fields) => String(Number(fields[name]) / 10_000);
}

export interface NightSource {
  readonly system: string;
  readonly form: SentForm;
  /** Settings of the system in ggzy.yaml. */
  readonly settings: Readonly<Record<string, unknown>>;
  send(sending: Sending): Promise<void>;
  /** Nobody can reach it, until it is opened again. */
  close?(): Promise<void>;
  reopen?(): Promise<void>;
}

/** Changes of a kind, in order. */
export function ofKind(changes: readonly Change[], kind: Kind): readonly Change[] {
  return changes.filter((change) => change.kind === kind);
}

/** Seconds into the night at which a change was made, as a time of the day after: ties are ordinary. */
export function timeOf(day: string, index: number, hour = 2): string {
  const second = Math.floor(index / 3);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day} ${two(hour)}:${two(Math.floor(second / 60))}:${two(second % 60)}`;
}
