/** What a run tells while it works; the command line draws it, tests and `--json` read it. */

export type ProgressEvent =
  | { readonly kind: 'system'; readonly system: string; readonly resumed: boolean; readonly streams: readonly string[] }
  | { readonly kind: 'started'; readonly stream: string; readonly declaredRows: number | null }
  /** Of a frozen run: records that changed behind its moment were left out. */
  | { readonly kind: 'frozen'; readonly stream: string; readonly later: number }
  | { readonly kind: 'resumed'; readonly stream: string; readonly rows: number }
  | { readonly kind: 'read'; readonly stream: string; readonly rows: number; readonly quarantined: number }
  /** The delivery is the same as the last: it was not read. */
  | { readonly kind: 'carried'; readonly stream: string; readonly rows: number }
  /** Ranges of the delivery are as they were: these records were not read. */
  | { readonly kind: 'kept'; readonly stream: string; readonly rows: number }
  | { readonly kind: 'merged'; readonly stream: string; readonly rows: number }
  | { readonly kind: 'finished'; readonly stream: string }
  /** The source went away: it is tried again in so many seconds. */
  | { readonly kind: 'lost'; readonly message: string; readonly seconds: number }
  | { readonly kind: 'failed'; readonly stream: string; readonly message: string; readonly next: string | null }
  | { readonly kind: 'held'; readonly stream: string; readonly message: string };

export type ProgressListener = (event: ProgressEvent) => void;
