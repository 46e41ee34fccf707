import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { bids, results } from '../../../mappings/transport/deals.ts';
import { mapOne } from '../../setup/mapping.ts';
import { checkLines } from './check.ts';

const SECTION = canonicalId('section', 'transport', 'jt_bd', '5');
const BIDDER = canonicalId('party', 'transport', 'jt_tbr', '3');

describe('bids', () => {
  checkLines(
    bids,
    [],
    [
      [
        { BD_ID: '5', TBBJ: '5314.0903', TBBJ_DW: '万元', XMFZR: '陈 勇', PM: '1' },
        { sectionId: SECTION, price: '53140903', managerName: '陈勇', ranking: '1' },
      ],
      [{ TBBJ: '56405284', TBBJ_DW: '' }, { price: '56405284' }, 'TBBJ money_unit_missing repaired → 56405284'],
      [{ TBBJ: '3.8295433E+7', TBBJ_DW: '元' }, { price: '38295433' }, 'TBBJ money_sci repaired → 38295433'],
      [{ TBBJ: '下浮5%', TBBJ_DW: '元' }, {}, 'TBBJ money_text loaded'],
      [{ TBBJ: '53140903', TBBJ_DW: '文' }, {}, 'TBBJ_DW code_unknown loaded'],
      [
        { TBBJ: '5314万元', TBBJ_DW: '文' },
        { price: '53140000' },
        'TBBJ_DW code_unknown loaded',
        'TBBJ money_suffix repaired → 53140000',
      ],
      [{ PM: '第一' }, {}, 'PM number_unreadable loaded'],
      [{ INSERT_TIME: '2018-05-07 14:57:49' }, { enteredAt: '2018-05-07 14:57:49' }],
    ],
  );

  it('name their bidder, and refer to its registration', () => {
    const { values } = mapOne(bids, { TB_ID: '1', TBR_ID: '3', TBR_MC: '西藏甲公司（原西藏乙公司）' });
    expect(values['']).toEqual({ bidderName: '西藏甲公司', bidderId: BIDDER });
    expect(values['bidder']).toEqual({
      name: '西藏甲公司',
      formerName: '西藏乙公司',
      partyRole: 'bidder',
      partyId: BIDDER,
    });
  });

  it('without a registration keep the name', () => {
    const { values } = mapOne(bids, { TB_ID: '1', TBR_ID: '', TBR_MC: '西藏甲公司' });
    expect(values['bidder']).toEqual({ name: '西藏甲公司', partyRole: 'bidder' });
  });
});

describe('results', () => {
  checkLines(
    results,
    [],
    [
      [
        {
          BD_ID: '5',
          ZBR_MC: '西藏甲公司 ',
          ZBJ: '122,104,166.00',
          ZBJ_DW: '元',
          XMFZR: '朱索朗',
          ZBRQ: '2018年05月15日',
        },
        {
          sectionId: SECTION,
          winnerName: '西藏甲公司',
          amount: '122104166',
          managerName: '朱索朗',
          decidedAt: '2018-05-15 00:00:00',
        },
      ],
      [{ ZBRQ: '20190230' }, {}, 'ZBRQ date_impossible loaded'],
      [{ ZBJ: '-1', ZBJ_DW: '元' }, { amount: '-1' }, 'ZBJ money_negative quarantined'],
      // The ceiling price will tell whether it is a slip of unit; what no slip explains is refused alone.
      [{ ZBJ: '53140903', ZBJ_DW: '万元' }, { amount: '531409030000' }],
      [{ ZBJ: '99999999999999', ZBJ_DW: '元' }, { amount: '99999999999999' }, 'ZBJ money_absurd quarantined'],
    ],
  );

  it('mention the winner', () => {
    const { winner } = mapOne(results, { JG_ID: '1', ZBR_MC: '西藏甲公司（原西藏乙公司）' }).values;
    expect(winner).toEqual({ name: '西藏甲公司', formerName: '西藏乙公司', partyRole: 'bidder' });
  });
});
