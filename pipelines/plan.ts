/** Turns a mapping into what the database has to know: parts, references, neighbours, personal columns. */
import { carriedColumns } from '../connectors/stream.ts';
import type { PlannedNeighbour, PlannedPart, PlannedReference, StreamPlan } from '../database/load/plan.ts';
import type { AmountNeighbour, Mapping, Part, StreamReference } from '../mappings/mapping.ts';
import type { Entity } from '../schemas/entity.ts';
import type { PersonalClass } from '../schemas/field.ts';
import { getEntity } from '../schemas/registry.ts';
import { SAME_MAGNITUDE } from '../schemas/values/magnitude.ts';

function collectReferences(mapping: Mapping): PlannedReference[] {
  const byColumn = new Map<
    string,
    { column: string; to: StreamReference; fields: { entity: Entity; field: string }[] }
  >();
  for (const { entity, fields } of mapping.parts) {
    for (const [field, rule] of Object.entries(fields)) {
      const column = rule.columns[0];
      if (!rule.reference || column === undefined) continue;
      const { stream, entity: parent, by = '', role = '' } = rule.reference;
      const key = [column, stream, parent, by, role].join(' ');
      const known = byColumn.get(key) ?? { column, to: rule.reference, fields: [] };
      known.fields.push({ entity, field });
      byColumn.set(key, known);
    }
  }
  return [...byColumn.values()].map(({ column, to, fields }) => ({
    column,
    kind: to.kind,
    parentStream: to.stream,
    parentEntity: getEntity(to.entity),
    parentColumn: to.by ?? null,
    parentRole: to.role ?? '',
    fields,
  }));
}

function planParts({ parts }: Mapping, references: readonly PlannedReference[]): PlannedPart[] {
  return parts.map(({ entity, role, ordinal, follows }) => {
    if (follows === undefined) return { entity, role, ordinal };
    const reference = references.find(({ fields }) =>
      fields.some((each) => each.entity === entity && each.field === follows),
    );
    if (!reference) throw new Error(`${entity.name}.${follows} refers to no stream`);
    return { entity, role, ordinal, follows: reference };
  });
}

function leadingColumn(mapping: Mapping | undefined, entity: string, field: string): string {
  const part = mapping?.parts.find((candidate) => candidate.entity.name === entity);
  return part?.fields[field]?.columns[0] ?? '';
}

function ownPart({ parts }: Mapping, { entity }: AmountNeighbour): Part | undefined {
  return entity === undefined ? parts[0] : parts.find((part) => part.entity.name === entity && part.role === '');
}

/** The stream the parent's amount comes from: that which the record refers to, or a sibling's. */
function findNeighbour(mapping: Mapping, all: readonly Mapping[], neighbour: AmountNeighbour): Mapping | undefined {
  const { parentField, parentEntity, sharing } = neighbour;
  if (sharing !== undefined) return all.find(({ parts }) => parts[0]?.entity.name === parentEntity);
  const referred = ownPart(mapping, neighbour)?.fields[parentField]?.reference?.stream;
  return all.find(({ stream }) => stream.name === referred);
}

function planNeighbour(mapping: Mapping, all: readonly Mapping[], neighbour: AmountNeighbour): PlannedNeighbour {
  const main = ownPart(mapping, neighbour);
  const parent = findNeighbour(mapping, all, neighbour);
  if (!main || !parent) throw new Error(`${mapping.stream.name}: ${neighbour.field} has no neighbour in any stream`);
  const above = parent.neighbours.find(
    ({ field, entity = parent.parts[0]?.entity.name }) =>
      field === neighbour.parentAmount && entity === neighbour.parentEntity,
  );
  return {
    entity: main.entity,
    field: neighbour.field,
    column: leadingColumn(mapping, main.entity.name, neighbour.field),
    parentField: neighbour.parentField,
    parentEntity: getEntity(neighbour.parentEntity),
    parentAmount: neighbour.parentAmount,
    ...(neighbour.sharing === undefined ? {} : { sharing: neighbour.sharing }),
    parentStream: parent.stream.name,
    parentColumn: leadingColumn(parent, neighbour.parentEntity, neighbour.parentAmount),
    share: neighbour.share ?? 1,
    low: neighbour.low ?? SAME_MAGNITUDE.low,
    high: neighbour.high ?? SAME_MAGNITUDE.high,
    ...(above
      ? {
          confirmation: {
            entity: getEntity(above.parentEntity),
            field: above.parentField,
            amount: above.parentAmount,
            low: above.low ?? SAME_MAGNITUDE.low,
            high: above.high ?? SAME_MAGNITUDE.high,
          },
        }
      : {}),
  };
}

/** @param all mappings of the system: neighbours name columns of other streams. */
export function planStream(mapping: Mapping, all: readonly Mapping[]): StreamPlan {
  const { system, stream, version } = mapping;
  const references = collectReferences(mapping);
  return {
    system,
    stream: stream.name,
    position: all.indexOf(mapping),
    mappingVersion: version,
    streamVersion: stream.version,
    key: stream.key,
    columns: carriedColumns(stream),
    parts: planParts(mapping, references),
    references,
    neighbours: mapping.neighbours.map((neighbour) => planNeighbour(mapping, all, neighbour)),
    deletesByAbsence: stream.deletion.some(({ by }) => by === 'absence'),
    lastOfKeyCounts: stream.repeated !== undefined,
    latestBy: stream.repeated === 'latest' ? (stream.cursor?.column ?? null) : null,
    deletesBare: stream.deletion.some((deletion) => deletion.by === 'flag' && deletion.mayBeBare === true),
  };
}

/** The personal-data class of each source column: that of the field it feeds. Decides how its values are masked. */
export function personalColumns(mapping: Mapping): ReadonlyMap<string, PersonalClass> {
  const classes = new Map<string, PersonalClass>();
  for (const { entity, fields } of mapping.parts) {
    for (const [field, rule] of Object.entries(fields)) {
      const personal = entity.fields[field]?.meta.personal ?? 'none';
      const column = rule.columns[0];
      if (column !== undefined && personal !== 'none') classes.set(column, personal);
    }
  }
  return classes;
}
