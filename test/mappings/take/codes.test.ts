import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { PARTY_ROLE, PARTY_TYPE } from '../../../schemas/codes/lists.ts';
import { Party } from '../../../schemas/entities/party.ts';
import { mapOne } from '../../setup/mapping.ts';

const stream = defineStream({
  name: 'bodies',
  label: '单位',
  version: 1,
  columns: {
    id: { type: 'int', label: '主键' },
    roles: { type: 'varchar(50)', label: '角色' },
    kind: { type: 'char(1)', label: '类别代码' },
    kindText: { type: 'varchar(20)', label: '类别' },
  },
  key: ['id'],
  deletion: [],
});
const take = takeFrom(stream);
const FROM = new Map([
  ['01', 'tenderer'],
  ['03', 'bidder'],
]);
const bodies = defineMapping({
  system: 'test',
  stream,
  version: 1,
  parts: [
    part(Party, {
      partyRole: take.leadingCode('roles', PARTY_ROLE, FROM),
      partyRoles: take.codes('roles', PARTY_ROLE, FROM),
    }),
  ],
});

it.each([
  ['03', 'bidder', 'bidder', []],
  ['01;03', 'tenderer', 'tenderer;bidder', []],
  ['03； 01；', 'bidder', 'bidder;tenderer', []],
  ['０１、03，03', 'tenderer', 'tenderer;bidder', []],
  ['招标人', 'tenderer', 'tenderer', []],
  ['07;03', 'bidder', 'bidder', ['roles code_unknown loaded → bidder']],
  ['07', undefined, undefined, ['roles code_unknown loaded']],
  [';', undefined, undefined, []],
])('several codes %j: first %s of %s', (roles, first, all, issues) => {
  const mapped = mapOne(bodies, { id: '1', roles });
  expect(mapped.values['']).toEqual({ ...(first ? { partyRole: first } : {}), ...(all ? { partyRoles: all } : {}) });
  expect(mapped.issues).toEqual(issues);
});

describe('a code beside its text', () => {
  const partyType = take.codeByText({
    code: 'kind',
    text: 'kindText',
    list: PARTY_TYPE,
    from: new Map([['E', '0']]),
    texts: new Map([['公司', '0']]),
  });
  const kinds = defineMapping({ system: 'test', stream, version: 1, parts: [part(Party, { partyType })] });

  it.each([
    ['1', '机关', '1', []],
    ['1', '事业单位', '2', []],
    ['1', '公司', '0', []],
    ['E', '', '0', []],
    ['', '机关', '1', []],
    ['1', '别的', '1', ['kindText code_unknown loaded → 1']],
    ['Z', '机关', '1', ['kind code_unknown loaded → 1']],
    ['Z', '别的', undefined, ['kind code_unknown loaded', 'kindText code_unknown loaded']],
    ['', '', undefined, []],
  ])('%j %j → %s', (kind, kindText, code, issues) => {
    const mapped = mapOne(kinds, { id: '1', kind, kindText });
    expect(mapped.values['']?.['partyType']).toBe(code);
    expect(mapped.issues).toEqual(issues);
  });

  it('names list, source codes and both columns', () => {
    expect(partyType.columns).toEqual(['kind', 'kindText']);
    expect(partyType.codes?.from?.get('E')).toBe('0');
  });
});
