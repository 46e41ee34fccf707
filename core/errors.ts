/**
 * Errors are named by what the runner does next. Findings about single records are issues, never errors.
 * Every message says what happened and where; `next` says what to do about it.
 */

export interface Place {
  readonly system?: string;
  readonly stream?: string;
  readonly position?: string;
}

export interface ErrorDetails extends Place {
  /** What the person should do next, one sentence. */
  readonly next?: string;
  readonly cause?: unknown;
}

export class GgzyError extends Error {
  readonly place: Place;
  readonly next: string | undefined;

  constructor(message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? {} : { cause: details.cause });
    this.name = new.target.name;
    const { next, cause: _cause, ...place } = details;
    this.place = place;
    this.next = next;
  }
}

/** Settings or arguments are wrong: stop before anything starts. Exit code 2. */
export class ConfigurationError extends GgzyError {}

/** A system's delivery cannot be read as declared: stop this system, the others go on. Exit code 3. */
export class SourceError extends GgzyError {}

/** The target cannot be used (rights, disk, version): stop the run. Exit code 4. */
export class TargetError extends GgzyError {}

/** Another run holds the lock, or the operator cancelled: nothing is wrong with the data. Exit code 5. */
export class BusyError extends GgzyError {}

/** A passing fault (connection lost, deadlock): back off and try again. */
export class RetryableError extends GgzyError {}

export class CancelledError extends GgzyError {}

/** The text of anything thrown, for messages that wrap a cause. */
export function describeCause(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
