/** One embedded DuckDB: bounded memory, a place to spill, columns in and out. */
import { join } from 'node:path';
import { DuckDBDataChunk, DuckDBInstance, type DuckDBConnection, type DuckDBType } from '@duckdb/node-api';
import { quoteName, quoteText } from './condition-sql.ts';

export interface DatabaseOptions {
  /** Keeps the database in a file here, and spills here. Without it records live in memory. */
  readonly directory?: string;
  /** Where records that live in memory spill; DuckDB makes the directory and takes it away. In `directory` by default. */
  readonly spill?: string;
  /** What DuckDB may hold before it spills; it needs somewhat more than this. */
  readonly memoryMb: number;
  readonly threads?: number;
}

const FILE = 'match.duckdb';
/** Rows of a DuckDB vector. */
const VECTOR = 2048;

export type CellValue = string | number | bigint | null | { readonly items: readonly (string | null)[] };
export type Columns = readonly (readonly (string | number | null)[])[];

export class Database {
  private readonly instance: DuckDBInstance;
  private readonly connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.instance = instance;
    this.connection = connection;
  }

  static async open({ directory, spill, memoryMb, threads }: DatabaseOptions): Promise<Database> {
    const path = directory === undefined ? ':memory:' : join(directory, FILE);
    const instance = await DuckDBInstance.create(path, {
      memory_limit: `${memoryMb}MB`,
      preserve_insertion_order: 'false',
      ...(threads === undefined ? {} : { threads: String(threads) }),
    });
    const connection = await instance.connect();
    const database = new Database(instance, connection);
    const spillTo = spill ?? (directory === undefined ? undefined : join(directory, 'spill'));
    if (spillTo !== undefined) await database.run(`set temp_directory = ${quoteText(spillTo)}`);
    if (directory !== undefined) {
      // Records are rewritten with each model: packing them would cost more than writing them.
      await database.run(`set force_compression = 'uncompressed'`);
    }
    return database;
  }

  async run(sql: string): Promise<number> {
    const { rowsChanged } = await this.connection.run(sql);
    return rowsChanged;
  }

  /** All rows as columns. For small results. */
  async columns(sql: string): Promise<CellValue[][]> {
    const reader = await this.connection.runAndReadAll(sql);
    return reader.getColumns() as CellValue[][];
  }

  /** One column of text. */
  async texts(sql: string): Promise<string[]> {
    const [values = []] = await this.columns(sql);
    return values.filter((value) => typeof value === 'string');
  }

  async number(sql: string): Promise<number> {
    return Number((await this.columns(sql))[0]?.[0] ?? 0);
  }

  /** Rows as columns, a vector at a time, while the query runs. */
  async *stream(sql: string): AsyncGenerator<CellValue[][]> {
    const result = await this.connection.stream(sql);
    for await (const chunk of result) yield chunk.getColumns() as CellValue[][];
  }

  /** Appends columns to a table that has these types. */
  async append(table: string, types: readonly DuckDBType[], columns: Columns): Promise<void> {
    const appender = await this.connection.createAppender(table);
    const rows = columns[0]?.length ?? 0;
    for (let from = 0; from < rows; from += VECTOR) {
      const until = Math.min(from + VECTOR, rows);
      const chunk = DuckDBDataChunk.create(types, until - from);
      columns.forEach((values, index) => chunk.setColumnValues(index, values.slice(from, until)));
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  async hasTable(name: string): Promise<boolean> {
    return (await this.number(`select count(*) from duckdb_tables() where table_name = ${quoteText(name)}`)) > 0;
  }

  async columnNames(table: string): Promise<string[]> {
    return this.texts(`select name from pragma_table_info(${quoteText(table)})`);
  }

  async drop(table: string): Promise<void> {
    await this.run(`drop table if exists ${quoteName(table)}`);
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

export function integers(values: readonly CellValue[]): Int32Array {
  return Int32Array.from(values, Number);
}
