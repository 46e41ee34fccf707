/** What the server is: version, collation, and whether it keeps one state for a whole run. */
import type { Row, Session } from './session.ts';

/** Major versions: 11 is 2012, 13 is 2016. */
const HASHES_ANY_LENGTH_SINCE = 13;
const HIDES_SINCE = 13;
const LOSSLESS_FLOATS_SINCE = 13;

/**
 * `snapshot`: one state for the whole run. `replica`: nothing is written here, or every query of a transaction sees one
 * state. `committed`: each query sees what is committed when it comes by.
 */
export type View = 'snapshot' | 'replica' | 'committed';

export interface ServerFacts {
  /** As the server prints it: `11.0.7001.0`. */
  readonly version: string;
  readonly major: number;
  readonly edition: string;
  readonly collation: string;
  readonly database: string;
  readonly user: string;
  readonly view: View;
  /** No writer waits for a reader: committed rows are read from versions. */
  readonly versioned: boolean;
  readonly hashesAnyLength: boolean;
  readonly losslessFloats: boolean;
  /** Has masks and policies, which hide values and rows without a word. */
  readonly hides: boolean;
  /** Knows how much room a table takes. */
  readonly measures: boolean;
}

const FACTS = `
  select convert(nvarchar(128), serverproperty('ProductVersion')) as version,
    convert(nvarchar(128), serverproperty('Edition')) as edition,
    convert(nvarchar(10), serverproperty('Babelfish')) as babelfish,
    convert(nvarchar(128), databasepropertyex(db_name(), 'Collation')) as collated,
    convert(nvarchar(128), databasepropertyex(db_name(), 'Updateability')) as updateability,
    db_name() as name, user_name() as account,
    convert(nvarchar(10), d.snapshot_isolation_state) as snapshots,
    convert(nvarchar(10), d.is_read_committed_snapshot_on) as versions
  from sys.databases d where d.name = db_name()`;

export async function readServer(session: Session): Promise<ServerFacts> {
  const [row = {}] = await session.ask(FACTS);
  return serverOf(row);
}

function serverOf(row: Row): ServerFacts {
  const text = (name: string): string => String(row[name] ?? '');
  const major = Number.parseInt(text('version'), 10) || 0;
  // A substitute on PostgreSQL names an old version, and has none of its limits.
  const substitute = text('babelfish') === '1';
  return {
    version: text('version'),
    major,
    edition: text('edition'),
    collation: text('collated'),
    database: text('name'),
    user: text('account'),
    view: viewOf(text('updateability'), text('snapshots')),
    versioned: text('versions') === '1',
    hashesAnyLength: substitute || major >= HASHES_ANY_LENGTH_SINCE,
    losslessFloats: !substitute && major >= LOSSLESS_FLOATS_SINCE,
    hides: !substitute && major >= HIDES_SINCE,
    measures: !substitute,
  };
}

function viewOf(updateability: string, snapshots: string): View {
  if (snapshots === '1') return 'snapshot';
  return updateability === 'READ_ONLY' ? 'replica' : 'committed';
}

/** The server's time in seconds since 1970. */
export async function readClock(ask: (text: string) => Promise<Row[]>): Promise<number> {
  const [row] = await ask('select convert(nvarchar(30), sysutcdatetime(), 126) as now');
  return Date.parse(`${String(row?.['now']).slice(0, 23)}Z`) / 1000;
}
