/** The judgements people have made. Rows are appended and closed; a trigger refuses anything else. */
import type { EntityKind, Verdict } from '../../schemas/identity.ts';
import type { Client, Row } from '../connection.ts';

/** Hash of every compared field as the record stood when it was judged: `{ name: '1f3a…' }`. */
export type RecordVersion = Readonly<Record<string, string>>;

export interface Judgement {
  readonly id: string;
  readonly kind: EntityKind;
  /** Canonical ids as PostgreSQL prints them; left < right. */
  readonly left: string;
  readonly right: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly leftVersion: RecordVersion;
  readonly rightVersion: RecordVersion;
  /** Says that two different valid identifiers belong to one. */
  readonly joinsCodes: boolean;
  /** Second person who said so too; null where nobody has, or nobody needs to. */
  readonly confirmedBy: string | null;
  readonly importId: string | null;
}

export interface NewJudgement {
  readonly kind: EntityKind;
  readonly left: string;
  readonly right: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by: string;
  readonly osUser: string;
  readonly leftVersion: RecordVersion;
  readonly rightVersion: RecordVersion;
  readonly joinsCodes: boolean;
  readonly importId: string | null;
  /** The judgement this one brings back. */
  readonly restores?: string;
}

export interface Closing {
  readonly by: string;
  readonly reason: string;
}

export function toJudgement(row: Row): Judgement {
  return {
    id: row['judgement_id'] ?? '',
    kind: row['kind'] as EntityKind,
    left: row['left_id'] ?? '',
    right: row['right_id'] ?? '',
    verdict: row['verdict'] as Verdict,
    reason: row['reason'] ?? '',
    by: row['judged_by'] ?? '',
    at: row['judged_at'] ?? '',
    leftVersion: JSON.parse(row['left_version'] ?? '{}') as RecordVersion,
    rightVersion: JSON.parse(row['right_version'] ?? '{}') as RecordVersion,
    joinsCodes: row['joins_codes'] === 't',
    confirmedBy: row['confirmed_by'] ?? null,
    importId: row['import_id'] ?? null,
  };
}

const LIVE = `select j.*, c.confirmed_by from identity.judgements j left join identity.confirmations c using (judgement_id)
  where j.closed_at is null`;

/** Judgements nobody has closed, in the order they were made. */
export async function readLiveJudgements(client: Client, kind: EntityKind): Promise<Judgement[]> {
  const { rows } = await client.query<Record<string, string | null>>(
    `${LIVE} and j.kind = $1 order by j.judgement_id`,
    [kind],
  );
  return rows.map(toJudgement);
}

/** Appends a judgement; a live one on the same pair is superseded by it. @returns its id. */
export async function appendJudgement(client: Client, judgement: NewJudgement): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `select nextval(pg_get_serial_sequence('identity.judgements', 'judgement_id')) as id`,
  );
  const id = rows[0]?.id ?? '';
  // Closed before the new one is there: only one judgement of a pair is live at any time.
  await client.query(
    `update identity.judgements set closed_at = now(), closed_by = $4, closed_reason = 'superseded', superseded_by = $5
     where kind = $1 and left_id = $2 and right_id = $3 and closed_at is null`,
    [judgement.kind, judgement.left, judgement.right, judgement.by, id],
  );
  await client.query(
    `insert into identity.judgements (judgement_id, kind, left_id, right_id, verdict, reason, judged_by, os_user,
       left_version, right_version, joins_codes, import_id, restores) overriding system value
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      judgement.kind,
      judgement.left,
      judgement.right,
      judgement.verdict,
      judgement.reason,
      judgement.by,
      judgement.osUser,
      JSON.stringify(judgement.leftVersion),
      JSON.stringify(judgement.rightVersion),
      judgement.joinsCodes,
      judgement.importId,
      judgement.restores ?? null,
    ],
  );
  return id;
}

/** Closes a live judgement: from now on it does not count. */
export async function closeJudgement(client: Client, id: string, { by, reason }: Closing): Promise<void> {
  await client.query(
    `update identity.judgements set closed_at = now(), closed_by = $2, closed_reason = $3
     where judgement_id = $1 and closed_at is null`,
    [id, by, reason],
  );
}

export interface Confirmation {
  readonly by: string;
  readonly osUser: string;
  readonly reason: string;
}

/** The second person's word on a judgement that joins two different valid identifiers. */
export async function confirmJudgement(
  client: Client,
  id: string,
  { by, osUser, reason }: Confirmation,
): Promise<void> {
  await client.query(
    'insert into identity.confirmations (judgement_id, confirmed_by, os_user, reason) values ($1, $2, $3, $4)',
    [id, by, osUser, reason],
  );
}

/** Record numbers of pairs whose judgement was made, confirmed or closed at or after a moment. */
export async function readJudgedSince(client: Client, kind: EntityKind, since: string): Promise<number[]> {
  // A judgement that was under way when the run before began carries an earlier time than that of its commit.
  const { rows } = await client.query<{ record_no: string }>(
    `select distinct r.record_no from identity.judgements j left join identity.confirmations c using (judgement_id)
     join identity.records r on r.kind = j.kind and r.record_id in (j.left_id, j.right_id)
     where j.kind = $1 and greatest(j.judged_at, j.closed_at, c.confirmed_at) >= $2::timestamptz - interval '1 hour'`,
    [kind, since],
  );
  return rows.map(({ record_no }) => Number(record_no));
}
