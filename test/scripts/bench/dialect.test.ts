import { expect, it } from 'vitest';
import { landmining } from '../../../pipelines/systems/landmining.ts';
import { declaredFor } from '../../../scripts/bench/peers/dialect.ts';

const typesOf = (kind: string, stream: string) => {
  const mapping = declaredFor(landmining, kind).mappings.find((each) => each.stream.name === stream);
  return Object.fromEntries(Object.entries(mapping?.stream.columns ?? {}).map(([name, { type }]) => [name, type]));
};

it('renames types for MySQL and leaves everything else alone', () => {
  const [there, here] = [typesOf('postgres', 'td_dk'), typesOf('mysql', 'td_dk')];
  expect(there).toMatchObject({ created_at: 'timestamp', del_flag: 'boolean', mj: 'numeric(18,6)' });
  expect(here).toEqual({ ...there, created_at: 'datetime', updated_at: 'datetime', del_flag: 'tinyint(1)' });
  expect(typesOf('mysql', 'td_crgg')['gg_id']).toBe('char(36)');
});
