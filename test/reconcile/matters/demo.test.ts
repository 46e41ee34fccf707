/** Matters of the invented world, whose names and numbers the rules were not made for, measured on its own truth. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../database/connection.ts';
import { recordsSql } from '../../../database/identity/sources.ts';
import { findMatters, MATTER_SOURCES, type MatterResult } from '../../../reconcile/matters/index.ts';
import { getEntity } from '../../../schemas/registry.ts';
import { undertakingsOf } from '../../../scripts/demo-data/world/undertakings.ts';
import { useDatabases } from '../../setup/database.ts';
import { runDemo, useDemo } from '../../setup/demo.ts';

const WORLD = { seed: 11, scale: 0.6, dirt: 1 };
const openFresh = useDatabases();
const makeDemo = useDemo();
let result: MatterResult;
/** Canonical id → place of its record. */
const places = new Map<string, string>();

function readMatters(database: Database): Promise<MatterResult> {
  const sources = Map.groupBy(MATTER_SOURCES, ({ entity }) => entity);
  return findMatters({
    reader: (entity) => ({
      async *read(fields) {
        const wanted = [...new Set(['system', 'stream', 'sourceKey', ...fields])];
        const rows = await database.query(
          recordsSql(
            (sources.get(entity) ?? []).map(({ part }) => ({ entity: getEntity(entity), part })),
            wanted,
          ),
        );
        for (const row of rows) places.set(row['id'] ?? '', `${row['system']} ${row['stream']} ${row['sourceKey']}`);
        yield {
          ids: rows.map((row) => row['id'] ?? ''),
          columns: fields.map((name) => rows.map((row) => row[name] ?? null)),
        };
      },
    }),
  });
}

beforeAll(async () => {
  const { database } = await openFresh();
  const { directory } = await makeDemo(WORLD);
  await runDemo(database, directory);
  result = await readMatters(database);
}, 300_000);

const pairs = (count: number): number => (count * (count - 1)) / 2;
const sizes = (keys: readonly string[]): number[] =>
  [...Map.groupBy(keys, (key) => key).values()].map(({ length }) => length);
const pairsIn = (keys: readonly string[]): number => sizes(keys).reduce((sum, size) => sum + pairs(size), 0);

describe('matters of the invented world', () => {
  it('join nothing wrongly and miss next to nothing', () => {
    const matterOf = new Map(result.ids.map((id, index) => [places.get(id) ?? '', result.matters[index] ?? -1]));
    const truth = new Map(
      undertakingsOf(WORLD).map((one) => [`${one.system} ${one.stream} ${one.sourceKey}`, one.undertaking]),
    );
    const known = [...truth].flatMap(([place, undertaking]) => {
      const matter = matterOf.get(place);
      // What was quarantined has no record.
      return matter === undefined ? [] : [{ undertaking, matter: String(matter) }];
    });
    expect(known.length).toBeGreaterThan(100);
    const both = pairsIn(known.map(({ undertaking, matter }) => `${undertaking} ${matter}`));
    const found = pairsIn(known.map(({ matter }) => matter));
    const there = pairsIn(known.map(({ undertaking }) => undertaking));
    expect({ wrong: found - both }).toEqual({ wrong: 0 });
    expect((2 * both) / (found + there)).toBeGreaterThanOrEqual(0.98);
  });

  it('span the stages: an approved work has its approval, tender, section and notices in one', () => {
    const roles = Map.groupBy(result.roles.keys(), (index) => result.matters[index]);
    const spans = [...roles.values()].map((members) => new Set(members.map((index) => result.roles[index])));
    const whole = spans.filter((span) =>
      ['investment', 'tender', 'section', 'notice'].every((role) => span.has(role as never)),
    );
    expect(whole.length).toBeGreaterThan(5);
  });

  it('leave no part without its parent', () => {
    const loose = result.roles.flatMap((role, index) => {
      const alone = !result.links.some(({ left, right }) => left === index || right === index);
      return role === 'section' && alone ? [result.ids[index]] : [];
    });
    expect(loose).toEqual([]);
  });
});
