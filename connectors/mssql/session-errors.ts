/** What a session says that the driver does not. */

/** The transaction that held the state is gone, and with it that state. */
export class SnapshotLostError extends Error {
  readonly code = 'snapshot_lost';
}

/** The login was refused: `number` says why. The driver passes on the text of the last refusal alone. */
export class LoginError extends Error {
  readonly number: number;

  constructor(number: number, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.number = number;
  }
}
