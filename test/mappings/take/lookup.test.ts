import { expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { PARTY_TYPE } from '../../../schemas/codes/lists.ts';
import { Party } from '../../../schemas/entities/party.ts';
import { mapOne } from '../../setup/mapping.ts';

const stream = defineStream({
  name: 'parties',
  label: '主体',
  version: 1,
  columns: { id: { type: 'int', label: '主键' }, kind: { type: 'varchar', label: '类型' } },
  key: ['id'],
  deletion: [],
});
const from = new Map([
  ['1', '3'],
  ['公司', '0'],
]);
const rule = takeFrom(stream).lookup('kind', PARTY_TYPE, from);
const parties = defineMapping({ system: 'x', stream, version: 1, parts: [part(Party, { partyType: rule })] });

it.each([
  ['公司', '0', []],
  // Of the list 1 would be 机关; here it is a natural person.
  ['1', '3', []],
  ['9', undefined, ['kind code_unknown loaded']],
  ['自然人', undefined, ['kind code_unknown loaded']],
  ['', undefined, []],
])('%s → %s', (kind, partyType, issues) => {
  const mapped = mapOne(parties, { id: '7', kind });
  expect(mapped.values['']?.['partyType']).toBe(partyType);
  expect(mapped.issues).toEqual(issues);
});

it('shows its list and its lookup to the mapping book', () => {
  expect(rule.codes).toEqual({ list: PARTY_TYPE, from });
});
