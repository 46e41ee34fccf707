/** Streams that declare to hold each entity once. */
import { ConfigurationError } from '../../core/errors.ts';
import { MOST_STREAMS } from '../../reconcile/cluster/constraints.ts';
import { SYSTEMS } from '../registry.ts';
import type { SystemDeclaration } from '../system.ts';

const nameOf = (system: string, stream: string): string => `${system}/${stream}`;

/** A number from 1 on for each declared stream. */
export class OnePerStream {
  readonly #numbers: ReadonlyMap<string, number>;

  /** @throws ConfigurationError for more streams than clusters can tell apart, and for one that no mapping reads. */
  constructor(systems: readonly SystemDeclaration[] = SYSTEMS) {
    const unknown = systems.flatMap(({ system, mappings, onePerStream = [] }) =>
      onePerStream
        .filter((name) => !mappings.some(({ stream }) => stream.name === name))
        .map((name) => nameOf(system, name)),
    );
    if (unknown.length > 0) throw new ConfigurationError(`onePerStream: no mapping reads ${unknown.join(', ')}`);
    const names = systems.flatMap(({ system, onePerStream = [] }) => onePerStream.map((name) => nameOf(system, name)));
    if (names.length > MOST_STREAMS) {
      throw new ConfigurationError(`onePerStream: ${names.length} streams, at most ${MOST_STREAMS} can be declared`);
    }
    this.#numbers = new Map(names.map((name, at) => [name, at + 1]));
  }

  get isEmpty(): boolean {
    return this.#numbers.size === 0;
  }

  /** @returns 0 for a stream that declares nothing. */
  numberOf(system: string, stream: string): number {
    return this.#numbers.get(nameOf(system, stream)) ?? 0;
  }
}
