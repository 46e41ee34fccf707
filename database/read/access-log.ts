/** Every look at unmasked personal data leaves a line, written before the data is shown. */
import type { Database } from '../connection.ts';

export interface Access {
  readonly operator: string;
  /** The command: `export records`. */
  readonly action: string;
  /** What was looked at: entity, system, key. */
  readonly subject: string;
}

export async function recordAccess(database: Database, { operator, action, subject }: Access): Promise<void> {
  await database.query('insert into ops.access_log (operator, action, subject) values ($1, $2, $3)', [
    operator,
    action,
    subject,
  ]);
}
