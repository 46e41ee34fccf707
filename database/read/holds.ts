/** What guards hold, and who released or refused it. Written in `load/delivery-holds.ts` and `load/holds.ts`. */
import type { Database, Row } from '../connection.ts';

export type HoldState = 'open' | 'approved' | 'refused' | 'released' | 'over';

export interface Hold {
  readonly id: string;
  readonly system: string;
  /** Empty where the whole delivery of the system is held. */
  readonly stream: string;
  readonly guard: string;
  readonly day: string;
  readonly fingerprint: string;
  readonly records: number;
  readonly message: { readonly zh: string; readonly en: string };
  readonly openedAt: string;
  readonly state: HoldState;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
}

/** As `ggzy approve` and `ggzy refuse` take it: `onestop.volume`, `lhasa.qzk_zj.mass_delete`. */
export function holdName({ system, stream, guard }: Pick<Hold, 'system' | 'stream' | 'guard'>): string {
  return [system, ...(stream === '' ? [] : [stream]), guard].join('.');
}

function toHold(row: Row): Hold {
  const text = (name: string): string => row[name] ?? '';
  return {
    id: text('id'),
    system: text('system'),
    stream: text('stream'),
    guard: text('guard'),
    day: text('day'),
    fingerprint: text('fingerprint'),
    records: Number(row['records']),
    message: { zh: text('message_zh'), en: text('message_en') },
    openedAt: text('opened_at'),
    state: text('state') as HoldState,
    decidedBy: row['decided_by'] ?? null,
    decidedAt: row['decided_at'] ?? null,
    reason: row['reason'] ?? null,
  };
}

/** Newest first. @param systems every one where empty. */
export async function readHolds(
  database: Database,
  { systems, states }: { readonly systems: readonly string[]; readonly states: readonly HoldState[] },
): Promise<Hold[]> {
  const rows = await database.query(
    `select * from ops.holds where (cardinality($1::text[]) = 0 or system = any($1)) and state = any($2) order by id desc`,
    [systems, states],
  );
  return rows.map(toHold);
}
