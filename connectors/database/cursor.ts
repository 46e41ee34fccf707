/** Where a reading stands: the key of the last record that was delivered, as opaque text. */
import { z } from 'zod';
import { SourceError } from '../../core/errors.ts';

export interface Cursor {
  /** Records delivered so far, from the beginning of the stream. */
  readonly rows: number;
  readonly key: readonly (string | null)[];
  /** Only where the key is not unique: the content hash of the last record … */
  readonly content?: string | undefined;
  /** … and how many records of that key and content were delivered. */
  readonly same?: number | undefined;
}

const schema = z.strictObject({
  rows: z.int().min(1),
  key: z.array(z.string().nullable()),
  content: z.string().optional(),
  same: z.int().min(1).optional(),
});

/** What a cursor must fit: an order has these. */
interface Ordered {
  readonly key: readonly unknown[];
  readonly unique: boolean;
}

/** @throws SourceError where the cursor is none, or belongs to another order of the table. */
export function parseCursor(text: string, { key, unique }: Ordered, position: string): Cursor {
  const cursor = readJson(text);
  const fits = unique
    ? cursor?.content === undefined && cursor?.key.includes(null) === false
    : cursor?.content !== undefined;
  if (cursor && fits && cursor.key.length === key.length) return cursor;
  throw new SourceError('续读位置与该表现在的主键或索引不符', {
    position,
    next: '从头读取该数据流。',
  });
}

function readJson(text: string): Cursor | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
