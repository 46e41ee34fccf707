import { describe, expect, it } from 'vitest';
import { takeFrom } from '../../mappings/take/index.ts';
import { CG_TB } from '../../mappings/procurement/streams-deals.ts';
import { auditMapping, passesAudit } from '../../pipelines/audit.ts';
import { SYSTEMS } from '../../pipelines/registry.ts';
import { getNationalField, hasDataSet } from '../../schemas/national/fields.ts';
import { ENTITIES, getEntity } from '../../schemas/registry.ts';

const MAPPINGS = SYSTEMS.flatMap(({ mappings }) => mappings);
const named = MAPPINGS.map((mapping) => [`${mapping.system} ${mapping.stream.name}`, mapping] as const);

describe.each(named)('%s', (_name, mapping) => {
  const { stream } = mapping;
  const audit = auditMapping(mapping);

  it('takes every column or says why not, never both', () => {
    expect(audit.forgotten).toEqual([]);
    expect(audit.contradictory).toEqual([]);
    expect(passesAudit(audit)).toBe(true);
    const ignored = Object.values(audit.ignored).flat().length;
    expect(audit.taken.length + audit.structural.length + ignored).toBe(audit.columns);
  });

  it('takes no column that is withheld', () => {
    const withheld = [...(audit.ignored.credential ?? []), ...(audit.ignored.sensitive ?? [])];
    expect(withheld.filter((column) => audit.taken.includes(column))).toEqual([]);
  });

  it('names key, cursor and deletion flag among its columns', () => {
    const flags = stream.deletion.flatMap((deletion) => (deletion.by === 'flag' ? [deletion.column] : []));
    const places = [...stream.key, ...flags, ...(stream.cursor ? [stream.cursor.column] : [])];
    expect(stream.key.length).toBeGreaterThan(0);
    expect(places.filter((column) => !Object.hasOwn(stream.columns, column))).toEqual([]);
    expect(audit.ignored.deletion ?? []).toEqual(flags);
  });

  it('refers to streams of its system that run before it, and to what they become', () => {
    const before = MAPPINGS.slice(0, MAPPINGS.indexOf(mapping)).filter(({ system }) => system === mapping.system);
    const references = mapping.parts.flatMap(({ fields }) =>
      Object.values(fields).flatMap(({ reference }) => (reference ? [reference] : [])),
    );
    for (const { stream: parent, entity, role = '', by } of references) {
      const target = before.find((candidate) => candidate.stream.name === parent);
      const parts = target?.parts.filter((part) => part.role === role).map((part) => part.entity.name);
      expect(parts).toContain(entity);
      expect(Object.keys(target?.stream.columns ?? {})).toContain(by ?? target?.stream.key[0]);
    }
  });

  it('compares amounts that are amounts', () => {
    const [main] = mapping.parts;
    const own = (entity = main?.entity.name) =>
      mapping.parts.find((part) => part.role === '' && part.entity.name === entity)?.entity;
    const kind = (name: string, entity?: string) => own(entity)?.fields[name]?.meta.kind;
    for (const pair of mapping.sameMagnitude) expect(pair.map((name) => kind(name))).toEqual(['money', 'money']);
    for (const { entity, field, parentField, parentEntity, parentAmount } of mapping.neighbours) {
      const parent = getEntity(parentEntity).fields[parentAmount]?.meta.kind;
      expect([kind(field, entity), kind(parentField, entity), parent]).toEqual(['money', 'reference', 'money']);
    }
  });
});

describe('the canonical entities', () => {
  it.each(ENTITIES.map((entity) => [entity.name, entity] as const))(
    '%s has its national counterparts',
    (_name, entity) => {
      expect(entity.dataSets.filter((dataSet) => !hasDataSet(dataSet))).toEqual([]);
      const national = entity.fieldNames.flatMap((name) => entity.fields[name]?.meta.national ?? []);
      for (const path of national) expect(getNationalField(path).label).not.toBe('');
    },
  );

  it('refer to entities that exist', () => {
    for (const { fieldNames, fields } of ENTITIES) {
      const targets = fieldNames.flatMap((name) => fields[name]?.meta.references ?? []);
      for (const target of targets) expect(getEntity(target).name).toBe(target);
    }
  });
});

describe('a column that is not declared', () => {
  it('is a compile error', () => {
    const bid = takeFrom(CG_TB);
    expect(bid.text('GYS_MC').columns).toEqual(['GYS_MC']);
    // @ts-expect-error -- CG_TB has no column GYSMC
    expect(bid.text('GYSMC').columns).toEqual(['GYSMC']);
    // @ts-expect-error -- nor has it the words of an amount
    expect(bid.amountOrWords('BJ', 'BJ_DX', '元').columns).toEqual(['BJ', 'BJ_DX']);
  });
});
