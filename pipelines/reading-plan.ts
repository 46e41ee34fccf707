/**
 * What of a delivery is still to be read. Ranges are counted in the state they are read in, so the number of every record
 * is known before it is read: whoever reads what, in whatever order, a record is staged under the same number.
 */
import type { DeliveryRange } from '../connectors/connector.ts';

/** Records that are staged, by number, and the cursor behind the last of them; null where it is not known. */
export interface StagedSpan {
  readonly from: number;
  readonly to: number;
  readonly cursor: string | null;
}

/** One reading: what lies in the range behind the cursor. */
export interface ReadingPart {
  /** All of the delivery when absent. */
  readonly range?: DeliveryRange;
  /** Number of the record before the first. */
  readonly ord: number;
  readonly after?: string;
  /** Records to come; null where nobody counted them. */
  readonly rows: number | null;
}

export interface Delivered {
  readonly ranges: readonly DeliveryRange[] | undefined;
  readonly staged: readonly StagedSpan[];
}

/** The furthest record up to which all behind `before` are staged, and the cursor there. */
function reach(spans: readonly StagedSpan[], before: number): { readonly ord: number; readonly cursor: string | null } {
  let [ord, cursor]: [number, string | null] = [before, null];
  for (const span of spans) {
    if (span.from > ord + 1) break;
    if (span.to > ord) [ord, cursor] = [span.to, span.cursor];
  }
  return { ord, cursor };
}

/** @returns null where something is staged that no reading of this delivery could have left: then all is staged anew. */
export function planReadings({ ranges, staged }: Delivered): ReadingPart[] | null {
  const spans = staged.toSorted((a, b) => a.from - b.from);
  const whole = [{ range: undefined, before: 0, end: Number.POSITIVE_INFINITY }];
  const pieces = ranges?.map((range) => ({ range, before: range.before, end: range.before + range.rows })) ?? whole;
  const parts: ReadingPart[] = [];
  for (const { range, before, end } of pieces) {
    const { ord, cursor } = reach(spans, before);
    if (ord >= end) continue;
    const isBegun = ord > before;
    // Only what lies in a range needs a cursor: the range itself begins where it begins.
    if ((isBegun && cursor === null) || spans.some((span) => span.from <= end && span.from > ord)) return null;
    parts.push({
      ord,
      rows: range ? end - ord : null,
      ...(range ? { range } : {}),
      ...(isBegun && cursor !== null ? { after: cursor } : {}),
    });
  }
  return parts;
}
