import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { miningAnnouncements, miningResults, rights } from '../../../mappings/landmining/mining.ts';
import type { Mapping } from '../../../mappings/mapping.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const RIGHT = canonicalId('mining_right', 'landmining', 'kq_kyq', '5');

type Values = Readonly<Record<string, string>>;

function check(mapping: Mapping, cells: Cells, expected: Values, issues: string[] = []): void {
  it(`${mapping.stream.name} ${Object.values(cells).join(' ')} ${issues.join(', ')}`, () => {
    const key = { [mapping.stream.key[0] ?? '']: '7' };
    const mapped = mapOne(mapping, { ...key, ...cells });
    expect(mapped.values['']).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
  });
}

describe('mining rights', () => {
  check(
    rights,
    { kqlx: 'T', xmmc: '某县某金矿', kz_dm: '32001', kz_mc: '金矿' },
    {
      rightType: 'T',
      name: '某县某金矿',
      mineralCode: '32001',
      mineralName: '金矿',
    },
  );
  check(rights, { kqlx: 'C', xkzh: 'C5420160754998300' }, { rightType: 'C', licenceNumber: 'C5420160754998300' });
  check(rights, { kqlx: 'X' }, {}, ['kqlx code_unknown loaded']);
  // Not registered yet.
  check(rights, { xkzh: '' }, {});
  check(rights, { mj: '23.5605' }, { area: '23560500' });
  const corners = '东经88°55′13″～89°53′00″，北纬29°31′50″～30°40′41″';
  check(rights, { zb: corners }, { coordinates: corners });
  const lost = '东经88?55?13?～89?53?00?';
  check(rights, { zb: lost }, { coordinates: lost }, [`zb gbk_lost loaded → ${lost}`]);
  check(rights, { yxq_q: '2016-07-26', yxq_z: '9999-12-31' }, { validFrom: '2016-07-26' }, [
    'yxq_z date_placeholder repaired',
  ]);
  check(rights, { xzqdm: '540226', dlwz: '昂仁县南部' }, { divisionCode: '540226', location: '昂仁县南部' });

  it('have a position that the national field cannot hold', () => {
    const dlwz = '北'.repeat(257);
    expect(mapOne(rights, { kq_id: '1', dlwz }).issues).toEqual([`dlwz overlong loaded → ${dlwz}`]);
  });
});

describe('announcements of mining rights', () => {
  check(
    miningAnnouncements,
    { kq_id: '5', ggbt: '某矿出让公告', crfs: '131', crnx: '5', qsj: '4329.6079', ggsj: '2016-06-07 16:48:34' },
    {
      rightId: RIGHT,
      title: '某矿出让公告',
      method: '131',
      grantTerm: '5',
      startingPrice: '43296079',
      publishedAt: '2016-06-07 16:48:34',
    },
  );
  check(miningAnnouncements, { qsj: '-1.5' }, { startingPrice: '-15000' }, ['qsj money_negative quarantined']);
  check(miningAnnouncements, { qsj: '300000.0001' }, { startingPrice: '3000000001' }, ['qsj money_absurd quarantined']);
  check(miningAnnouncements, { crfs: '挂牌' }, { method: '133' });
  check(miningAnnouncements, { ggnr: '<p onclick="x()">看</p>' }, { body: '<p>看</p>' }, [
    'ggnr html_script loaded → <p>看</p>',
  ]);
});

describe('results', () => {
  check(
    miningResults,
    { cjj: '3758.1495', cjsj: '2016-07-08 15:00:00', jnfs: '分期', updated_at: '2016-07-08 14:09:29' },
    {
      price: '37581495',
      dealtAt: '2016-07-08 15:00:00',
      paymentForm: '分期',
      modifiedAt: '2016-07-08 14:09:29',
    },
  );
  // The announcement of the same right tells that 元 was meant.
  check(miningResults, { cjj: '37581495' }, { price: '375814950000' });

  it('name the right and the winner', () => {
    const winnerId = canonicalId('party', 'landmining', 'td_jmr', '3');
    const { values } = mapOne(miningResults, { jg_id: '1', kq_id: '5', jmr_id: '3', jdr_mc: '达瓦　曲准' });
    expect(values).toEqual({
      '': { rightId: RIGHT, winnerName: '达瓦曲准', winnerId },
      winner: { name: '达瓦曲准', partyRole: 'transferee', partyId: winnerId },
    });
  });

  it('are deleted by their flag', () => {
    expect(mapOne(miningResults, { jg_id: '1', del_flag: 't' }).deleted).toBe(true);
  });
});
