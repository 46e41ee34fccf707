import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { canonicalId } from '../../../core/ids.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { mention } from '../../../mappings/take/mention.ts';
import { Project } from '../../../schemas/entities/project.ts';
import { mapOne } from '../../setup/mapping.ts';

const stream = defineStream({
  name: 'works',
  label: '工程',
  version: 1,
  columns: {
    id: { type: 'int', label: '主键' },
    owner: { type: 'varchar(200)', label: '单位' },
    code: { type: 'varchar(18)', label: '代码' },
    phone: { type: 'varchar(20)', label: '电话' },
    ownerId: { type: 'int', label: '单位主键' },
  },
  key: ['id'],
  deletion: [],
});
const take = takeFrom(stream);
const REGISTER = { stream: 'bodies', entity: 'party', kind: 'party' } as const;
const works = defineMapping({
  system: 'test',
  stream,
  version: 1,
  parts: [
    part(Project, { name: take.text('owner') }),
    mention(take, {
      role: 'owner',
      partyRole: 'project_owner',
      name: 'owner',
      code: 'code',
      phone: 'phone',
      registered: { column: 'ownerId', in: REGISTER },
    }),
  ],
});

const USCC = '91540000MA6KXB3M55';
const owner = (cells: Record<string, string>) => mapOne(works, { id: '1', ...cells });

describe('a party named inside a record', () => {
  it('carries name, former name, identifiers, telephone and its place in the register', () => {
    const { values, issues } = owner({
      owner: '某某公司（曾用名：某某厂）',
      code: USCC,
      phone: '0891-6321234',
      ownerId: '9',
    });
    expect(values['owner']).toEqual({
      name: '某某公司',
      formerName: '某某厂',
      partyRole: 'project_owner',
      legalCode: USCC,
      uscc: USCC,
      organizationCode: 'MA6KXB3M5',
      contactPhone: '0891-6321234',
      partyId: canonicalId('party', 'test', 'bodies', '9'),
    });
    expect(issues).toEqual([]);
  });

  it.each([{ owner: '某局' }, { code: USCC }, { ownerId: '9' }])('is there with %o alone', (cells) => {
    expect(owner(cells).values['owner']).toMatchObject({ partyRole: 'project_owner' });
  });

  it.each([{}, { phone: '0891-6321234' }])('is not there with %o alone', (cells) => {
    expect(owner(cells).values['owner']).toBeUndefined();
  });

  it('reports what is wrong with its telephone', () => {
    expect(owner({ owner: '某局', phone: '12' }).issues).toEqual(['phone phone_invalid loaded → 12']);
  });
});
