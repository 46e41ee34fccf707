/** What the connector asks of a MySQL or MariaDB server: one connection, and one state for the whole run. */
import type { Finding, PlannedRange } from '../connector.ts';
import type { LiveDatabase, Reading } from '../database/live-connector.ts';
import { measureSkew } from '../database/server-findings.ts';
import type { Access } from '../database/settings.ts';
import type { Content, Survey } from '../database/table.ts';
import type { StreamContract } from '../stream.ts';
import type { MysqlTable } from './catalog.ts';
import { findFault } from './faults.ts';
import { measureContent } from './measure.ts';
import { serverFindings } from './server-findings.ts';
import { encodingsOf, type MysqlSettings } from './settings.ts';
import type { Snapshot } from './snapshot.ts';
import { Snapshots } from './snapshots.ts';
import { surveyTable } from './survey.ts';
import { MysqlReader } from './table-reader.ts';

const CLOCK = `
  select unix_timestamp(sysdate(6)) as seconds, concat(@@character_set_database, ' ', @@collation_database) as encoding`;

export class MysqlDatabase implements LiveDatabase<MysqlTable> {
  private readonly settings: MysqlSettings;
  private readonly access: Access;
  private readonly decoded = new Set<string>();
  private readonly readers: number;
  private taken: Promise<Snapshots> | undefined;
  private skewSeconds = 0;
  private encoding = '';

  /** @param readers readings at once at the most. */
  constructor(given: MysqlSettings, access: Access, readers: number) {
    this.settings = given;
    this.access = access;
    this.readers = readers;
  }

  readonly findFault = (thrown: unknown) => findFault(thrown, this.access);

  tableOf({ name }: StreamContract): string {
    const { tables = {} } = this.settings;
    return (Object.hasOwn(tables, name) ? tables[name] : undefined) ?? name;
  }

  async greet(): Promise<void> {
    const snapshot = await this.snapshot();
    this.skewSeconds = await snapshot.within((session) =>
      measureSkew(async () => {
        const [row] = await session.ask(CLOCK);
        this.encoding = row?.['encoding'] ?? '';
        return Number(row?.['seconds']);
      }),
    );
  }

  async serverFindings(surveys: readonly Survey<MysqlTable>[]): Promise<Finding[]> {
    const { all, first } = await this.snapshots();
    const { version } = first;
    const missingReaders = this.readers - all.length;
    const writable = surveys.flatMap(({ table }) => (table?.mayWrite ? [table.table] : []));
    const strayEncodings = Object.keys(this.settings.encodings ?? {}).filter((name) => !this.decoded.has(name));
    const { user: account, database } = this.access.address;
    const { skewSeconds, encoding } = this;
    const encrypted = this.access.ssl !== false;
    const seen = { version, database, encoding, encrypted, skewSeconds, account };
    return serverFindings({ ...seen, writable, strayEncodings, missingReaders });
  }

  async survey(stream: StreamContract): Promise<Survey<MysqlTable>> {
    const snapshot = await this.snapshot();
    const encodings = encodingsOf(this.settings, stream.name);
    const wanted = { stream, name: this.tableOf(stream), encodings };
    const survey = await snapshot.within((session) => surveyTable(session, wanted));
    for (const { name, stored } of survey.table?.columns ?? []) if (stored) this.decoded.add(`${stream.name}.${name}`);
    return survey;
  }

  async measure(stream: StreamContract, table: MysqlTable, planned: readonly PlannedRange[]): Promise<Content> {
    const snapshot = await this.snapshot();
    const cuts = { step: this.settings.rangeRows, planned };
    return snapshot.within((session) => measureContent(session, stream, { table, cuts }));
  }

  async reader(reading: Reading<MysqlTable>): Promise<MysqlReader> {
    return new MysqlReader({
      ...reading,
      snapshots: await this.snapshots(),
      silenceSeconds: this.access.statementTimeout,
    });
  }

  async release(): Promise<void> {
    const taken = await this.taken?.catch(() => undefined);
    await taken?.release();
  }

  /** Taken once: what is not there at first is not there for this run. */
  private snapshots(): Promise<Snapshots> {
    this.taken ??= Snapshots.take(this.access, this.readers);
    return this.taken;
  }

  private async snapshot(): Promise<Snapshot> {
    return (await this.snapshots()).first;
  }
}
