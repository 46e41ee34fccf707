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

/**
 * A delivery cannot be read as declared: this stream stops and its children wait, the others go on. Exit code 3 where
 * nothing of a system could be read, 1 where part of it was.
 */
export class SourceError extends GgzyError {}

/**
 * A source went away while it was read: what was staged stays and the run stays open, so that the next one goes on from
 * there. Exit code 3.
 */
export class SourceLostError extends SourceError {}

/**
 * A source may not be read at this hour: nothing is wrong, what was committed stays and the run stays open, so that the
 * next one goes on from there. Exit code 7.
 */
export class WindowClosedError extends GgzyError {}

/** The target cannot be used (rights, disk, version): stop the run. Exit code 4. */
export class TargetError extends GgzyError {}

/** Another run holds the lock: nothing is wrong with the data. Exit code 5. */
export class BusyError extends GgzyError {}

/** The operator stopped the run; what was committed stays, and the next run goes on from there. Exit code 130. */
export class CancelledError extends GgzyError {}

/** The text of anything thrown, for messages that wrap a cause. */
export function describeCause(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
