import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { MappingRunner } from '../../../mappings/apply.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { EvaluationExpert } from '../../../schemas/entities/evaluation-expert.ts';
import { Expert } from '../../../schemas/entities/expert.ts';

const stream = defineStream({
  name: 'drawn',
  label: '抽取',
  version: 1,
  columns: {
    id: { type: 'int', label: '主键' },
    section: { type: 'int', label: '标段' },
    name: { type: 'varchar(50)', label: '姓名' },
  },
  key: ['id'],
  deletion: [],
});
const take = takeFrom(stream);
const SECTION = { stream: 'sections', entity: 'section', kind: 'parent' } as const;
const drawn = defineMapping({
  system: 'test',
  stream,
  version: 1,
  parts: [
    part(EvaluationExpert, {
      sectionId: take.reference('section', SECTION),
      expertId: take.samePart('id', { entity: 'expert', role: 'expert' }),
    }),
    part(Expert, { name: take.personName('name') }, { role: 'expert' }),
  ],
});

function mapRow(id: string, section: string | null): { readonly values: readonly unknown[]; readonly expert: string } {
  const { rows } = new MappingRunner(drawn).map({ values: [id, section, '次仁'], row: 1 }, 'here:1');
  return { values: rows[0]?.values ?? [], expert: rows[1]?.id ?? '' };
}

describe('a reference to another part of the record', () => {
  it.each(['7', ' 7 ', '甲-7'])('is the id that part has, under the key %s', (id) => {
    const { values, expert } = mapRow(id, null);
    expect(expert).toMatch(/^[0-9a-f]{32}$/);
    expect(values[EvaluationExpert.fieldNames.indexOf('expertId')]).toBe(expert);
  });

  it('is none that the set rules would follow', () => {
    expect(drawn.parts[0]?.fields['expertId']?.reference).toBeUndefined();
    expect(drawn.parts[0]?.fields['sectionId']?.reference).toEqual(SECTION);
  });
});

describe('a reference to another stream', () => {
  it('is the same for a key with spaces around it, and nothing for none', () => {
    const place = EvaluationExpert.fieldNames.indexOf('sectionId');
    expect(mapRow('7', ' 5 ').values[place]).toBe(mapRow('8', '5').values[place]);
    expect(mapRow('7', '5').values[place]).not.toBe(mapRow('7', '6').values[place]);
    expect([mapRow('7', ' ').values[place], mapRow('7', null).values[place]]).toEqual([null, null]);
  });
});
