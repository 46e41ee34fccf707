import { describe, expect, it } from 'vitest';
import { notices } from '../../../mappings/egov/notices.ts';
import { mapOne } from '../../setup/mapping.ts';

describe('the parties of a notice', () => {
  const names = { ZBRMC: '甲局(原甲县文化局）', ZBDLMC: ' 丙代理公司', ZBRXMC: '丁公司' };
  it.each([
    ['A03', 'tenderer', 'tender_agency', 'bidder'],
    ['B01', 'transferor', 'other', 'land_bidder'],
    ['C02', 'transferor', 'other', 'land_bidder'],
    ['D02', 'purchaser', 'purchase_agency', 'supplier'],
    ['政府采购货物', 'purchaser', 'purchase_agency', 'supplier'],
    ['E01', 'transferor', 'other', 'transferee'],
    ['G01', 'tenderer', 'tender_agency', 'bidder'],
  ])('in trade %s are %s, %s and %s', (JYLB, owner, agency, winner) => {
    const { values, issues } = mapOne(notices, { GGID: '7', JYLB, ...names });
    expect(values['owner']).toEqual({ name: '甲局', formerName: '甲县文化局', partyRole: owner });
    expect(values['agency']).toEqual({ name: '丙代理公司', partyRole: agency });
    expect(values['winner']).toEqual({ name: '丁公司', partyRole: winner });
    expect(issues).toEqual([]);
  });

  it.each([null, 'X01'])('keep their names where the trade is %s', (JYLB) => {
    const { values } = mapOne(notices, { GGID: '7', JYLB, ...names });
    expect(values['winner']).toEqual({ name: '丁公司' });
  });

  it('are none where nobody is named', () => {
    expect(Object.keys(mapOne(notices, { GGID: '7', JYLB: 'A01', ZBDLMC: ' ' }).values)).toEqual(['']);
  });

  it.each([
    ['甲公司、乙公司', ['甲公司', '乙公司']],
    ['甲公司；乙公司;丙公司', ['甲公司', '乙公司', '丙公司']],
    ['甲公司/乙公司，丙公司', ['甲公司', '乙公司', '丙公司']],
    ['甲公司（联合体：乙公司、丙公司）', ['甲公司（联合体：乙公司、丙公司）']],
    ['甲公司（曾用名：丁厂）、乙公司', ['甲公司', '乙公司']],
  ])('several winners in %s', (ZBRXMC, expected) => {
    const { values } = mapOne(notices, { GGID: '7', JYLB: 'A01', ZBRXMC });
    const winners = Object.entries(values).filter(([role]) => role.startsWith('winner'));
    expect(winners.map(([, { name }]) => name)).toEqual(expected);
  });

  it('several winners of one notice carry their own former names', () => {
    const { values } = mapOne(notices, { GGID: '7', ZBRXMC: '甲公司（曾用名：丁厂）、乙公司' });
    expect(values['winner']).toEqual({ name: '甲公司', formerName: '丁厂' });
    expect(values['winner#1']).toEqual({ name: '乙公司' });
  });
});
