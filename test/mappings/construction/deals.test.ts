import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { bids, candidates, contracts, openings, results } from '../../../mappings/construction/deals.ts';
import type { Mapping } from '../../../mappings/mapping.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const OLD = '76191136-X';
const ID = '11010519491231002X';
const company = canonicalId('party', 'construction', 'QY_JBXX', OLD);

function check(
  mapping: Mapping,
  cells: Cells,
  expected: Readonly<Record<string, string>>,
  issues: string[] = [],
): void {
  it(`${JSON.stringify(cells)} → ${Object.values(expected).join(' ')}`, () => {
    const mapped = mapOne(mapping, { [mapping.stream.key[0] ?? '']: '7', ...cells });
    expect(mapped.values['']).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
  });
}

describe('an opening', () => {
  check(
    openings,
    { KBSJ: '2020-03-04 10:00:00.000', KBDD: '第二开标室', ZCR: '普布', TBRSL: '4' },
    { openedAt: '2020-03-04 10:00:00', place: '第二开标室', chairName: '普布', bidderCount: '4' },
  );
  check(
    openings,
    { JLNR: '甲公司 100元 60天\r\n乙公司 90元 60天' },
    { content: '甲公司 100元 60天\n乙公司 90元 60天' },
  );
  check(openings, { KBSJ: '1900-01-01 00:00:00.000' }, {}, ['KBSJ date_placeholder repaired']);
});

describe('a bid', () => {
  check(
    bids,
    { TBBJ: '5703.765100', BZJ: '117.780800', DJSJ: '2020-03-04 09:29:00.000' },
    { price: '57037651', deposit: '1177808', submittedAt: '2020-03-04 09:29:00' },
  );
  check(bids, { TBBJ: '-537.455300' }, { price: '-5374553' }, ['TBBJ money_negative quarantined']);
  check(bids, { TBBJ: '45398957.000000' }, { price: '453989570000' });
  check(bids, { XMJL: '贡觉 索朗', XMJL_ZJH: ID }, { managerName: '贡觉索朗', managerIdNumber: ID });
  check(bids, { XMJL_ZJH: '１10105194912310021' }, { managerIdNumber: '110105194912310021' }, [
    'XMJL_ZJH id_fullwidth repaired → 110105194912310021',
    'XMJL_ZJH id_check_digit loaded → 110105194912310021',
  ]);

  it('names its bidder with the code that is its key in the library', () => {
    const { values, issues } = mapOne(bids, { TBID: '7', BDID: '5', qyID: OLD, TBRMC: '甲公司（原乙公司）' });
    expect(values['']).toEqual({
      sectionId: canonicalId('section', 'construction', 'GC_BD', '5'),
      bidderName: '甲公司',
      bidderId: company,
    });
    expect(values['bidder']).toEqual({
      name: '甲公司',
      formerName: '乙公司',
      partyRole: 'bidder',
      legalCode: '76191136X',
      organizationCode: '76191136X',
      partyId: company,
    });
    expect(issues).toEqual([]);
  });

  it('of a bidder outside the library names it all the same', () => {
    const { values } = mapOne(bids, { TBID: '7', qyID: null, TBRMC: '甲公司' });
    expect(values).toEqual({ '': { bidderName: '甲公司' }, bidder: { name: '甲公司', partyRole: 'bidder' } });
  });

  it('with a key that is no code says nothing of codes', () => {
    const { values, issues } = mapOne(bids, { TBID: '7', qyID: '9190205716', TBRMC: '甲公司' });
    expect(values['bidder']).toEqual({
      name: '甲公司',
      partyRole: 'bidder',
      partyId: canonicalId('party', 'construction', 'QY_JBXX', '9190205716'),
    });
    expect(issues).toEqual([]);
  });
});

describe('a candidate', () => {
  check(candidates, { PX: '1', TBBJ: '10', PBDF: '84.5500' }, { ranking: '1', price: '100000', score: '84.55' });
  check(candidates, { TBBJ: '888888888888.000000' }, { price: '8888888888880000' }, ['TBBJ money_absurd quarantined']);
  it('is named', () => {
    const { values } = mapOne(candidates, { HXRID: '7', qyID: OLD, HXRMC: '甲公司' });
    expect(values['candidate']).toMatchObject({ name: '甲公司', partyRole: 'candidate', partyId: company });
  });
});

describe('a result', () => {
  check(
    results,
    { ZBJ: '0.065038', XMJL: '黄勇', ZBRQ: '2018-05-25 00:00:00.000' },
    { amount: '650.38', managerName: '黄勇', decidedAt: '2018-05-25 00:00:00' },
  );
  it('names the winner', () => {
    const { values } = mapOne(results, { ZBID: '7', qyID: OLD, ZBRMC: '甲公司' });
    expect(values['']).toEqual({ winnerName: '甲公司', winnerId: company });
    expect(values['winner']).toMatchObject({ name: '甲公司', partyRole: 'bidder', partyId: company });
  });
});

describe('a contract', () => {
  it.each([
    ['57037651', '元', '57037651', []],
    ['5933.8175', '万元', '59338175', []],
    ['5933.8175', '', '59338175', ['HTJE money_unit_missing']],
    ['5933.8175', null, '59338175', ['HTJE money_unit_missing']],
    ['4.8685907E+3', '万元', '48685907', ['HTJE money_sci']],
    ['1,234.5万元', '元', '12345000', ['HTJE money_suffix']],
    ['壹佰万元整', '万元', '1000000', ['HTJE money_capital']],
    ['详见合同', '元', undefined, ['HTJE money_text']],
    ['5933.8175', '美元', undefined, ['HTJE_DW code_unknown']],
    ['-5', '元', '-5', ['HTJE money_negative']],
  ])('of %s %s is worth %s 元', (HTJE, HTJE_DW, amount, issues) => {
    const mapped = mapOne(contracts, { HTID: '7', HTJE, HTJE_DW });
    expect(mapped.values['']?.['amount']).toBe(amount);
    expect(mapped.issues.map((issue) => issue.split(' ').slice(0, 2).join(' '))).toEqual(issues);
  });
  check(
    contracts,
    { HTBH: 'HT-1', HTMC: '某路施工合同', QDRQ: '2020.4.6' },
    { number: 'HT-1', name: '某路施工合同', signedOn: '2020-04-06' },
  );
  check(contracts, { QDRQ: '2018-11-31' }, {}, ['QDRQ date_impossible loaded']);
});
