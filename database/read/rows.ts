/** Rows of any number, a piece at a time, through a server-side cursor on a connection of its own. */
import type { Database, Row } from '../connection.ts';

const PIECE = 5_000;

/** The snapshot is taken once: what is written meanwhile does not appear. */
export async function* streamRows(
  database: Database,
  sql: string,
  values: readonly unknown[] = [],
): AsyncGenerator<Row[], void, undefined> {
  const client = await database.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query(`declare piece no scroll cursor for ${sql}`, [...values]);
    for (;;) {
      const { rows } = await client.query<Record<string, string | null>>(`fetch ${PIECE} from piece`);
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    await client.end();
  }
}
