import { describe, expect, it } from 'vitest';
import { onestop } from '../../../pipelines/systems/onestop.ts';
import { useCentre } from '../../setup/centre.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const centre = useCentre(onestop);

const OLD = '藏发改〔2015〕021号';
const expert = (cells: Cells = {}): Cells => ({ ZJBH: 'ZJ1', XM: '次仁', CZBZ: 'I', ...cells });
const specialty = (cells: Cells = {}): Cells => ({ ZJBH: 'ZJ1', ZYDM: 'A010108', FLBB: '2018', SFZZ: '1', ...cells });
const plan = (cells: Cells = {}): Cells => ({ HZBH: 'HZ1', XMDM: OLD, CZBZ: 'I', ...cells });

describe('what belongs to a project', () => {
  it('finds it under an internal number, also behind spaces', async () => {
    await centre().run({
      TZXM: [{ XMDM: OLD }],
      ZBFAHZ: [plan({ XMDM: `${OLD}　` })],
      TSXX: [{ TSBH: 'T1', XMDM: OLD }],
    });
    const [project] = await centre().rows('projects', 'id');
    expect(await centre().rows('tender_plans', 'project_id')).toEqual([{ project_id: project?.['id'] }]);
    expect(await centre().rows('complaints', 'project_id')).toEqual([{ project_id: project?.['id'] }]);
    expect(await centre().issues()).toEqual([]);
  });

  it('waits where the project was never delivered', async () => {
    await centre().run({
      TZXM: [{ XMDM: OLD }],
      ZBFAHZ: [plan({ XMDM: '2019-1' })],
      TSXX: [{ TSBH: 'T1', XMDM: 'x' }],
    });
    expect(await centre().issues()).toEqual(['TSXX T1 XMDM orphan', 'ZBFAHZ HZ1 XMDM orphan']);
    expect(await centre().quarantine()).toEqual(['TSXX T1 open', 'ZBFAHZ HZ1 open']);
  });

  it('without a number belongs to none: that is no fault', async () => {
    await centre().run({ TZXM: [], ZBFAHZ: [plan({ XMDM: null })] });
    expect(await centre().rows('tender_plans', 'project_id')).toEqual([{ project_id: null }]);
    expect(await centre().issues()).toEqual([]);
  });
});

describe('an estimate beside the investment, both in 万元', () => {
  const issues = async (ZTZ: string, ...estimates: string[]): Promise<string[]> => {
    const plans = estimates.map((GSJE, place) => plan({ HZBH: `HZ${place + 1}`, GSJE }));
    await centre().run({ TZXM: [{ XMDM: OLD, ZTZ }], ZBFAHZ: plans });
    return centre().issues();
  };

  it.each([
    // A small part of a project, a plan above what was approved: both are ordinary.
    ['6401.13', ['64.01'], []],
    ['6401.13', ['9602'], []],
    ['6401.13', ['60000000'], ['ZBFAHZ HZ1 GSJE money_unit_mismatch']],
    ['6401.13', ['0.59'], ['ZBFAHZ HZ1 GSJE money_unit_mismatch']],
    // All plans contradict the project: it is the odd one out.
    ['0.64', ['6000', '5900'], [`TZXM ${OLD} ZTZ money_unit_mismatch`]],
    // No slip explains it.
    ['6401.13', ['500000'], ['ZBFAHZ HZ1 GSJE money_absurd']],
  ])('%s and %o', async (investment, estimates, expected) => {
    expect(await issues(investment, ...estimates)).toEqual(expected);
  });
});

describe('specialties and recusals', () => {
  it('wait where the expert was never delivered', async () => {
    await centre().run({ ZJXX: [expert()], ZJZY: [specialty({ ZJBH: 'ZJ9' })], ZJHB: [{ ZJBH: 'ZJ9', XH: '1' }] });
    expect(await centre().issues()).toEqual(['ZJHB ZJ9|1 ZJBH orphan', 'ZJZY ZJ9|A010108|2018 ZJBH orphan']);
  });

  it('stay beside an expert whose record cannot be trusted, and say so', async () => {
    const marks = (stream: string) =>
      stream === 'ZJXX' ? { problems: [{ rule: 'invalid_bytes', column: 'XM', severity: 'blocking' as const }] } : {};
    await centre().run({ ZJXX: [expert()], ZJZY: [specialty()] }, { delivery: { marks } });
    expect(await centre().rows('expert_specialties', 'code')).toEqual([{ code: 'A010108' }]);
    expect(await centre().issues()).toEqual([
      'ZJXX ZJ1 XM invalid_bytes',
      'ZJZY ZJ1|A010108|2018 ZJBH parent_not_live',
    ]);
  });

  it('are deleted with the expert, and keep their rows', async () => {
    await centre().run({
      ZJXX: [expert({ CZBZ: 'D' })],
      ZJZY: [specialty()],
      ZJHB: [{ ZJBH: 'ZJ1', XH: '1', HBDW: '某局' }],
    });
    const [deleted] = await centre().rows('experts', 'name, source_deleted_at is not null as deleted');
    expect(deleted).toEqual({ name: '次仁', deleted: 't' });
    expect(await centre().rows('expert_specialties', 'parent_deleted, source_deleted_at')).toEqual([
      { parent_deleted: 't', source_deleted_at: null },
    ]);
    expect(await centre().rows('expert_recusals', 'parent_deleted')).toEqual([{ parent_deleted: 't' }]);
  });

  it('of one code in two editions are two', async () => {
    await centre().run({ ZJXX: [expert()], ZJZY: [specialty(), specialty({ FLBB: '2010' })] });
    expect(await centre().rows('expert_specialties', 'classification')).toEqual([
      { classification: '2010' },
      { classification: '2018' },
    ]);
    expect(await centre().issues()).toEqual(['ZJZY ZJ1|A010108|2010 ZYDM specialty_2010']);
  });
});

describe('a second delivery', () => {
  const delivery = {
    TZXM: [{ XMDM: OLD, ZTZ: '12' }],
    ZBFAHZ: [plan({ GSJE: '9' })],
    ZJXX: [expert()],
    ZJZY: [specialty()],
  };

  it('of the same changes nothing', async () => {
    await centre().run(delivery);
    await centre().run(delivery);
    for (const stream of Object.keys(delivery)) {
      expect(await centre().counts(stream)).toEqual({ status: 'green', read: '1', unchanged: '1' });
    }
  });

  it('without a record deletes nothing: only CZBZ deletes', async () => {
    await centre().run(delivery);
    await centre().run({ ...delivery, ZJXX: [], ZJZY: [] });
    expect(await centre().rows('experts', 'source_deleted_at')).toEqual([{ source_deleted_at: null }]);
    expect(await centre().rows('expert_specialties', 'source_deleted_at')).toEqual([{ source_deleted_at: null }]);
  });
});
