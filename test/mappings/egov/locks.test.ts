import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { locks, nameChanges } from '../../../mappings/egov/parties.ts';
import { mapOne } from '../../setup/mapping.ts';

const ENTITY = canonicalId('party', 'egov', 'ztk_qyjbxx', '7');

describe('renamings and locks', () => {
  it('name the entity and both names', () => {
    const cells = { BGID: '1', QYID: '7', YMC: '旧 公司', XMC: '新公司', BGSJ: '0000-00-00 00:00:00' };
    const { values, issues } = mapOne(nameChanges, cells);
    expect(values['']).toEqual({ partyId: ENTITY, nameBefore: '旧公司', nameAfter: '新公司' });
    expect(issues).toEqual(['BGSJ date_placeholder repaired']);
  });

  it('carry what a lock says, and no PIN', () => {
    const { values, issues } = mapOne(locks, {
      CAID: '1',
      QYID: '7',
      CA_XLH: '75827C3A',
      CYR: '益西',
      CYR_SJ: '0895-6693564',
      CA_MM: 'e2fd963f',
      YXQ_Q: '2019/7/31',
      YXQ_Z: '长期',
      ZT: '2',
      FFSJ: '2019-07-31 17:18:57',
    });
    expect(values['']).toEqual({
      partyId: ENTITY,
      serialNumber: '75827C3A',
      holderName: '益西',
      holderPhone: '0895-6693564',
      validFrom: '2019-07-31',
      status: '2',
      issuedAt: '2019-07-31 17:18:57',
    });
    expect(issues).toEqual([]);
  });

  it('report a status and days that do not exist', () => {
    const { issues } = mapOne(locks, {
      CAID: '1',
      ZT: 'Z',
      YXQ_Q: '2019-02-30',
      YXQ_Z: '1900-01-01',
      CYR_SJ: '139****1',
    });
    expect(issues).toEqual([
      'CYR_SJ phone_invalid loaded → 139****1',
      'YXQ_Q date_impossible loaded',
      'YXQ_Z date_placeholder repaired',
      'ZT code_unknown loaded',
    ]);
  });
});
