/** How many readings fit into the memory that the chunks of one process may take. */

const BUDGET_BYTES = 96 * 1024 * 1024;
/** A chunk that comes together and one that waits to be written, each as raw values, as mapped rows and as text. */
const COPIES = 6;
/** Where nobody says how wide a row is. */
const USUAL_ROW_BYTES = 1024;

export interface Load {
  /** Allowed by the settings. */
  readonly readers: number;
  readonly chunkSize: number;
  /** Of the delivery. */
  readonly bytes: number;
  readonly rows: number | null;
}

/** One reading is always let through: a single chunk is as large as it is. */
export function readersWithin({ readers, chunkSize, bytes, rows }: Load): number {
  const rowBytes = bytes > 0 && rows ? bytes / rows : USUAL_ROW_BYTES;
  return Math.max(1, Math.min(readers, Math.floor(BUDGET_BYTES / (COPIES * chunkSize * rowBytes))));
}
