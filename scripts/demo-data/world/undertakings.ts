/** Which rows of the seven centres belong to one undertaking of the invented world: the truth that matters are measured by. */
import type { WorldOptions } from '../types.ts';
import { allRows } from './all-rows.ts';

export interface Belonging {
  readonly undertaking: string;
  readonly system: string;
  readonly stream: string;
  readonly sourceKey: string;
}

/** As `generateDemo` of the same options writes them; rows that cannot be loaded are listed too. */
export function undertakingsOf(options: WorldOptions): Belonging[] {
  return allRows(options, ({ undertaking }) => undertaking !== undefined).map(
    ({ row: { undertaking = '' }, system, stream, sourceKey }) => ({ undertaking, system, stream, sourceKey }),
  );
}
