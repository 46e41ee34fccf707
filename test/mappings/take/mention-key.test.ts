import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { canonicalId } from '../../../core/ids.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { mention } from '../../../mappings/take/mention.ts';
import { TenderBid } from '../../../schemas/entities/tender-bid.ts';
import { mapOne } from '../../setup/mapping.ts';

const stream = defineStream({
  name: 'bids',
  label: '投标',
  version: 1,
  columns: {
    id: { type: 'int', label: '主键' },
    name: { type: 'varchar(200)', label: '投标人' },
    key: { type: 'varchar(20)', label: '投标人主键' },
    owner: { type: 'varchar(200)', label: '招标人' },
    ownerCode: { type: 'varchar(18)', label: '招标人代码' },
  },
  key: ['id'],
  deletion: [],
});
const take = takeFrom(stream);
const bids = defineMapping({
  system: 'test',
  stream,
  version: 1,
  parts: [
    part(TenderBid, { bidderName: take.organizationName('name') }),
    mention(take, {
      role: 'bidder',
      partyRole: 'bidder',
      name: 'name',
      registered: { column: 'key', in: { stream: 'library', entity: 'party', kind: 'party' }, keyIsCode: true },
    }),
    mention(take, { role: 'owner', partyRole: 'tenderer', name: 'owner', code: 'ownerCode', only: 'organization' }),
  ],
});
const USCC = '91540000MA6KXB3M55';

describe('a register whose keys are codes', () => {
  it.each([
    [USCC, { legalCode: USCC, uscc: USCC, organizationCode: 'MA6KXB3M5' }],
    ['76191136-X', { legalCode: '76191136X', organizationCode: '76191136X' }],
    // What fails is judged in the register, and identifies nobody.
    ['91540000MA6KXB3M54', {}],
    ['9190205716', {}],
  ])('gives the mention the code in %s', (key, codes) => {
    const { values, issues } = mapOne(bids, { id: '1', name: '甲公司', key });
    const partyId = canonicalId('party', 'test', 'library', key);
    expect(values['bidder']).toEqual({ name: '甲公司', partyRole: 'bidder', partyId, ...codes });
    expect(issues).toEqual([]);
  });
});

describe('a party that is never a person', () => {
  it.each([
    [USCC, 'uscc', []],
    // Fifteen digits are a registration number here, whatever the name looks like.
    ['130503670401001', undefined, ['ownerCode code_malformed loaded → 130503670401001']],
    ['11010519491231002X', undefined, ['ownerCode uscc_check_digit loaded → 11010519491231002X']],
  ])('under the code %s', (ownerCode, field, issues) => {
    const mapped = mapOne(bids, { id: '1', owner: '扎西', ownerCode });
    expect(mapped.values['owner']).toMatchObject({ legalCode: ownerCode, ...(field ? { [field]: ownerCode } : {}) });
    expect(mapped.values['owner']).not.toHaveProperty('idNumber');
    expect(mapped.issues).toEqual(issues);
  });
});
