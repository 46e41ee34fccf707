/**
 * A connector over a live database: looks at each table once, refuses to read what is at fault, and says where it was
 * when something goes wrong. What is asked of one kind of database stands behind `LiveDatabase`.
 */
import { requireColumns } from '../columns.ts';
import type { Connector, Finding, PlannedRange, RawChunk, ReadRequest, StreamDelivery } from '../connector.ts';
import { refuseOnErrors } from '../findings.ts';
import { oncePerStream } from '../once-per-stream.ts';
import type { StreamContract } from '../stream.ts';
import { findingOf, sourceErrorOf, type FindFault } from './faults.ts';
import { tableFound } from './server-findings.ts';
import type { Content, Survey, TableFacts } from './table.ts';

export interface Reading<T extends TableFacts> {
  readonly request: ReadRequest;
  readonly table: T;
  /** Number of the last row, as it was counted in the same snapshot, where it was. */
  readonly expectedRows: number | undefined;
}

export interface TableReader {
  /** Table and number of the last record that was read. */
  readonly position: string;
  read(): AsyncGenerator<RawChunk, void, undefined>;
}

/** One kind of database. All of it may throw what the driver throws: `findFault` knows what that means. */
export interface LiveDatabase<T extends TableFacts> {
  readonly findFault: FindFault;
  /** Name of the stream's table, as a position shows it. */
  tableOf(stream: StreamContract): string;
  /** The first contact: what fails here fails for every table. */
  greet(): Promise<void>;
  /** Server and account, once the tables were looked at. */
  serverFindings(surveys: readonly Survey<T>[]): Promise<Finding[]>;
  /** Asks the catalog only: no table is read, whatever its size. */
  survey(stream: StreamContract): Promise<Survey<T>>;
  /** @param planned ranges of an earlier look. */
  measure(stream: StreamContract, table: T, planned: readonly PlannedRange[]): Promise<Content>;
  reader(reading: Reading<T>): Promise<TableReader>;
  release(): Promise<void>;
}

export class LiveConnector<T extends TableFacts> implements Connector {
  private readonly database: LiveDatabase<T>;
  private readonly system: string;
  private readonly survey: (stream: StreamContract) => Promise<Survey<T>>;
  private readonly delivery = oncePerStream((stream) => this.describeStream(stream));
  private readonly planned = new Map<string, readonly PlannedRange[]>();
  private readonly counted = new Map<string, number>();

  constructor(database: LiveDatabase<T>, system: string) {
    this.database = database;
    this.system = system;
    this.survey = oncePerStream((stream) => database.survey(stream));
  }

  async check(streams: readonly StreamContract[]): Promise<Finding[]> {
    const findings: Finding[] = [];
    const surveys: Survey<T>[] = [];
    try {
      await this.database.greet();
      for (const stream of streams) {
        const survey = await this.survey(stream).catch(this.failedSurvey(stream));
        surveys.push(survey.table ? withTable(survey, tableFound(stream.name, survey.table)) : survey);
      }
      findings.push(...(await this.database.serverFindings(surveys)));
    } catch (thrown) {
      findings.push(findingOf(thrown, this.database.findFault));
    }
    return [...findings, ...surveys.flatMap((survey) => survey.findings)];
  }

  async describe(stream: StreamContract, planned: readonly PlannedRange[] = []): Promise<StreamDelivery> {
    this.planned.set(stream.name, planned);
    try {
      return await this.delivery(stream);
    } catch (thrown) {
      const findings = [findingOf(thrown, this.database.findFault, stream.name)];
      return { declaredRows: null, columns: [], bytes: 0, fingerprint: '', findings };
    }
  }

  /** Asks the catalog alone. */
  async describeColumns(stream: StreamContract): Promise<StreamDelivery> {
    try {
      const { table, findings } = await this.survey(stream);
      const columns = table ? namesOf(table) : [];
      return { declaredRows: null, columns, bytes: 0, fingerprint: '', findings, ...shapeOf(table) };
    } catch (thrown) {
      const findings = [findingOf(thrown, this.database.findFault, stream.name)];
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
      requireColumns(request, namesOf(table), table.table);
      reader = await this.database.reader({ request, table, expectedRows: this.expectedRows(request) });
      yield* reader.read();
    } catch (thrown) {
      const position = reader?.position ?? this.database.tableOf(stream);
      throw sourceErrorOf(thrown, this.database.findFault, { ...place, position });
    }
  }

  close(): Promise<void> {
    return this.database.release();
  }

  private expectedRows({ stream, range }: ReadRequest): number | undefined {
    return range ? range.before + range.rows : this.counted.get(stream.name);
  }

  private failedSurvey({ name }: StreamContract): (thrown: unknown) => Survey<T> {
    return (thrown) => ({ table: undefined, findings: [findingOf(thrown, this.database.findFault, name)] });
  }

  private async describeStream(stream: StreamContract): Promise<StreamDelivery> {
    const { table, findings } = await this.survey(stream);
    const columns = table ? namesOf(table) : [];
    const bytes = table?.bytes ?? 0;
    if (!table || findings.some(({ level }) => level === 'error')) {
      return { declaredRows: null, columns, bytes, fingerprint: '', findings };
    }
    const planned = this.planned.get(stream.name) ?? [];
    const { rows, later, fingerprint, ranges } = await this.database.measure(stream, table, planned);
    this.counted.set(stream.name, rows);
    const frozen = later === null ? {} : { later };
    return {
      declaredRows: rows,
      columns,
      bytes,
      fingerprint,
      findings,
      ...shapeOf(table),
      ...frozen,
      ...(ranges ? { ranges } : {}),
    };
  }
}

function withTable<T extends TableFacts>(survey: Survey<T>, finding: Finding): Survey<T> {
  return { ...survey, findings: [...survey.findings, finding] };
}

function shapeOf(table: TableFacts | undefined): Pick<StreamDelivery, 'shape'> {
  return table ? { shape: table.columns.map(({ name, type, encoding }) => ({ name, type, encoding })) } : {};
}

function namesOf({ columns }: TableFacts): string[] {
  return columns.map(({ name }) => name);
}
