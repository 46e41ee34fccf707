/** Two records as an operator names them: `system/stream/key`, or the canonical id. */
import { ConfigurationError } from '../core/errors.ts';
import type { Say } from '../core/language.ts';
import type { Database } from '../database/connection.ts';
import { findRecords, type FoundRecord } from '../database/identity/lookup.ts';
import type { EntityKind } from '../schemas/identity.ts';

async function getOne(
  database: Database,
  name: string,
  kind: EntityKind | '',
  say: Say,
): Promise<[FoundRecord, ...FoundRecord[]]> {
  const [first, ...others] = await findRecords(database, name, kind);
  if (first) return [first, ...others];
  throw new ConfigurationError(say(`没有归一过的记录 ${name}`, `no reconciled record is ${name}`), {
    next: say(
      '写法：系统/数据流/来源主键，例如 onestop/ZJXX/ZJ1001；新记录需先运行 ggzy reconcile。',
      'Write system/stream/key, such as onestop/ZJXX/ZJ1001; new records need ggzy reconcile first.',
    ),
  });
}

/** Where a key gives several records, the first. */
export async function getRecord(
  database: Database,
  name: string,
  kind: EntityKind | '',
  say: Say,
): Promise<FoundRecord> {
  const [record] = await getOne(database, name, kind, say);
  return record;
}

export interface NamedPair {
  readonly kind: EntityKind;
  readonly left: FoundRecord;
  readonly right: FoundRecord;
}

/** Both of one kind. Where a key gives several records, the first of the kind both have counts. */
export async function getPair(
  database: Database,
  [one, other]: readonly [string, string],
  kind: EntityKind | '',
  say: Say,
): Promise<NamedPair> {
  const [lefts, rights] = [await getOne(database, one, kind, say), await getOne(database, other, kind, say)];
  for (const left of lefts) {
    const right = rights.find((candidate) => candidate.kind === left.kind);
    if (right) return { kind: left.kind, left, right };
  }
  const kinds = [lefts, rights].map((records) => records.map((record) => record.kind).join('/')).join(' – ');
  throw new ConfigurationError(say(`两条记录不是同一类（${kinds}）`, `the records are of different kinds (${kinds})`));
}

export const describeRecord = ({ system, stream, sourceKey }: FoundRecord): string =>
  `${system}/${stream}/${sourceKey}`;
