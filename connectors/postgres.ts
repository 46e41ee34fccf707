/** A live PostgreSQL database, read as a guest: nothing is written, no lock outlives a reading, one state for all streams. */
import { requireColumns } from './columns.ts';
import type {
  Connector,
  ConnectorContext,
  ConnectorKind,
  Finding,
  RawChunk,
  ReadRequest,
  StreamDelivery,
} from './connector.ts';
import { refuseOnErrors } from './findings.ts';
import { oncePerStream } from './once-per-stream.ts';
import type { TableName } from './postgres/catalog.ts';
import { findingOf, sourceErrorOf } from './postgres/faults.ts';
import { measureSkew, serverFindings } from './postgres/server-findings.ts';
import { accessOf, settings, type Access, type PostgresSettings } from './postgres/settings.ts';
import { Snapshot } from './postgres/snapshot.ts';
import { findStoredEncoding } from './postgres/stored-text.ts';
import { measureContent, surveyTable, type Survey } from './postgres/survey.ts';
import { TableReader } from './postgres/table-chunks.ts';
import type { StreamContract } from './stream.ts';

class PostgresConnector implements Connector {
  private readonly settings: PostgresSettings;
  private readonly access: Access;
  private readonly system: string;
  private readonly survey = oncePerStream((stream) => this.surveyStream(stream));
  private readonly delivery = oncePerStream((stream) => this.describeStream(stream));
  private readonly counted = new Map<string, number>();
  private taken: Promise<Snapshot> | undefined;

  constructor(given: PostgresSettings, access: Access, { system }: ConnectorContext) {
    this.settings = given;
    this.access = access;
    this.system = system;
  }

  /** Asks the catalog only: no table is read, whatever its size. */
  async check(streams: readonly StreamContract[]): Promise<Finding[]> {
    const findings: Finding[] = [];
    const surveys: Survey[] = [];
    try {
      const skewSeconds = await (await this.snapshot()).within(measureSkew);
      for (const stream of streams) surveys.push(await this.survey(stream).catch(this.failedSurvey(stream)));
      const { version, encoding } = await this.snapshot();
      const writable = surveys.flatMap(({ table }) => (table?.mayWrite ? [table.table] : []));
      const { user } = this.access.address;
      const server = { version, encoding, givenEncoding: this.settings.encoding, skewSeconds, user, writable };
      findings.push(...serverFindings(server));
    } catch (thrown) {
      findings.push(findingOf(thrown, this.access));
    }
    return [...findings, ...surveys.flatMap((survey) => survey.findings)];
  }

  async describe(stream: StreamContract): Promise<StreamDelivery> {
    try {
      return await this.delivery(stream);
    } catch (thrown) {
      const findings = [findingOf(thrown, this.access, stream.name)];
      return { declaredRows: null, columns: [], bytes: 0, fingerprint: '', findings };
    }
  }

  async *read(request: ReadRequest): AsyncGenerator<RawChunk, void, undefined> {
    const { stream } = request;
    const place = { system: this.system, stream: stream.name };
    let reader: TableReader | undefined;
    try {
      const { table, findings } = await this.survey(stream);
      refuseOnErrors(findings, place);
      if (!table) return;
      requireColumns(
        request,
        table.columns.map(({ name }) => name),
        table.table,
      );
      const snapshot = await this.snapshot();
      reader = new TableReader({
        request,
        table,
        snapshot,
        stored: findStoredEncoding(snapshot.encoding, this.settings.encoding),
        silenceSeconds: this.access.statementTimeout,
        expectedRows: this.counted.get(stream.name),
      });
      yield* reader.read();
    } catch (thrown) {
      const position = reader?.position ?? this.tableOf(stream).table;
      throw sourceErrorOf(thrown, this.access, { ...place, position });
    }
  }

  async close(): Promise<void> {
    const taken = await this.taken?.catch(() => undefined);
    await taken?.release();
  }

  /** Taken once: what is not there at first is not there for this run. */
  private snapshot(): Promise<Snapshot> {
    this.taken ??= Snapshot.take(this.access);
    return this.taken;
  }

  private tableOf({ name }: StreamContract): TableName {
    const { schema, tables = {} } = this.settings;
    return { schema, table: (Object.hasOwn(tables, name) ? tables[name] : undefined) ?? name };
  }

  private failedSurvey({ name }: StreamContract): (thrown: unknown) => Survey {
    return (thrown) => ({ table: undefined, findings: [findingOf(thrown, this.access, name)] });
  }

  private async surveyStream(stream: StreamContract): Promise<Survey> {
    const snapshot = await this.snapshot();
    return snapshot.within((session) => surveyTable(session, stream, this.tableOf(stream)));
  }

  private async describeStream(stream: StreamContract): Promise<StreamDelivery> {
    const { table, findings } = await this.survey(stream);
    const columns = table?.columns.map(({ name }) => name) ?? [];
    const bytes = table?.bytes ?? 0;
    if (!table || findings.some(({ level }) => level === 'error')) {
      return { declaredRows: null, columns, bytes, fingerprint: '', findings };
    }
    const snapshot = await this.snapshot();
    const { version } = snapshot;
    const content = await snapshot.within((session) => measureContent(session, stream, { table, version }));
    this.counted.set(stream.name, content.rows);
    return { declaredRows: content.rows, columns, bytes, fingerprint: content.fingerprint, findings };
  }
}

export const postgres: ConnectorKind<PostgresSettings> = {
  kind: 'postgres',
  label: { zh: 'PostgreSQL 数据库（只读直连）', en: 'PostgreSQL database, read live' },
  settings,
  incremental: true,
  open: async (given, context) => new PostgresConnector(given, await accessOf(given, context), context),
};
