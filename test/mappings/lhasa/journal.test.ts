/** Rows of the journal: a change is the record, a deletion is the key and the time. */
import { expect, it } from 'vitest';
import { experts, enterprises } from '../../../mappings/lhasa/parties.ts';
import { results } from '../../../mappings/lhasa/announcements.ts';
import { projects, sections } from '../../../mappings/lhasa/trade.ts';
import { mapOne } from '../../setup/mapping.ts';

const change = { OP_SEQ: '7', OP_TYPE: 'U', OP_TIME: '2020-12-01 02:00:00', SYNC_FLAG: '0' };

it('an enterprise', () => {
  const { values, issues } = mapOne(enterprises, {
    ...change,
    QYBM: 'Q1',
    QYMC: '西藏某某有限公司（原拉萨某某公司）',
    TYSHXYDM: '91540000MA6TH12P7',
    LXDH: '123',
    ZCZJ: '5000000.00',
  });
  expect(values['']).toMatchObject({
    name: '西藏某某有限公司',
    formerName: '拉萨某某公司',
    registeredCapital: '5000000',
    modifiedAt: '2020-12-01 02:00:00',
  });
  expect(issues.map((issue) => issue.split(' ').slice(0, 2).join(' '))).toContain('LXDH phone_invalid');
});

it('an expert with the specialties of one column', () => {
  const { values, issues } = mapOne(experts, {
    ...change,
    ZJBM: 'Z1',
    XM: '平措',
    XB: '1',
    ZYDM: 'A020117;A020130',
    ZT: '2',
  });
  expect(values['']).toMatchObject({ expertNumber: 'Z1', name: '平措', gender: '1', status: 'suspended' });
  expect(values['specialty']).toMatchObject({ code: 'A020117', classification: '2018' });
  expect(values['specialty#1']).toMatchObject({ code: 'A020130' });
  expect(issues).toEqual([]);
});

it('an expert whose status nobody knows', () => {
  expect(mapOne(experts, { ...change, ZJBM: 'Z1', XM: '平措', ZT: '9' }).issues).toEqual(['ZT code_unknown loaded']);
});

it('a deletion that carries nothing but key and time is bare, and lacks nothing', () => {
  const bare = { ...change, OP_TYPE: 'D', XMBM: 'P1' };
  expect(mapOne(projects, bare)).toMatchObject({ key: 'P1', deleted: true, issues: [] });
  expect(Object.keys(mapOne(sections, { ...change, OP_TYPE: 'D', BDBM: 'B1' }).values)).toEqual(['']);
});

it('amounts are in 元, and a result names its winner', () => {
  const { values } = mapOne(results, {
    ...change,
    JGBM: 'J1',
    BDBM: 'B1',
    ZBRMC: '某公司',
    ZBJ: '12.30',
    ZBRQ: '2018-04-14',
  });
  expect(values['']).toMatchObject({ winnerName: '某公司', amount: '12.3' });
  expect(values['winner']).toMatchObject({ name: '某公司', partyRole: 'bidder' });
});
