/** The unified database beside what the replayer says: every record, every value that was sent. */
import type { Database, Row } from '../../database/connection.ts';
import { quoteName, rawTable } from '../../database/names.ts';
import type { Replayer } from './replay.ts';
import type { SentForm } from './sources/source.ts';

export interface Comparison {
  readonly records: number;
  readonly values: number;
  readonly differences: readonly string[];
}

/** What stands in the database of one stream: the record as it was last accepted, and whether it is there. */
async function readStanding(database: Database, system: string, stream: string, tables: readonly string[]) {
  const live = tables.map(
    (table) => `select source_key, bool_and(source_deleted_at is not null) as gone from canonical.${table}
      where system = $1 and stream = $2 and role = '' group by source_key`,
  );
  const rows = await database.query(
    `select source_key, bool_and(gone) as gone from (${live.join(' union all ')}) t group by source_key`,
    [system, stream],
  );
  const raw = await database.query(`select * from ${rawTable(system, stream)} where _state = 'live'`);
  return {
    gone: new Map(rows.map((row) => [row['source_key'] ?? '', row['gone'] === 't'])),
    raw: new Map(raw.map((row) => [row['_source_key'] ?? '', row])),
  };
}

function compareValues(where: string, sent: Readonly<Record<string, string | null>>, raw: Row | undefined): string[] {
  if (!raw) return [`${where}: no raw record`];
  return Object.entries(sent)
    .filter(([column, value]) => (raw[column] ?? '') !== (value ?? ''))
    .map(([column, value]) => `${where} ${quoteName(column)}: sent ${value}, holds ${raw[column] ?? null}`);
}

export interface ComparedSystem {
  readonly system: string;
  readonly form: SentForm;
  readonly replayer: Replayer;
  /** Tables of the record's own entities, by stream. */
  readonly tablesOf: (stream: string) => readonly string[];
}

export async function compareSystem(
  database: Database,
  { system, form, replayer, tablesOf }: ComparedSystem,
): Promise<Comparison> {
  const differences: string[] = [];
  let records = 0;
  let values = 0;
  for (const [kind, about] of Object.entries(form.streams)) {
    const { stream } = about;
    const { gone, raw } = await readStanding(database, system, stream, tablesOf(stream));
    const expected = replayer.standing.filter((record) => record.kind === kind);
    for (const record of expected) {
      const key = form.keyOf(record.kind, record.serial);
      const where = `${system}.${stream} ${key}`;
      const is = gone.get(key);
      gone.delete(key);
      records += 1;
      if (is === undefined) differences.push(`${where}: missing`);
      else if (is !== record.deleted)
        differences.push(`${where}: ${is ? 'deleted' : 'live'}, the source says otherwise`);
      if (is === undefined || record.deleted) continue;
      const sent = form.rowOf(record.kind, record.serial, record.fields);
      values += Object.keys(sent).length;
      differences.push(...compareValues(where, sent, raw.get(key)));
    }
    // Of a deletion of what was never loaded, a mark may stay.
    const unknown = [...gone].filter(([, deleted]) => !deleted);
    differences.push(...unknown.map(([key]) => `${system}.${stream} ${key}: nobody sent it`));
  }
  return { records, values, differences };
}
