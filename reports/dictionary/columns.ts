/** Where every declared column of a stream goes: what the mapping book lists. */
import type { BookMapping, BookPart, BookRule, LeftAside } from './source.ts';

export type Destination =
  /** A field is read from it. */
  | 'taken'
  /** It helps to read fields whose leading column is another. */
  | 'consulted'
  /** It is part of the source key and nothing else. */
  | 'key'
  | 'left'
  /** Neither taken nor left aside for a reason: a hole in the mapping. */
  | 'forgotten'
  /** Taken and left aside: one of the two is wrong. */
  | 'contradictory'
  /** No column at all: the system implies the value. */
  | 'constant';

export interface ColumnUse {
  /** Null for a constant. */
  readonly column: string | null;
  readonly destination: Destination;
  readonly part: BookPart | null;
  /** Names of the fields; several only where the column is consulted. */
  readonly fields: readonly string[];
  readonly rule: BookRule | null;
  readonly reason: LeftAside | null;
}

interface Take {
  readonly part: BookPart;
  readonly field: string;
  readonly rule: BookRule;
}

function takesOf({ parts }: BookMapping): Take[] {
  return parts.flatMap((part) => Object.entries(part.fields).map(([field, rule]) => ({ part, field, rule })));
}

/** One use per part: a name that helps to read five identifiers is one line, not five. */
function consultations(column: string, takes: readonly Take[]): ColumnUse[] {
  const consulting = takes.filter(({ rule }) => rule.columns.indexOf(column) > 0);
  return [...Map.groupBy(consulting, ({ part }) => part)].map(([part, of]) => ({
    column,
    destination: 'consulted',
    part,
    fields: of.map(({ field }) => field),
    rule: of.length === 1 ? (of[0]?.rule ?? null) : null,
    reason: null,
  }));
}

function usesOf(column: string, { stream, audit }: BookMapping, takes: readonly Take[]): ColumnUse[] {
  const nothing = { column, part: null, fields: [], rule: null };
  const reason = stream.columns[column]?.ignore ?? null;
  const contradictory = audit.contradictory.includes(column);
  const taken = takes
    .filter(({ rule }) => rule.columns[0] === column)
    .map(({ part, field, rule }): ColumnUse => {
      return { column, destination: 'taken', part, fields: [field], rule, reason: null };
    });
  const used = [...taken, ...consultations(column, takes)];
  if (reason !== null) {
    return [...used, { ...nothing, destination: contradictory ? 'contradictory' : 'left', reason }];
  }
  if (audit.forgotten.includes(column)) return [...used, { ...nothing, destination: 'forgotten', reason }];
  return used.length > 0 ? used : [{ ...nothing, destination: 'key', reason }];
}

/** In declared order, every column at least once; then the constants. */
export function findUses(mapping: BookMapping): ColumnUse[] {
  const takes = takesOf(mapping);
  const constants = takes.filter(({ rule }) => rule.columns.length === 0);
  return [
    ...Object.keys(mapping.stream.columns).flatMap((column) => usesOf(column, mapping, takes)),
    ...constants.map(({ part, field, rule }): ColumnUse => {
      return { column: null, destination: 'constant', part, fields: [field], rule, reason: null };
    }),
  ];
}
