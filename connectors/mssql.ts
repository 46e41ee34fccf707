/** A live SQL Server database (2012 or newer), read as a guest: one connection, and one state where snapshots are allowed. */
import type { Connector, ConnectorContext, ConnectorKind, Finding } from './connector.ts';
import { LiveConnector, type LiveDatabase, type Reading } from './database/live-connector.ts';
import { measureSkew } from './database/server-findings.ts';
import type { Content, Survey } from './database/table.ts';
import type { MssqlTable, TableName } from './mssql/catalog.ts';
import { DatabaseState } from './mssql/database-state.ts';
import { findFault } from './mssql/faults.ts';
import { serverFindings } from './mssql/server-findings.ts';
import { readClock } from './mssql/server.ts';
import { accessOf, settings, type Access, type MssqlSettings } from './mssql/settings.ts';
import { measureContent, surveyTable } from './mssql/survey.ts';
import { QueryReader } from './mssql/table-reader.ts';
import type { StreamContract } from './stream.ts';

class MssqlDatabase implements LiveDatabase<MssqlTable> {
  private readonly settings: MssqlSettings;
  private readonly access: Access;
  private taken: Promise<DatabaseState> | undefined;
  private skewSeconds = 0;

  constructor(given: MssqlSettings, access: Access) {
    this.settings = given;
    this.access = access;
  }

  readonly findFault = (thrown: unknown) => findFault(thrown, this.access);

  tableOf(stream: StreamContract): string {
    return this.nameOf(stream).table;
  }

  async greet(): Promise<void> {
    const state = await this.state();
    this.skewSeconds = await measureSkew(() => readClock((text) => state.ask(text)));
  }

  async serverFindings(surveys: readonly Survey<MssqlTable>[]): Promise<Finding[]> {
    const { server } = await this.state();
    const tables = surveys.flatMap(({ table }) => (table ? [table] : []));
    return serverFindings({
      server,
      skewSeconds: this.skewSeconds,
      encrypted: this.access.ssl !== false,
      writable: tables.flatMap(({ table, mayWrite }) => (mayWrite ? [table] : [])),
      estimatedRows: tables.reduce((sum, { estimatedRows }) => sum + (estimatedRows ?? 0), 0),
    });
  }

  async survey(stream: StreamContract): Promise<Survey<MssqlTable>> {
    return surveyTable(await this.state(), stream, this.nameOf(stream));
  }

  async measure(stream: StreamContract, table: MssqlTable): Promise<Content> {
    return measureContent(await this.state(), stream, table);
  }

  async reader(reading: Reading<MssqlTable>): Promise<QueryReader> {
    return new QueryReader({ ...reading, state: await this.state(), silenceSeconds: this.access.statementTimeout });
  }

  async release(): Promise<void> {
    const taken = await this.taken?.catch(() => undefined);
    await taken?.release();
  }

  /** Taken once: what is not there at first is not there for this run. */
  private state(): Promise<DatabaseState> {
    this.taken ??= DatabaseState.take(this.access);
    return this.taken;
  }

  private nameOf({ name }: StreamContract): TableName {
    const { schema, tables = {} } = this.settings;
    return { schema, table: (Object.hasOwn(tables, name) ? tables[name] : undefined) ?? name };
  }
}

async function open(given: MssqlSettings, context: ConnectorContext): Promise<Connector> {
  return new LiveConnector(new MssqlDatabase(given, await accessOf(given, context)), context.system);
}

export const mssql: ConnectorKind<MssqlSettings> = {
  kind: 'mssql',
  label: { zh: 'SQL Server 数据库（只读直连）', en: 'SQL Server database, read live' },
  settings,
  incremental: true,
  open,
};
