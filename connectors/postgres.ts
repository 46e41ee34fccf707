/** A live PostgreSQL database, read as a guest: nothing is written, no lock outlives a reading, one state for all streams. */
import type { Connector, ConnectorContext, ConnectorKind, Finding, PlannedRange } from './connector.ts';
import { LiveConnector, type LiveDatabase, type Reading } from './database/live-connector.ts';
import { measureSkew } from './database/server-findings.ts';
import type { Access } from './database/settings.ts';
import type { Content, Survey } from './database/table.ts';
import type { PostgresTable, TableName } from './postgres/catalog.ts';
import { findFault } from './postgres/faults.ts';
import { serverFindings } from './postgres/server-findings.ts';
import { accessOf, settings, type PostgresSettings } from './postgres/settings.ts';
import { Snapshot } from './postgres/snapshot.ts';
import { findStoredEncoding } from './postgres/stored-text.ts';
import { measureContent } from './postgres/measure.ts';
import { surveyTable } from './postgres/survey.ts';
import { CopyReader } from './postgres/table-reader.ts';
import type { StreamContract } from './stream.ts';

class PostgresDatabase implements LiveDatabase<PostgresTable> {
  private readonly settings: PostgresSettings;
  private readonly access: Access;
  private taken: Promise<Snapshot> | undefined;
  private skewSeconds = 0;

  constructor(given: PostgresSettings, access: Access) {
    this.settings = given;
    this.access = access;
  }

  readonly findFault = (thrown: unknown) => findFault(thrown, this.access);

  tableOf(stream: StreamContract): string {
    return this.nameOf(stream).table;
  }

  async greet(): Promise<void> {
    const snapshot = await this.snapshot();
    this.skewSeconds = await snapshot.within((session) =>
      measureSkew(async () => {
        const [row] = await session.ask('select extract(epoch from clock_timestamp()) as seconds');
        return Number(row?.['seconds']);
      }),
    );
  }

  async serverFindings(surveys: readonly Survey<PostgresTable>[]): Promise<Finding[]> {
    const { version, encoding } = await this.snapshot();
    const writable = surveys.flatMap(({ table }) => (table?.mayWrite ? [table.table] : []));
    const { user, database } = this.access.address;
    const { skewSeconds } = this;
    const encrypted = this.access.ssl !== false;
    const givenEncoding = this.settings.encoding;
    return serverFindings({ version, encoding, givenEncoding, skewSeconds, user, database, encrypted, writable });
  }

  async survey(stream: StreamContract): Promise<Survey<PostgresTable>> {
    const snapshot = await this.snapshot();
    return snapshot.within((session) => surveyTable(session, stream, this.nameOf(stream)));
  }

  async measure(stream: StreamContract, table: PostgresTable, planned: readonly PlannedRange[]): Promise<Content> {
    const snapshot = await this.snapshot();
    const { version, encoding } = snapshot;
    // Bytes that are no characters cannot be walked by.
    const stored = findStoredEncoding(encoding, this.settings.encoding);
    const cuts = stored === undefined ? { step: this.settings.rangeRows, planned } : undefined;
    return snapshot.within((session) => measureContent(session, stream, { table, version, cuts }));
  }

  async reader(reading: Reading<PostgresTable>): Promise<CopyReader> {
    const snapshot = await this.snapshot();
    const stored = findStoredEncoding(snapshot.encoding, this.settings.encoding);
    return new CopyReader({ ...reading, snapshot, stored, silenceSeconds: this.access.statementTimeout });
  }

  async release(): Promise<void> {
    const taken = await this.taken?.catch(() => undefined);
    await taken?.release();
  }

  /** Taken once: what is not there at first is not there for this run. */
  private snapshot(): Promise<Snapshot> {
    this.taken ??= Snapshot.take(this.access);
    return this.taken;
  }

  private nameOf({ name }: StreamContract): TableName {
    const { schema, tables = {} } = this.settings;
    return { schema, table: (Object.hasOwn(tables, name) ? tables[name] : undefined) ?? name };
  }
}

async function open(given: PostgresSettings, context: ConnectorContext): Promise<Connector> {
  return new LiveConnector(new PostgresDatabase(given, await accessOf(given, context)), context.system);
}

export const postgres: ConnectorKind<PostgresSettings> = {
  kind: 'postgres',
  label: { zh: 'PostgreSQL 数据库（只读直连）', en: 'PostgreSQL database, read live' },
  settings,
  incremental: true,
  open,
};
