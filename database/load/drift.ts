/** Records how a run found the columns of a source, and who answers for a change of them. */
import type { Database } from '../connection.ts';
import type { Approval } from '../read/drift.ts';

export interface FoundColumns {
  readonly runId: string;
  readonly system: string;
  readonly stream: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly encoding: string | null }[];
}

/** Columns that are gone are forgotten; one that is as it was keeps the run that first found it so. */
export async function recordSourceColumns(database: Database, found: FoundColumns): Promise<void> {
  const { runId, system, stream, columns } = found;
  const names = columns.map(({ name }) => name);
  await database.query(
    `with gone as (
       delete from ops.source_columns where system = $1 and stream = $2 and column_name <> all ($4::text[])
     )
     insert into ops.source_columns (system, stream, column_name, type, encoding, run_id)
     select $1, $2, name, type, encoding, $3 from unnest($4::text[], $5::text[], $6::text[]) as c (name, type, encoding)
     on conflict (system, stream, column_name) do update
     set type = excluded.type, encoding = excluded.encoding, run_id = excluded.run_id
     where (source_columns.type, source_columns.encoding) is distinct from (excluded.type, excluded.encoding)`,
    [system, stream, runId, names, columns.map(({ type }) => type), columns.map(({ encoding }) => encoding)],
  );
}

export type NewApproval = Omit<Approval, 'at'> & { readonly system: string };

/** Takes the place of an approval of the same column and kind: that one is withdrawn by the same hand. */
export async function recordApproval(database: Database, approval: NewApproval): Promise<void> {
  const { system, stream, column, kind, declared, found, by, reason } = approval;
  await database.transaction(async (client) => {
    await client.query(
      `update ops.drift_approvals set withdrawn_by = $5, withdrawn_at = now()
       where system = $1 and stream = $2 and column_name = $3 and kind = $4 and withdrawn_at is null`,
      [system, stream, column, kind, by],
    );
    await client.query(
      `insert into ops.drift_approvals (system, stream, column_name, kind, declared, found, approved_by, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [system, stream, column, kind, declared, found, by, reason],
    );
  });
}

export interface Withdrawal {
  readonly system: string;
  readonly stream: string;
  readonly column: string;
  readonly by: string;
}

/** @returns how many approvals of the column were in force. */
export async function withdrawApprovals(database: Database, withdrawal: Withdrawal): Promise<number> {
  const { system, stream, column, by } = withdrawal;
  const rows = await database.query(
    `update ops.drift_approvals set withdrawn_by = $4, withdrawn_at = now()
     where system = $1 and stream = $2 and column_name = $3 and withdrawn_at is null returning id`,
    [system, stream, column, by],
  );
  return rows.length;
}
