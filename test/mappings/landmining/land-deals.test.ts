import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { announcements, deals } from '../../../mappings/landmining/land.ts';
import type { Mapping } from '../../../mappings/mapping.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const GUID = '79a4f380-076b-45fa-ac86-024276dae694';

type Values = Readonly<Record<string, string>>;

function check(mapping: Mapping, cells: Cells, expected: Values, issues: string[] = []): void {
  it(`${mapping.stream.name} ${Object.values(cells).join(' ')} ${issues.join(', ')}`, () => {
    const mapped = mapOne(mapping, { [mapping.stream.key[0] ?? '']: GUID, ...cells });
    const { guid: _guid, ...values } = mapped.values[''] ?? {};
    expect(values).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
  });
}

describe('announcements', () => {
  const numbersOf = (dkbh_list: string): unknown[] => {
    const { values } = mapOne(announcements, { gg_id: GUID, dkbh_list });
    return Object.entries(values).flatMap(([role, { parcelCode }]) => (role.startsWith('parcel') ? [parcelCode] : []));
  };

  check(
    announcements,
    { ggbh: '拉土挂2019-1号', ggbt: '出让公告', crfs: '133', ggsj: '2019-11-03 08:57:01', jzsj: '2019-11-26 17:00:00' },
    {
      number: '拉土挂2019-1号',
      title: '出让公告',
      method: '133',
      publishedAt: '2019-11-03 08:57:01',
      closesAt: '2019-11-26 17:00:00',
    },
  );
  check(announcements, { crfs: '139' }, {}, ['crfs code_unknown loaded']);
  check(announcements, { lxdh: '1391234567' }, { contactPhone: '1391234567' }, [
    'lxdh phone_invalid loaded → 1391234567',
  ]);
  check(announcements, { ggnr: '<p>挂牌</p><script>x()</script>' }, { body: '<p>挂牌</p>' }, [
    'ggnr html_script loaded → <p>挂牌</p>',
  ]);

  it.each([
    ['拉土挂2019-1', ['拉土挂2019-1']],
    ['拉土挂2019-1、拉土挂2019-2', ['拉土挂2019-1', '拉土挂2019-2']],
    ['拉土挂2019-1, 拉土挂2019-2,拉土挂2019-3', ['拉土挂2019-1', '拉土挂2019-2', '拉土挂2019-3']],
    ['拉土挂2019-1，拉土挂2019-2；拉土挂2019-3', ['拉土挂2019-1', '拉土挂2019-2', '拉土挂2019-3']],
    ['拉土挂2019-1、、拉土挂2019-2、', ['拉土挂2019-1', '拉土挂2019-2']],
    ['&nbsp;拉土挂2019-1&nbsp;', ['拉土挂2019-1']],
    ['', []],
  ])('%s offers each parcel of its list', (list, numbers) => {
    expect(numbersOf(list)).toEqual(numbers);
  });

  it('say which unit offers the parcels, and are referred to by every parcel', () => {
    const unit = { lxdw: '当雄县自然资源局（原当雄县国土资源局）', lxr: '巴桑', lxdh: '0895-6814701' };
    const { values, issues } = mapOne(announcements, { gg_id: GUID, dkbh_list: '甲1、甲2', ...unit });
    const announcementId = canonicalId('land_announcement', 'landmining', 'td_crgg', GUID);
    expect(issues).toEqual([]);
    expect(values).toEqual({
      '': { guid: GUID, contactUnit: '当雄县自然资源局', contactName: '巴桑', contactPhone: '0895-6814701' },
      parcel: { announcementId, parcelCode: '甲1' },
      'parcel#1': { announcementId, parcelCode: '甲2' },
      contact: {
        name: '当雄县自然资源局',
        formerName: '当雄县国土资源局',
        partyRole: 'contact_unit',
        contactPhone: '0895-6814701',
      },
    });
  });
});

describe('deals', () => {
  check(
    deals,
    {
      jmh: '131',
      cjj: '3849.3585',
      cjj_dw: '万元',
      cjrq: '2019-12-02',
      cjmj: '7.7857',
      cjmj_dw: '公顷',
      bz: '分期\n付款',
    },
    { bidNumber: '131', price: '38493585', dealtOn: '2019-12-02', area: '77857', notes: '分期\n付款' },
  );
  check(deals, { cjj: '21186917.0000', cjj_dw: '元' }, { price: '21186917' });
  // Whether 元 was meant is told by the parcel; what ten thousand times the limit does not explain is absurd.
  check(deals, { cjj: '21186917.0000', cjj_dw: '万元' }, { price: '211869170000' });
  check(deals, { cjj: '99999999999999', cjj_dw: '元' }, { price: '99999999999999' }, ['cjj money_absurd quarantined']);
  check(deals, { cjmj: '100', cjmj_dw: '平方尺' }, {}, ['cjmj_dw code_unknown loaded']);
  check(deals, { cjrq: '1900-01-01' }, {}, ['cjrq date_placeholder repaired']);

  it('name the parcel and the buyer, who may be no bidder of the register', () => {
    const named = { srr_mc: '西藏甲公司（曾用名：西藏乙公司）' };
    const registered = canonicalId('party', 'landmining', 'td_jmr', '3');
    const { values } = mapOne(deals, { cj_id: '1', dk_id: '5', jmr_id: '3', ...named });
    expect(values).toEqual({
      '': {
        parcelId: canonicalId('land_parcel', 'landmining', 'td_dk', '5'),
        buyerName: '西藏甲公司',
        buyerId: registered,
      },
      buyer: { name: '西藏甲公司', formerName: '西藏乙公司', partyRole: 'transferee', partyId: registered },
    });
    expect(mapOne(deals, { cj_id: '1', ...named }).values['buyer']).not.toHaveProperty('partyId');
    expect(Object.keys(mapOne(deals, { cj_id: '1' }).values)).toEqual(['']);
  });
});
