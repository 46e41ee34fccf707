/** `throttle` of a system in `ggzy.yaml`: how much of a legacy system its guest may use. */
import { z } from 'zod';
import { WINDOW_FORM } from './read-windows.ts';

export const MOST_READERS = 16;

export const throttle = z.strictObject({
  /** Over all readings of the system together; as fast as it goes when absent. */
  rowsPerSecond: z.coerce.number().positive().optional(),
  /** Readings at once at the most. */
  readers: z.coerce.number().int().min(1).max(MOST_READERS).optional(),
  /** Beijing time; open all day when absent. */
  windows: z.array(z.string().regex(WINDOW_FORM)).min(1).optional(),
  /** How many times slower than usual a source may answer before it is given rest. */
  backOff: z.coerce.number().min(1.5).default(4),
});

export type Throttle = z.infer<typeof throttle>;
