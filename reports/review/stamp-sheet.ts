/** The sheet nobody sees: what the workbook is, for the way back. */
import { z } from 'zod';

export const STAMP_SHEET = '_ggzy';

export const SheetStamp = z.object({
  exportId: z.string().min(1),
  entity: z.enum(['expert', 'enterprise', 'matter']),
  modelVersion: z.string(),
  writtenAt: z.iso.datetime(),
  writtenBy: z.string(),
  masked: z.boolean(),
  pairs: z.int().nonnegative(),
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SheetStamp = z.infer<typeof SheetStamp>;
