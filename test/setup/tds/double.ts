/** What a test tells the double to answer, and the faults it can do that no real server does on demand. */
import type { TdsColumn } from './wire.ts';

export interface Request {
  readonly text: string;
  /** By name, without the @; empty for a batch. */
  readonly parameters: ReadonlyMap<string, unknown>;
  /** Isolation level of the transaction it runs in; empty outside one. */
  readonly isolation: string;
}

export interface Answer {
  readonly columns: readonly TdsColumn[];
  /** Rows may wait (a slow or silent server), or throw what stands below. */
  readonly rows: Rows;
}

export type Rows = Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>;

/** Undefined: done without a result. It may throw what stands below. */
export type Handler = (request: Request) => Answer | undefined | Promise<Answer | undefined>;

/** The server refuses; whoever has a transaction loses it where the number says so (1205). */
export class SqlError extends Error {
  readonly number: number;

  constructor(number: number, message: string) {
    super(message);
    this.number = number;
  }
}

/** The connection breaks off, here and now. */
export class Cut extends Error {}

/** Bytes that are no token at all. */
export class Garbage extends Error {}

export const silence = (): Promise<never> => new Promise(() => undefined);

/** Does something before the row of that number (from 0) is sent. */
export async function* before(
  rows: Rows,
  number: number,
  act: () => Promise<unknown>,
): AsyncGenerator<readonly unknown[]> {
  let at = 0;
  for await (const row of rows) {
    if (at === number) await act();
    yield row;
    at += 1;
  }
}
