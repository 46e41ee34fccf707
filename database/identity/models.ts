/** Models with their trained numbers. A row never changes but for its state: what a weight meant can always be told. */
import type { EntityKind } from '../../schemas/identity.ts';
import type { Client, Database, Row } from '../connection.ts';

export type ModelState = 'draft' | 'current' | 'retired';

export interface StoredModel {
  readonly id: string;
  readonly kind: EntityKind;
  readonly version: number;
  readonly state: ModelState;
  /** Plain JSON, as the model room writes it. */
  readonly definition: unknown;
  readonly parameters: unknown;
  readonly madeBy: string;
  readonly madeAt: string;
}

export interface NewModel {
  readonly kind: EntityKind;
  readonly definition: unknown;
  readonly parameters: unknown;
  /** Hash of definition and parameters: the same model is not stored twice. */
  readonly fingerprint: string;
  readonly madeBy: string;
}

function toModel(row: Row): StoredModel {
  return {
    id: row['model_id'] ?? '',
    kind: row['kind'] as EntityKind,
    version: Number(row['version']),
    state: row['state'] as ModelState,
    definition: JSON.parse(row['definition'] ?? 'null') as unknown,
    parameters: JSON.parse(row['parameters'] ?? 'null') as unknown,
    madeBy: row['made_by'] ?? '',
    madeAt: row['made_at'] ?? '',
  };
}

/** Newest first. */
export async function readModels(database: Database, kind: EntityKind): Promise<StoredModel[]> {
  const rows = await database.query('select * from identity.models where kind = $1 order by version desc', [kind]);
  return rows.map(toModel);
}

export async function findCurrentModel(database: Database, kind: EntityKind): Promise<StoredModel | null> {
  const [row] = await database.query(`select * from identity.models where kind = $1 and state = 'current'`, [kind]);
  return row ? toModel(row) : null;
}

export async function findModel(database: Database, kind: EntityKind, version: number): Promise<StoredModel | null> {
  const [row] = await database.query('select * from identity.models where kind = $1 and version = $2', [kind, version]);
  return row ? toModel(row) : null;
}

/** Stores a draft. @returns the model of the same fingerprint where there is one. */
export async function storeModel(client: Client, model: NewModel): Promise<StoredModel> {
  const { kind, definition, parameters, fingerprint, madeBy } = model;
  const { rows } = await client.query<Record<string, string | null>>(
    `with before as (select * from identity.models where kind = $1 and fingerprint = $4 order by version desc limit 1),
     made as (
       insert into identity.models (kind, version, definition, parameters, fingerprint, made_by)
       select $1, coalesce((select max(version) from identity.models where kind = $1), 0) + 1, $2, $3, $4, $5
       where not exists (select from before) returning *)
     select * from before union all select * from made`,
    [kind, JSON.stringify(definition), JSON.stringify(parameters), fingerprint, madeBy],
  );
  const [row] = rows;
  if (!row) throw new Error(`no model of ${kind} was stored`);
  return toModel(row);
}

/** From now on runs weigh with this model. */
export async function adoptModel(client: Client, { id, kind }: Pick<StoredModel, 'id' | 'kind'>): Promise<void> {
  await client.query(
    `update identity.models set state = 'retired' where kind = $1 and state = 'current' and model_id <> $2`,
    [kind, id],
  );
  await client.query(`update identity.models set state = 'current' where model_id = $1 and state <> 'current'`, [id]);
}
