/**
 * The engine with the records it holds between runs. What it holds is worth something only as long as it is what identity
 * saw last: a note beside the file says of which run and model it is, and is taken away before anything changes.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckEngine, ENGINE_FORMAT } from '../../reconcile/engine/duckdb/index.ts';
import type { EntityModel } from '../../reconcile/model/model.ts';

const NOTE = 'state.json';
const NUMBERS = 'numbers.bin';

export interface EngineState {
  /** Run whose records the engine holds. */
  readonly runId: string;
  /** Entity and version of the model's columns, and the form the engine keeps them in. */
  readonly columns: string;
}

export interface EngineOptions {
  /** Where records are kept between runs; in memory where it is left out. */
  readonly directory?: string | undefined;
  /** Where records in memory spill: a directory of the workspace, so that a full disk is not that of the system. */
  readonly spill?: string | undefined;
  readonly memoryMb: number;
}

const columnsOf = ({ entity, version }: EntityModel): string => `${entity} ${version} ${ENGINE_FORMAT}`;

export class EngineHome {
  readonly engine: DuckEngine;
  readonly #model: EntityModel;
  readonly #directory: string | undefined;
  /** Record number by engine number; 0 where the record is gone. */
  #numbers: Int32Array;
  #known: Map<number, number> | null = null;

  private constructor(engine: DuckEngine, model: EntityModel, directory: string | undefined, numbers: Int32Array) {
    this.engine = engine;
    this.#model = model;
    this.#directory = directory;
    this.#numbers = numbers;
  }

  /** Takes up what the engine holds where it is of that run; empty otherwise. */
  static async open(
    model: EntityModel,
    { directory, spill, memoryMb }: EngineOptions,
    runId: string | null,
  ): Promise<EngineHome> {
    if (directory === undefined) {
      const spilling = spill === undefined ? {} : { spill: await prepareSpill(spill) };
      return new EngineHome(
        await DuckEngine.open(model, { memoryMb, ...spilling }),
        model,
        undefined,
        new Int32Array(),
      );
    }
    const numbers = runId === null ? null : await readState(directory, { runId, columns: columnsOf(model) });
    if (!numbers) await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    // Whatever happens from here on: what it holds is no longer that of the run.
    await rm(join(directory, NOTE), { force: true });
    const engine = await DuckEngine.open(model, { directory, memoryMb });
    return new EngineHome(engine, model, directory, numbers ?? new Int32Array());
  }

  get isEmpty(): boolean {
    return this.#numbers.length === 0;
  }

  /** Record number of each engine number. */
  get numbers(): Int32Array {
    return this.#numbers;
  }

  /** Records were loaded behind those that are there. */
  append(recordNos: Int32Array): void {
    const next = new Int32Array(this.#numbers.length + recordNos.length);
    next.set(this.#numbers);
    next.set(recordNos, this.#numbers.length);
    this.#numbers = next;
    this.#known = null;
  }

  /** Engine numbers of records; new numbers at the end for those it does not know. */
  place(recordNos: Int32Array): Int32Array {
    this.#known ??= new Map(this.#numbers.entries().map(([at, recordNo]) => [recordNo, at]));
    const added: number[] = [];
    const places = recordNos.map((recordNo) => {
      const known = this.#known?.get(recordNo);
      if (known !== undefined) return known;
      added.push(recordNo);
      return this.#numbers.length + added.length - 1;
    });
    if (added.length > 0) this.append(Int32Array.from(added));
    return places;
  }

  /** Closes the engine. @param runId of the run that was committed; null where none was. */
  async close(runId: string | null): Promise<void> {
    this.engine.close();
    if (this.#directory === undefined || runId === null) return;
    const bytes = new Uint8Array(this.#numbers.buffer, this.#numbers.byteOffset, this.#numbers.byteLength);
    await writeFile(join(this.#directory, NUMBERS), bytes);
    const state: EngineState = { runId, columns: columnsOf(this.#model) };
    await writeFile(join(this.#directory, NOTE), JSON.stringify(state));
  }
}

/** @returns a place of this process: DuckDB takes it away when the engine closes. */
async function prepareSpill(spill: string): Promise<string> {
  await mkdir(spill, { recursive: true });
  return join(spill, `spill-${process.pid}`);
}

/** @returns null where the engine holds something else, or nothing. */
async function readState(directory: string, wanted: EngineState): Promise<Int32Array | null> {
  try {
    const state = JSON.parse(await readFile(join(directory, NOTE), 'utf8')) as EngineState;
    if (state.runId !== wanted.runId || state.columns !== wanted.columns) return null;
    const bytes = await readFile(join(directory, NUMBERS));
    return new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  } catch {
    return null;
  }
}
