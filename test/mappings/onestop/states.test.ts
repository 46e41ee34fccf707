/** Several states of a record in one delivery, and deletions that carry nothing but the key. */
import { describe, expect, it } from 'vitest';
import { onestop } from '../../../pipelines/systems/onestop.ts';
import { useCentre } from '../../setup/centre.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const centre = useCentre(onestop);
const expert = (cells: Cells = {}): Cells => ({ ZJBH: 'ZJ1', XM: '次仁', ZT: '1', CZBZ: 'I', ...cells });
const experts = () => centre().rows('experts', 'name, status, source_deleted_at is not null as deleted');

describe('the last state of a record', () => {
  it('counts, and what was wrong with those before it does not', async () => {
    await centre().run({ ZJXX: [expert({ ZT: 'Z8' }), expert({ XM: '次仁?珍' }), expert({ ZT: '3', CZBZ: 'U' })] });
    expect(await experts()).toEqual([{ name: '次仁', status: 'removed', deleted: 'f' }]);
    expect(await centre().issues()).toEqual([]);
    expect(await centre().counts('ZJXX')).toMatchObject({ status: 'green', read: '3', inserted: '1' });
  });

  it('counts where it is the same again', async () => {
    await centre().run({
      ZJXX: [expert()],
      ZJZY: Array.from({ length: 2 }, () => ({ ZJBH: 'ZJ1', ZYDM: 'A1', FLBB: '2018' })),
    });
    expect(await centre().rows('expert_specialties', 'code')).toEqual([{ code: 'A1' }]);
    expect(await centre().issues()).toEqual([]);
  });

  it('counts for a specialty and a recusal: the last text is loaded', async () => {
    const specialty = { ZJBH: 'ZJ1', ZYDM: 'A1', FLBB: '2010' };
    await centre().run({
      ZJXX: [expert()],
      ZJZY: [
        { ...specialty, SFZZ: '0' },
        { ...specialty, SFZZ: '1' },
      ],
      ZJHB: [
        { ZJBH: 'ZJ1', XH: '1', HBDW: '某局' },
        { ZJBH: 'ZJ1', XH: '1', HBDW: '某厂' },
      ],
    });
    expect(await centre().rows('expert_specialties', 'is_main')).toEqual([{ is_main: 't' }]);
    expect(await centre().rows('party_mentions', 'name', "role = 'recusal'")).toEqual([{ name: '某厂' }]);
    expect(await centre().issues()).toEqual(['ZJZY ZJ1|A1|2010 ZYDM specialty_2010']);
  });
});

describe('a deletion that carries its key alone', () => {
  const bare: Cells = { ZJBH: 'ZJ1', CZBZ: 'D', GXSJ: '2020-11-30 10:00:00' };

  it('keeps what was delivered before', async () => {
    await centre().run({ ZJXX: [expert()] });
    await centre().run({ ZJXX: [expert(), bare] });
    expect(await experts()).toEqual([{ name: '次仁', status: 'active', deleted: 't' }]);
    expect(await centre().counts('ZJXX')).toMatchObject({ status: 'green', read: '2', deleted: '1' });
  });

  it('of a record never seen is counted and harmless', async () => {
    await centre().run({ ZJXX: [bare] });
    expect(await centre().issues()).toEqual([]);
    expect(await centre().counts('ZJXX')).toMatchObject({ status: 'green', read: '1', deleted: '1' });
  });

  it('is taken back by a later state', async () => {
    await centre().run({ ZJXX: [expert(), bare, expert({ XM: '次仁旺堆' })] });
    expect(await experts()).toEqual([{ name: '次仁旺堆', status: 'active', deleted: 'f' }]);
  });

  it('twice changes nothing', async () => {
    const delivery = { ZJXX: [expert(), bare], ZJZY: [{ ZJBH: 'ZJ1', ZYDM: 'A1', FLBB: '2018' }] };
    await centre().run(delivery);
    expect(await centre().rows('expert_specialties', 'parent_deleted')).toEqual([{ parent_deleted: 't' }]);
    await centre().run(delivery);
    expect(await centre().counts('ZJXX')).toMatchObject({ status: 'green', read: '2', unchanged: '1' });
    expect(await centre().counts('ZJZY')).toEqual({ status: 'green', read: '1', unchanged: '1' });
  });

  it.each([
    ['TZXM', 'XMDM', 'projects'],
    ['ZBFAHZ', 'HZBH', 'tender_plans'],
    ['TSXX', 'TSBH', 'complaints'],
  ])('may stand in %s', async (stream, key, table) => {
    await centre().run({ [stream]: [{ [key]: 'X1', XMMC: '幼儿园', CZBZ: 'I' }] });
    await centre().run({ [stream]: [{ [key]: 'X1', CZBZ: 'D' }] });
    const column = stream === 'TSXX' ? 'project_name' : 'name';
    expect(await centre().rows(table, `${column} as name, source_deleted_at is not null as deleted`)).toEqual([
      { name: '幼儿园', deleted: 't' },
    ]);
  });
});
