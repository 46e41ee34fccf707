/** Whether a record is deleted, and whether it says nothing but that. */
import type { RawRecord } from '../connectors/connector.ts';
import type { StreamContract } from '../connectors/stream.ts';
import type { RawValues } from './mapping.ts';

/** `bare`: deleted, and nothing is there but the key: the values that were delivered before stay. */
export type Existence = 'live' | 'deleted' | 'bare';

interface Flag {
  readonly index: number;
  readonly values: ReadonlySet<string>;
  /** Columns that are all without value in a bare deletion; null where a deletion never is bare. */
  readonly content: readonly number[] | null;
}

export class ExistenceReader {
  readonly #flag: Flag | null;

  /** @param indexOf place of a column in the raw values. */
  constructor(stream: StreamContract, indexOf: (column: string) => number) {
    const flag = stream.deletion.find((deletion) => deletion.by === 'flag');
    const content = flag?.mayBeBare ? contentColumns(stream, [flag.column, ...(flag.beside ?? [])]).map(indexOf) : null;
    this.#flag = flag ? { index: indexOf(flag.column), values: new Set(flag.values), content } : null;
  }

  read({ values, deleted }: RawRecord): Existence {
    if (this.#flag === null || !isFlagged(values, this.#flag)) return deleted ? 'deleted' : 'live';
    const { content } = this.#flag;
    return content !== null && content.every((index) => isBlank(values, index)) ? 'bare' : 'deleted';
  }
}

/** Columns a mapping may take, beside those that even a bare deletion carries. */
function contentColumns({ columns, key, cursor }: StreamContract, beside: readonly string[]): string[] {
  const carried = new Set([...key, ...beside, cursor?.column]);
  return Object.entries(columns).flatMap(([name, { ignore }]) => (ignore || carried.has(name) ? [] : [name]));
}

function isFlagged(values: RawValues, { index, values: flags }: Flag): boolean {
  const value = values[index]?.trim();
  return value !== undefined && flags.has(value);
}

function isBlank(values: RawValues, index: number): boolean {
  return (values[index]?.trim() ?? '') === '';
}
