import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { bidders, ratings } from '../../../mappings/transport/parties.ts';
import { mapOne } from '../../setup/mapping.ts';
import { checkLines } from './check.ts';

const USCC = '91540000MA6KXB3M55';
const ORG = 'MA6KXB3M5';
const REGISTRATION = '440301103448669';

describe('bidders', () => {
  checkLines(
    bidders,
    ['partyRole'],
    [
      [{ TBR_MC: '西藏某路桥有限公司' }, { name: '西藏某路桥有限公司' }],
      [{ TBR_MC: '　西藏 某路桥有限公司  ' }, { name: '西藏某路桥有限公司' }],
      [
        { TBR_MC: '西藏某路桥有限公司（曾用名：拉萨某公司）' },
        { name: '西藏某路桥有限公司', formerName: '拉萨某公司' },
      ],
      [
        { TBR_MC: '西藏某路桥有限公司拉萨分公司' },
        { name: '西藏某路桥有限公司拉萨分公司', parentName: '西藏某路桥有限公司' },
      ],
      [{ TBR_DM: USCC }, { legalCode: USCC, uscc: USCC, organizationCode: ORG }],
      [{ TBR_DM: REGISTRATION }, { legalCode: REGISTRATION, registrationNumber: REGISTRATION }],
      // Fifteen digits are a registration number here, also where they would do as an old ID number.
      [
        { TBR_DM: '130503670401001' },
        { legalCode: '130503670401001' },
        'TBR_DM code_malformed loaded → 130503670401001',
      ],
      [{ TBR_DM: `${ORG.slice(0, 8)}-${ORG.slice(8)}` }, { legalCode: ORG, organizationCode: ORG }],
      [{ TBR_DM: '' }, {}],
      [{ TBR_DM: '无' }, {}, 'TBR_DM id_placeholder repaired'],
      [
        { TBR_DM: USCC.toLowerCase() },
        { legalCode: USCC, uscc: USCC, organizationCode: ORG },
        `TBR_DM code_lowercase repaired → ${USCC}`,
      ],
      [
        { TBR_DM: USCC.replace('91', '９１') },
        { legalCode: USCC, uscc: USCC, organizationCode: ORG },
        `TBR_DM code_fullwidth repaired → ${USCC}`,
      ],
      [
        { TBR_DM: '91540000MA6KXB3M54' },
        { legalCode: '91540000MA6KXB3M54' },
        'TBR_DM uscc_check_digit loaded → 91540000MA6KXB3M54',
      ],
      [
        { FDDBR: '王  伟', LXR: '仁增・普琼' },
        { legalRepresentative: '王伟', contactName: '仁增・普琼' },
      ],
      [{ LXDH: '177-6280-2770' }, { contactPhone: '177-6280-2770' }],
      [{ LXDH: '0891-6835804' }, { contactPhone: '0891-6835804' }],
      [{ LXDH: '139****2770' }, { contactPhone: '139****2770' }, 'LXDH phone_invalid loaded → 139****2770'],
      [{ ZCZJ: '2034.38' }, { registeredCapital: '20343800' }],
      [{ ZCZJ: '1000万' }, { registeredCapital: '10000000' }, 'ZCZJ money_suffix repaired → 10000000'],
      [{ ZCZJ: '1000万元' }, { registeredCapital: '10000000' }, 'ZCZJ money_suffix repaired → 10000000'],
      [{ ZCZJ: '壹仟万元整' }, { registeredCapital: '10000000' }, 'ZCZJ money_capital repaired → 10000000'],
      [{ ZCZJ: '1E+3' }, { registeredCapital: '10000000' }, 'ZCZJ money_sci repaired → 10000000'],
      [{ ZCZJ: '见营业执照' }, {}, 'ZCZJ money_text loaded'],
      [{ ZCZJ: '8888888888' }, { registeredCapital: '88888888880000' }, 'ZCZJ money_absurd quarantined'],
      [{ ZZDJ: '公路工程施工总承包二级' }, { qualificationText: '公路工程施工总承包二级' }],
      [{ DZ: '@SUM(1,2)拉萨市' }, { address: '@SUM(1,2)拉萨市' }, 'DZ formula_text loaded → @SUM(1,2)拉萨市'],
      [{ INSERT_TIME: '2014-04-09 15:35:13' }, { registeredAt: '2014-04-09 15:35:13' }],
    ],
  );

  it('are all bidders, one per registration', () => {
    expect(mapOne(bidders, { TBR_ID: '1' }).values).toEqual({ '': { partyRole: 'bidder' } });
  });

  it('carry no password', () => {
    expect(JSON.stringify(mapOne(bidders, { TBR_ID: '1', PASSWORD: 'e10adc39' }))).not.toContain('e10adc39');
  });

  it.each(['1', 'Y'])('with the flag %s are deleted', (DELETE_FLAG) => {
    expect(mapOne(bidders, { TBR_ID: '1', DELETE_FLAG }).deleted).toBe(true);
  });
});

describe('ratings', () => {
  checkLines(
    ratings,
    ['partyId'],
    [
      [
        { QY_MC: '西藏某公司', PJ_ND: '2019', PJ_DJ: 'AA' },
        { partyName: '西藏某公司', year: '2019', grade: 'AA' },
      ],
      [
        { PJ_ND: '2019年度', PJ_DJ: 'A' },
        { year: '2019', grade: 'A' },
      ],
      [{ PJ_DJ: 'Z8' }, {}, 'PJ_DJ code_unknown loaded'],
      [{ PJ_ND: '去年' }, {}, 'PJ_ND number_unreadable loaded'],
      [{ PJ_DF: '53.8' }, { score: '53.8' }],
      [{ PJ_DF: '优' }, {}, 'PJ_DF number_unreadable loaded'],
      [{ FBRQ: '20200512' }, { publishedOn: '2020-05-12' }],
      [{ FBRQ: '2019-00-12 00:00:00' }, {}, 'FBRQ date_impossible loaded'],
      [{ QY_DM: ORG }, { partyCode: ORG }],
      [{ QY_MC: '西藏某?工程公司' }, { partyName: '西藏某?工程公司' }, 'QY_MC gbk_lost loaded → 西藏某?工程公司'],
    ],
  );

  it('show the enterprise that was rated', () => {
    const { values } = mapOne(ratings, { PJ_ID: '9', QY_MC: '西藏某公司拉萨分公司（原西藏旧公司）', QY_DM: USCC });
    expect(values['']).toMatchObject({
      partyId: canonicalId('party', 'transport', 'jt_xypj', '9', 'rated', 0),
      partyName: '西藏某公司拉萨分公司',
      partyCode: USCC,
    });
    expect(values['rated']).toEqual({
      name: '西藏某公司拉萨分公司',
      formerName: '西藏旧公司',
      parentName: '西藏某公司',
      partyRole: 'credit_subject',
      legalCode: USCC,
      uscc: USCC,
      organizationCode: ORG,
    });
  });
});
