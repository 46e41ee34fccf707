import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { awards, bids, contracts } from '../../../mappings/procurement/deals.ts';
import type { Mapping } from '../../../mappings/mapping.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

function check(
  mapping: Mapping,
  cells: Cells,
  expected: Readonly<Record<string, string>>,
  issues: string[] = [],
): void {
  it(`${Object.values(cells).join(' ')} → ${Object.values(expected).join(' ')}`, () => {
    const key = { [mapping.stream.key[0] ?? '']: '7' };
    const mapped = mapOne(mapping, { ...key, ...cells });
    expect(mapped.values['']).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
  });
}

describe('the amount of an award', () => {
  check(awards, { CJJE: '709487.00' }, { amount: '709487' });
  check(awards, { CJJE: '709487.00', CJJE_DX: '柒拾万玖仟肆佰捌拾柒元整' }, { amount: '709487' });
  check(awards, { CJJE_DX: '柒拾万玖仟肆佰捌拾柒元整' }, { amount: '709487' }, [
    'CJJE_DX money_capital repaired → 709487',
  ]);
  check(awards, { CJJE: '', CJJE_DX: '壹佰贰拾万元整' }, { amount: '1200000' }, [
    'CJJE_DX money_capital repaired → 1200000',
  ]);
  check(awards, { CJJE: '709487', CJJE_DX: '柒拾万元整' }, { amount: '709487' }, [
    'CJJE_DX amount_words_differ loaded → 709487',
  ]);
  check(awards, { CJJE: '709487', CJJE_DX: '详见公告' }, { amount: '709487' });
  check(awards, { CJJE_DX: '详见公告' }, {}, ['CJJE_DX money_text loaded']);
  check(awards, { CJJE: '-5' }, { amount: '-5' }, ['CJJE money_negative quarantined']);
  // A neighbour will tell whether it is a slip of unit.
  check(awards, { CJJE: '5000000000' }, { amount: '5000000000' });
  check(awards, { CJJE: '99999999999999' }, { amount: '99999999999999' }, ['CJJE money_absurd quarantined']);
});

describe('bids', () => {
  check(
    bids,
    { BJ: '98.5', BZJ: '2', PSDF: '95.50', TBSJ: '2019-03-01 09:00:00.000' },
    {
      price: '98.5',
      deposit: '2',
      score: '95.5',
      submittedAt: '2019-03-01 09:00:00',
    },
  );

  it('name their bidder, and refer to it under the same id everywhere', () => {
    const { values } = mapOne(bids, { TBID: '1', FBID: '5', GYSID: '3', GYS_MC: ' 西藏甲公司（原西藏乙公司） ' });
    const supplier = canonicalId('party', 'procurement', 'CG_GYS', '3');
    expect(values['']).toEqual({
      packageId: canonicalId('purchase_package', 'procurement', 'CG_FB', '5'),
      bidderName: '西藏甲公司',
      bidderId: supplier,
    });
    expect(values['bidder']).toEqual({
      name: '西藏甲公司',
      formerName: '西藏乙公司',
      partyRole: 'supplier',
      partyId: supplier,
    });
  });

  it('without a bidder mention nobody', () => {
    expect(Object.keys(mapOne(bids, { TBID: '1', FBID: '5' }).values)).toEqual(['']);
  });
});

describe('contracts', () => {
  check(
    contracts,
    { HTBH: 'H-1', HTJE: '１００', HTQX: '365', QDSJ: '2019-12-31 00:00:00.000' },
    {
      number: 'H-1',
      amount: '100',
      termDays: '365',
      signedAt: '2019-12-31 00:00:00',
    },
  );
  check(contracts, { HTQX: '一年' }, {}, ['HTQX number_unreadable loaded']);

  it('are deleted by their flag', () => {
    expect(mapOne(contracts, { HTID: '1', IS_DEL: '1' }).deleted).toBe(true);
  });
});
