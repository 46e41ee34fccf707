/** What the connector asks of a SQL Server: one connection, and one state where snapshots are allowed. */
import type { Finding } from '../connector.ts';
import type { LiveDatabase, Reading } from '../database/live-connector.ts';
import { measureSkew } from '../database/server-findings.ts';
import type { Content, Survey } from '../database/table.ts';
import type { StreamContract } from '../stream.ts';
import type { MssqlTable, TableName } from './catalog.ts';
import { DatabaseState } from './database-state.ts';
import { findFault } from './faults.ts';
import { serverFindings } from './server-findings.ts';
import { readClock } from './server.ts';
import type { Access, MssqlSettings } from './settings.ts';
import { measureContent, surveyTable } from './survey.ts';
import { QueryReader } from './table-reader.ts';

export class MssqlDatabase implements LiveDatabase<MssqlTable> {
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
