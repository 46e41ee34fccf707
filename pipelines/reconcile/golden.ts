/** Golden records of the entities that a run has looked at. */
import type { Client } from '../../database/connection.ts';
import { readMembers, readNameChanges, readPins, type MemberRow } from '../../database/identity/golden-read.ts';
import { dropDeadGolden, goldenShape, writeGolden, type GoldenRow } from '../../database/identity/golden-write.ts';
import { FIRST_POOL_STATUS } from '../../reconcile/golden/experts.ts';
import { makeGolden } from '../../reconcile/golden/make.ts';
import { makeGoldenMatter, MATTER_FIELDS } from '../../reconcile/golden/matters.ts';
import type { MemberRecord } from '../../reconcile/golden/survivorship.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import { SOURCES } from './sources.ts';

/** Golden rows written at a time. */
const CHUNK = 20_000;

export interface GoldenRun {
  readonly kind: EntityKind;
  readonly runId: string;
  /** Entities to make anew; null for all. */
  readonly entities: readonly number[] | null;
  readonly onDone: (entities: number) => void;
}

type Maker = (entity: string, records: readonly (MemberRecord & { readonly role: string })[]) => GoldenRow;

/** Rows of one entity stand together. */
async function* byEntity(pieces: AsyncIterable<readonly MemberRow[]>): AsyncGenerator<MemberRow[], void, undefined> {
  let group: MemberRow[] = [];
  for await (const rows of pieces) {
    for (const row of rows) {
      if (group.length > 0 && group[0]?.entity !== row.entity) {
        yield group;
        group = [];
      }
      group.push(row);
    }
  }
  if (group.length > 0) yield group;
}

async function makerOf(client: Client, kind: EntityKind, fields: readonly string[]): Promise<Maker> {
  if (kind === 'matter') {
    return (entity, records) => ({ entity, ...makeGoldenMatter(records), names: [], records: records.length });
  }
  const pins = Map.groupBy(await readPins(client, kind), ({ entity }) => entity);
  const changes = Map.groupBy(kind === 'enterprise' ? await readNameChanges(client) : [], ({ entity }) => entity);
  return (entity, records) => {
    const of = { pins: pins.get(entity) ?? [], changes: changes.get(entity) ?? [] };
    return { entity, ...makeGolden({ kind, fields, records, ...of }) };
  };
}

export async function makeGoldenRecords(client: Client, { kind, runId, entities, onDone }: GoldenRun): Promise<void> {
  const shape = goldenShape(kind, kind === 'expert' ? { pool_status: FIRST_POOL_STATUS } : {});
  const golden = Object.keys(shape.columns);
  const make = await makerOf(client, kind, golden);
  const fields = [...new Set([...(kind === 'matter' ? MATTER_FIELDS : golden), 'modifiedAt', 'system', 'deletedAt'])];
  let rows: GoldenRow[] = [];
  let done = 0;
  const flush = async (): Promise<void> => {
    await writeGolden(client, { shape, runId }, rows);
    done += rows.length;
    rows = [];
    onDone(done);
  };
  for await (const group of byEntity(readMembers(client, { kind, sources: SOURCES[kind], fields, entities }))) {
    const records = group.map(({ recordNo, role, values }) => ({
      recordNo,
      role,
      system: values['system'] ?? '',
      deleted: values['deletedAt'] !== null,
      modifiedAt: values['modifiedAt'] ?? null,
      values,
    }));
    rows.push(make(group[0]?.entity ?? '', records));
    if (rows.length >= CHUNK) await flush();
  }
  await flush();
  await dropDeadGolden(client, kind);
}
