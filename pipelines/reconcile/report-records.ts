/** Records the report shows: read, named, masked. */
import { maskValue } from '../../core/mask.ts';
import type { Database } from '../../database/connection.ts';
import {
  readContradictingValues,
  readLargest,
  readOpenConflicts,
  readRecordsByNumber,
  readSharedValues,
  type HeldRecord,
  type Naming,
} from '../../database/identity/report-records.ts';
import type { Conflict, ConflictList, LargeEntity, RecordPlace } from '../../reports/reconcile/report.ts';
import { formatEntityId, type EntityKind } from '../../schemas/identity.ts';
import { getEntity } from '../../schemas/registry.ts';
import { REPORT_FIELDS } from './report-fields.ts';
import { SOURCES } from './sources.ts';

const LARGEST = 20;
const MEMBERS = 12;
const EXAMPLES = 20;

/** Reads and masks the records of one kind. */
export class ReportRecords {
  readonly #database: Database;
  readonly #masked: boolean;
  readonly naming: Naming;

  constructor(database: Database, kind: EntityKind, masked: boolean) {
    this.#database = database;
    this.#masked = masked;
    this.naming = { kind, sources: SOURCES[kind], names: REPORT_FIELDS[kind].names };
  }

  mask(value: string, personalClass: string): string {
    return this.#masked ? maskValue(value, personalClass) : value;
  }

  place({ system, stream, sourceKey, name, of }: HeldRecord): RecordPlace {
    const field = this.naming.names.find((candidate) => getEntity(of).fields[candidate]);
    const personal = field === undefined ? 'none' : (getEntity(of).fields[field]?.meta.personal ?? 'none');
    return { system, stream, sourceKey, name: name === null ? '–' : this.mask(name, personal) };
  }

  async conflict(subject: string, records: readonly number[]): Promise<Conflict> {
    const held = await readRecordsByNumber(this.#database, this.naming, records.slice(0, MEMBERS));
    return { subject, records: held.map((record) => this.place(record)) };
  }

  async largest(): Promise<LargeEntity[]> {
    const byEntity = Map.groupBy(await readLargest(this.#database, this.naming, LARGEST), ({ entity }) => entity);
    return [...byEntity]
      .map(([entity, records]) => {
        const places = records.map((record) => this.place(record));
        return {
          entityId: formatEntityId(this.naming.kind, entity),
          name: places.find(({ name }) => name !== '–')?.name ?? '–',
          records: records.length,
          systems: [...new Set(records.map(({ system }) => system))],
          members: places.slice(0, MEMBERS),
        };
      })
      .sort((one, other) => other.records - one.records);
  }
}

/** One number with several entities, and several numbers in one entity. */
export async function numberConflicts(database: Database, reader: ReportRecords): Promise<ConflictList[]> {
  const { number } = REPORT_FIELDS[reader.naming.kind];
  if (number === null) return [];
  const { field, isValid } = number;
  const personal = reader.naming.sources[0]?.entity.fields[field]?.meta.personal ?? 'party_code';
  const shared = (await readSharedValues(database, reader.naming, field)).filter(({ value }) => isValid(value));
  const contradicting = (await readContradictingValues(database, reader.naming, field)).filter(
    ({ values }) => values.filter(isValid).length > 1,
  );
  const examples = async <T extends { readonly records: readonly number[] }>(
    found: readonly T[],
    subjectOf: (one: T) => string,
  ): Promise<Conflict[]> => {
    const list: Conflict[] = [];
    for (const one of found.slice(0, EXAMPLES)) list.push(await reader.conflict(subjectOf(one), one.records));
    return list;
  };
  return [
    {
      rule: 'number_of_many',
      total: shared.length,
      examples: await examples(shared, ({ value }) => reader.mask(value, personal)),
    },
    {
      rule: 'many_numbers',
      total: contradicting.length,
      examples: await examples(contradicting, ({ entity, values }) => {
        const numbers = values.filter(isValid).map((value) => reader.mask(value, personal));
        return `${formatEntityId(reader.naming.kind, entity)}：${numbers.join('、')}`;
      }),
    },
  ];
}

/** What runs found and nobody has settled. */
export async function openConflicts(database: Database, reader: ReportRecords): Promise<ConflictList[]> {
  const { counts, first } = await readOpenConflicts(database, reader.naming.kind, EXAMPLES);
  const lists: ConflictList[] = [];
  for (const { rule, total } of counts) {
    const examples: Conflict[] = [];
    for (const { records } of first.filter((one) => one.rule === rule)) {
      const conflict = await reader.conflict('', records);
      const names = [...new Set(conflict.records.map(({ name }) => name))].join(' / ');
      examples.push({ ...conflict, subject: names });
    }
    lists.push({ rule, total, examples });
  }
  return lists;
}
