/** Why two records weigh what they weigh, by the model that is in force. The rows sum to the stored weight. */
import { ConfigurationError } from '../../core/errors.ts';
import type { Database } from '../../database/connection.ts';
import { readFieldValues } from '../../database/identity/compared.ts';
import type { Explanation } from '../../reconcile/contract.ts';
import { explainPair, type ExplainedRecord } from '../../reconcile/explain/explain.ts';
import {
  explainPair as explainMatterPair,
  fieldsOf,
  MATTER_SOURCES,
  readMatterRecord,
} from '../../reconcile/matters/index.ts';
import { readColumnValue } from '../../reconcile/model/column-value.ts';
import { weighModel } from '../../reconcile/model/weights.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import { chooseModel, MATCHINGS, type MatchedKind } from './models.ts';
import { SOURCES } from './sources.ts';

type Pair = readonly [left: string, right: string];
type Values = Readonly<Record<string, string | null>>;

function readValues(database: Database, kind: EntityKind, fields: readonly string[], pairs: readonly Pair[]) {
  const ids = [...new Set(pairs.flat())];
  return database.transaction((client) => readFieldValues(client, SOURCES[kind], fields, ids));
}

function getValues(records: ReadonlyMap<string, Values>, id: string): Values {
  const values = records.get(id);
  if (values) return values;
  throw new ConfigurationError(`记录 ${id} 已不存在 / record ${id} is no longer there`);
}

async function explainMatched(database: Database, kind: MatchedKind, pairs: readonly Pair[]): Promise<Explanation[]> {
  const { model, standard } = MATCHINGS[kind];
  const chosen = await chooseModel(database, { kind, version: undefined, effect: 'apply' });
  if (!chosen) {
    throw new ConfigurationError('还没有归一过 / nothing has been reconciled yet', {
      next: '先运行 ggzy reconcile。 / Run ggzy reconcile first.',
    });
  }
  const weighed = weighModel(model, chosen.trained);
  const records = await readValues(database, kind, standard.reads, pairs);
  const explained = (id: string): ExplainedRecord => {
    const columns = Object.entries(standard.standardise(getValues(records, id)));
    const values = columns.map(([name, text]) => [name, readColumnValue(text, standard.columns[name] ?? 'text')]);
    return { id, values: Object.fromEntries(values) as ExplainedRecord['values'] };
  };
  return pairs.map(([left, right]) => explainPair(weighed, chosen.trained.bands, [explained(left), explained(right)]));
}

async function explainMatters(database: Database, pairs: readonly Pair[]): Promise<Explanation[]> {
  const fields = [...new Set(['system', ...MATTER_SOURCES.flatMap(fieldsOf)])];
  const records = await readValues(database, 'matter', fields, pairs);
  const recordOf = (id: string) => {
    const values = getValues(records, id);
    const source = MATTER_SOURCES.find(({ entity }) => entity === values['entity']);
    if (!source) throw new Error(`${values['entity']} belongs to no matter`);
    return readMatterRecord(source, { id, system: values['system'] ?? '' }, (field) => values[field] ?? null);
  };
  return pairs.map(([left, right]) => explainMatterPair(recordOf(left), recordOf(right)));
}

/** @param pairs canonical ids, as PostgreSQL prints them. @returns explanations in the same order. */
export function explainPairs(database: Database, kind: EntityKind, pairs: readonly Pair[]): Promise<Explanation[]> {
  return kind === 'matter' ? explainMatters(database, pairs) : explainMatched(database, kind, pairs);
}
