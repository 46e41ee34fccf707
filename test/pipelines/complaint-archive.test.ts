/**
 * 财政部令第94号: queries and complaints on government procurement are kept as an archive, and no path leads from it to
 * the complaints that are handed on (data set 404). Every way out of a record is looked at: mappings, references,
 * national counterparts, views of the database, and what leaves the house.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../pipelines/registry.ts';
import { Complaint } from '../../schemas/entities/complaint.ts';
import { ProcurementQuery } from '../../schemas/entities/procurement-query.ts';
import type { Entity } from '../../schemas/entity.ts';
import { ENTITIES, getEntity } from '../../schemas/registry.ts';
import { useDatabases } from '../setup/database.ts';

const HAND_OVER = '404';
const MAPPINGS = SYSTEMS.flatMap(({ mappings }) => mappings);
const openFresh = useDatabases();

const streamsOf = (entity: Entity): string[] =>
  MAPPINGS.filter(({ parts }) => parts.some((part) => part.entity === entity)).map(
    ({ system, stream }) => `${system} ${stream.name}`,
  );

/** Entities that can be reached by following references, without the one it begins with unless a way leads back. */
function reached(from: Entity): Set<string> {
  const found = new Set<string>();
  const waiting: Entity[] = [from];
  for (let entity = waiting.pop(); entity !== undefined; entity = waiting.pop()) {
    for (const { meta } of Object.values(entity.fields)) {
      if (meta.references === null || found.has(meta.references)) continue;
      found.add(meta.references);
      waiting.push(getEntity(meta.references));
    }
  }
  return found;
}

describe('the archive of procurement queries and complaints', () => {
  it('is fed by the procurement centre, whose records never become complaints', () => {
    expect(streamsOf(ProcurementQuery)).toEqual(['egov ts_jbxx', 'procurement CG_ZYTS']);
    expect(streamsOf(Complaint).filter((stream) => stream.startsWith('procurement '))).toEqual([]);
  });

  it('shares one stream with the complaints, and there a record is one or the other by the same condition', () => {
    const both = MAPPINGS.filter(({ parts }) => {
      const entities = new Set<Entity>(parts.map(({ entity }) => entity));
      return entities.has(Complaint) && entities.has(ProcurementQuery);
    });
    expect(both.map(({ stream }) => stream.name)).toEqual(['ts_jbxx']);
  });

  it('feeds no national data set', () => {
    expect(ProcurementQuery.dataSets).toEqual([]);
    expect(Object.values(ProcurementQuery.fields).flatMap(({ meta }) => meta.national)).toEqual([]);
  });

  it('is not among what feeds the complaint hand-off', () => {
    const feeding = ENTITIES.filter(
      ({ dataSets, fields }) =>
        dataSets.includes(HAND_OVER) ||
        Object.values<(typeof fields)[string]>(fields).some(({ meta }) =>
          meta.national.some((name) => name.startsWith(`${HAND_OVER}.`)),
        ),
    );
    expect(feeding.map(({ name }) => name)).toEqual(['complaint']);
  });

  it('refers to nothing from which a reference leads to a complaint, nor is referred to', () => {
    expect(reached(ProcurementQuery)).not.toContain('complaint');
    expect(reached(ProcurementQuery)).toContain('purchase_project');
    expect(ENTITIES.filter((entity) => reached(entity).has('procurement_query'))).toEqual([]);
  });

  it('is read by no view, rule, trigger or function of the database', async () => {
    const { database } = await openFresh();
    const users = await database.query(`
      select 'depends' as how, d.classid::regclass::text as what from pg_depend d
      where d.refobjid = 'canonical.procurement_queries'::regclass and d.deptype = 'n' and d.refclassid = 'pg_class'::regclass
      union all select 'trigger', tgname from pg_trigger where tgrelid = 'canonical.procurement_queries'::regclass
      union all select 'function', p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname not in ('pg_catalog', 'information_schema') and p.prosrc like '%procurement_quer%'`);
    expect(users).toEqual([]);
  });

  it('is named nowhere where things leave the house', async () => {
    const home = join(import.meta.dirname, '..', '..', 'publish');
    const names = (await readdir(home, { recursive: true })).filter((name) => name.endsWith('.ts'));
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) {
      expect(await readFile(join(home, name), 'utf8')).not.toMatch(/procurement_?quer/i);
    }
  });
});
