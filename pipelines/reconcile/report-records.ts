/** Records the report shows: read, named, masked. */
import { maskValue } from '../../core/mask.ts';
import type { Database } from '../../database/connection.ts';
import {
  readContradictingValues,
  readHeldValues,
  readLargest,
  readOpenConflicts,
  readRecordsByNumber,
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

/** Valid numbers as the report shows them. */
function showNumbers(reader: ReportRecords, values: readonly string[]): string {
  const { number } = REPORT_FIELDS[reader.naming.kind];
  if (number === null) return '';
  const personal = reader.naming.sources[0]?.entity.fields[number.field]?.meta.personal ?? 'party_code';
  return values
    .filter(number.isValid)
    .map((value) => reader.mask(value, personal))
    .join('、');
}

/** Several numbers in one entity: what no run stores, because judgements made it so. */
export async function numberConflicts(database: Database, reader: ReportRecords): Promise<ConflictList[]> {
  const { number } = REPORT_FIELDS[reader.naming.kind];
  if (number === null) return [];
  const found = (await readContradictingValues(database, reader.naming, number.field)).filter(
    ({ values }) => values.filter(number.isValid).length > 1,
  );
  const examples: Conflict[] = [];
  for (const { entity, values, records } of found.slice(0, EXAMPLES)) {
    const subject = `${formatEntityId(reader.naming.kind, entity)}：${showNumbers(reader, values)}`;
    examples.push(await reader.conflict(subject, records));
  }
  return [{ rule: 'many_numbers', total: found.length, examples }];
}

/** What runs found and nobody has settled. */
export async function openConflicts(database: Database, reader: ReportRecords): Promise<ConflictList[]> {
  const { kind } = reader.naming;
  const { number } = REPORT_FIELDS[kind];
  const { counts, first } = await readOpenConflicts(database, kind, EXAMPLES);
  const numberOf = async (records: readonly number[]): Promise<string> =>
    number === null
      ? ''
      : showNumbers(reader, await readHeldValues(database, reader.naming, { field: number.field, records }));
  const lists: ConflictList[] = [];
  for (const { rule, total } of counts) {
    const examples: Conflict[] = [];
    for (const { records } of first.filter((one) => one.rule === rule)) {
      const conflict = await reader.conflict('', records);
      const names = [...new Set(conflict.records.map(({ name }) => name))].join(' / ');
      const shared = rule === 'shared_identifier' ? await numberOf(records) : '';
      examples.push({ ...conflict, subject: shared || names });
    }
    lists.push({ rule, total, examples });
  }
  return lists;
}
