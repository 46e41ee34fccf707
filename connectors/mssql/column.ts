/** What the catalog says about a column, as the readers of its values need it. */
import type { ColumnFacts } from '../database/table.ts';

export interface MssqlColumn extends ColumnFacts {
  /** Type of the server, without sizes; of an alias type, the type below it. */
  readonly base: string;
  /** Characters, or bytes of a binary; -1 without a limit; 0 where it has none. */
  readonly length: number;
  /** Null where it is not a text. */
  readonly collation: string | null;
  readonly readable: boolean;
}
