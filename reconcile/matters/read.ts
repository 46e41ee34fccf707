/** Reads the records of every source, in the order of the list. */
import type { MatterInput } from './contract.ts';
import { readMatterRecord, type MatterRecord } from './record.ts';
import { fieldsOf, MATTER_SOURCES, type MatterSource } from './sources.ts';

/** Texts that many records share are kept once: a system, a division, an owner. */
class Texts {
  readonly #known = new Map<string, string>();

  one<T extends string | null>(text: T): T {
    if (text === null) return text;
    const known = this.#known.get(text);
    if (known === undefined) this.#known.set(text, text);
    return (known as T | undefined) ?? text;
  }
}

async function* recordsOf(source: MatterSource, input: MatterInput): AsyncGenerator<MatterRecord> {
  const own = fieldsOf(source);
  const fields = ['system', 'role', ...own];
  const positions = new Map(fields.map((field, position) => [field, position]));
  for await (const { ids, columns } of input.reader(source.entity).read(fields)) {
    for (const [row, id] of ids.entries()) {
      const of = (field: string): string | null => columns[positions.get(field) ?? -1]?.[row] ?? null;
      // A tender row that mentions its investment project is a tender, not a second registration of the project.
      if ((of('role') ?? '') !== source.part) continue;
      yield readMatterRecord(source, { id, system: of('system') ?? '' }, of);
    }
  }
}

export async function readMatterRecords(input: MatterInput): Promise<MatterRecord[]> {
  const records: MatterRecord[] = [];
  const texts = new Texts();
  for (const source of MATTER_SOURCES) {
    for await (const record of recordsOf(source, input)) {
      const { system, owner, division } = record;
      records.push({ ...record, system: texts.one(system), owner: texts.one(owner), division: texts.one(division) });
    }
  }
  return records;
}
