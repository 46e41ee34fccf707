import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { findUses } from '../../../reports/dictionary/columns.ts';
import { ExpertSpecialty } from '../../../schemas/entities/expert-specialty.ts';
import { faulty, small, systemOf } from './small-book.ts';

const [parties, experts] = small.mappings;

function usesOf(column: string | null, mapping = parties) {
  if (!mapping) throw new Error('the small centre has two mappings');
  return findUses(mapping)
    .filter((use) => use.column === column)
    .map(({ destination, part: of, fields, reason }) => [destination, of?.entity.name ?? null, fields.join(), reason]);
}

describe('a column', () => {
  it('stands once for every field that takes it, and once where it only helps', () => {
    expect(usesOf('ZTMC')).toEqual([
      ['taken', 'party', 'name', null],
      ['taken', 'party', 'formerName', null],
      ['consulted', 'party', 'legalCode,uscc', null],
    ]);
  });

  it.each([
    ['ZTID', ['key', null, '', null]],
    ['MM', ['left', null, '', 'credential']],
    ['BY1', ['left', null, '', 'spare']],
    ['SC', ['left', null, '', 'deletion']],
  ])('%s that no field takes says why', (column, use) => expect(usesOf(column)).toEqual([use]));

  it('taken by two parts of a record stands under each', () => {
    expect(usesOf('DWMC', experts)).toEqual([
      ['taken', 'party_mention', 'name', null],
      ['taken', 'party_mention', 'formerName', null],
    ]);
    expect(usesOf('DW', experts)).toEqual([['taken', 'party_mention', 'partyId', null]]);
  });

  it('that is neither taken nor left aside is forgotten', () => {
    const [mapping] = faulty().mappings;
    expect(usesOf('ZCZB', mapping)).toEqual([['forgotten', null, '', null]]);
  });

  it('that is both is a contradiction, and the field that takes it is named', () => {
    const [mapping] = faulty().mappings;
    expect(usesOf('BY1', mapping)).toEqual([
      ['taken', 'party', 'licenceNumber', null],
      ['contradictory', null, '', 'spare'],
    ]);
  });

  it('of the key that a field takes is no longer key only', () => {
    const stream = defineStream({
      name: 'S',
      label: '专业',
      version: 1,
      key: ['ID'],
      deletion: [],
      columns: { ID: { type: 'int', label: '编号' } },
    });
    const parts = [part(ExpertSpecialty, { code: takeFrom(stream).identifier('ID') })];
    const [mapping] = systemOf('s', [defineMapping({ system: 's', stream, version: 1, parts })]).mappings;
    expect(usesOf('ID', mapping)).toEqual([['taken', 'expert_specialty', 'code', null]]);
  });
});

it('constants stand behind the columns, in the order of the parts', () => {
  expect(usesOf(null, experts)).toEqual([
    ['constant', 'expert', 'baseType', null],
    ['constant', 'party_mention', 'partyRole', null],
  ]);
});

it.each(small.mappings.map((mapping) => [mapping.stream.name, mapping] as const))(
  'every column of %s stands in the order it was declared in',
  (_name, mapping) => {
    const columns = [...new Set(findUses(mapping).map(({ column }) => column))].filter((column) => column !== null);
    expect(columns).toEqual(Object.keys(mapping.stream.columns));
  },
);
