/** A range of a table's key, and the text that names it: order and bounds, to be known again in the next look. */
import { z } from 'zod';
import { SourceError } from '../../core/errors.ts';
import type { PlannedRange } from '../connector.ts';
import type { KeyOrder } from './order.ts';

export type Key = readonly string[];

/** Behind one key, up to and with another; open where there is none. */
export interface Bounds {
  readonly above: Key | null;
  readonly upTo: Key | null;
}

const schema = z.strictObject({
  order: z.string(),
  above: z.array(z.string()).nullable(),
  upTo: z.array(z.string()).nullable(),
});

export function rangeId(order: KeyOrder, { above, upTo }: Bounds): string {
  return JSON.stringify({ order: order.name, above, upTo });
}

/** @returns undefined where the text is none, or of another order. */
export function parseRangeId(id: string, { name, key }: KeyOrder): Bounds | undefined {
  const { data } = schema.safeParse(parseJson(id));
  if (!data || data.order !== name) return undefined;
  const fits = [data.above, data.upTo].every((bound) => bound === null || bound.length === key.length);
  return fits ? { above: data.above, upTo: data.upTo } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws SourceError where the range belongs to another order of the table. */
export function boundsOfRange({ id }: PlannedRange, order: KeyOrder, position: string): Bounds {
  const bounds = parseRangeId(id, order);
  if (bounds) return bounds;
  throw new SourceError('读取范围与该表现在的主键或索引不符', { position, next: '从头读取该数据流。' });
}
