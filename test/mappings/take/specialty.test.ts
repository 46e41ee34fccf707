import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { ExpertSpecialty } from '../../../schemas/entities/expert-specialty.ts';
import { mapOne } from '../../setup/mapping.ts';

const stream = defineStream({
  name: 'specialties',
  label: '专业',
  version: 1,
  columns: {
    id: { type: 'int', label: '主键' },
    code: { type: 'char(7)', label: '代码' },
    edition: { type: 'char(4)', label: '版本' },
  },
  key: ['id'],
  deletion: [],
});
const take = takeFrom(stream);
const specialties = defineMapping({
  system: 'test',
  stream,
  version: 1,
  parts: [part(ExpertSpecialty, { code: take.specialtyCode('code', 'edition') })],
});

describe('a specialty code beside its edition', () => {
  it.each([
    ['A010101', '2018', 'A010101', []],
    ['A010101', '2010', 'A010101', ['code specialty_2010 loaded → A010101']],
    ['A010101', ' ２０１０ ', 'A010101', ['code specialty_2010 loaded → A010101']],
    ['A010101', null, 'A010101', []],
    ['A010101\n', '2018', 'A010101', ['code newline_in_text repaired → A010101']],
    [null, '2010', undefined, []],
    ['', '2010', undefined, []],
  ])('%s of %s', (code, edition, expected, issues) => {
    const mapped = mapOne(specialties, { id: '1', code, edition });
    expect(mapped.values['']?.['code']).toBe(expected);
    expect(mapped.issues).toEqual(issues);
  });
});
