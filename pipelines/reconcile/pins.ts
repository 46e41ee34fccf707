/** A steward chooses a golden value: it counts at once, and in every run from then on, until it is lifted. */
import { userInfo } from 'node:os';
import { ConfigurationError } from '../../core/errors.ts';
import type { Client, Database } from '../../database/connection.ts';
import { readFieldValues } from '../../database/identity/compared.ts';
import { closePin, findEntityOf, insertPin, type ClosedPin } from '../../database/identity/pins.ts';
import { findLastRunId } from '../../database/identity/runs.ts';
import { Expert } from '../../schemas/entities/expert.ts';
import { Party } from '../../schemas/entities/party.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import { makeGoldenRecords } from './golden.ts';
import { SOURCES } from './sources.ts';

const ENTITIES = { expert: Expert, enterprise: Party } as const;
type PinnedKind = keyof typeof ENTITIES;

export interface PinRequest {
  readonly kind: EntityKind;
  readonly recordId: string;
  readonly field: string;
  /** A value of the steward's own; that of the record where it is left out. */
  readonly value?: string;
  readonly by: string;
  readonly reason: string;
}

function requirePinnable(kind: EntityKind, field: string): PinnedKind {
  if (kind === 'matter') {
    throw new ConfigurationError('交易事项的主记录不能固定值 / golden matters have no values to pin');
  }
  const names = ENTITIES[kind].fieldNames;
  if (names.includes(field as never)) return kind;
  throw new ConfigurationError(`没有字段 ${field} / there is no field ${field}`, {
    next: `可用 / valid: ${names.join(', ')}`,
  });
}

/** Exact text as the schema wants it: a code of its list, a date, an amount. A flag is `true` or `false`. */
function requireValid(kind: PinnedKind, field: string, value: string): void {
  const { schema, meta } = ENTITIES[kind].fields[field as never] as (typeof Expert.fields)['name'];
  const given = meta.kind === 'flag' ? value === 'true' || (value === 'false' ? false : value) : value;
  const found = schema.safeParse(given);
  if (value !== '' && found.success) return;
  const why = found.success ? 'empty' : found.error.issues.map(({ message }) => message).join('; ');
  throw new ConfigurationError(`${field} 的值无效 / is no valid ${field} (${meta.kind}): ${why}`);
}

async function requireOwnValue(client: Client, { kind, recordId, field }: PinRequest): Promise<void> {
  const values = await readFieldValues(client, SOURCES[kind], [field], [recordId]);
  if ((values.get(recordId)?.[field] ?? null) !== null) return;
  throw new ConfigurationError(`该记录的 ${field} 为空 / the record has no ${field}`, {
    next: '用 --value 给出值 / give one with --value',
  });
}

/** @returns the entity; null where the record belongs to none (any more). */
async function remakeGolden(client: Client, { kind, recordId }: ClosedPin): Promise<number | null> {
  const entity = await findEntityOf(client, kind, recordId);
  const runId = await findLastRunId(client, kind);
  if (entity === null || runId === null) return null;
  await makeGoldenRecords(client, { kind, runId, entities: [entity], onDone: () => undefined });
  return entity;
}

export interface PinOutcome {
  readonly pinId: string;
  readonly kind: EntityKind;
  /** Null where the record belongs to none any more. */
  readonly entity: number | null;
}

/** @throws ConfigurationError for an unknown field, a value the field cannot hold, or a record of no entity. */
export async function setPin(database: Database, request: PinRequest): Promise<PinOutcome> {
  const { recordId, field, value, by, reason } = request;
  const kind = requirePinnable(request.kind, field);
  if (value !== undefined) requireValid(kind, field, value);
  return database.transaction(async (client) => {
    if (value === undefined) await requireOwnValue(client, request);
    const osUser = userInfo().username;
    const pinId = await insertPin(client, { kind, recordId, field, value: value ?? null, by, osUser, reason });
    const entity = await remakeGolden(client, request);
    if (entity !== null) return { pinId, kind, entity };
    throw new ConfigurationError('该记录不属于任何实体 / the record belongs to no entity');
  });
}

/** @throws ConfigurationError where no live pin has the number. */
export async function liftPin(
  database: Database,
  id: string,
  closing: { readonly by: string; readonly reason: string },
): Promise<PinOutcome> {
  return database.transaction(async (client) => {
    const closed = await closePin(client, id, closing);
    if (closed) return { pinId: id, kind: closed.kind, entity: await remakeGolden(client, closed) };
    throw new ConfigurationError(`没有编号为 ${id} 的固定值 / no value pinned has the number ${id}`, {
      next: '用 ggzy reconcile pin list 查看 / see ggzy reconcile pin list',
    });
  });
}
