/** What joins and what does not: each case a small world of its own. */
import { describe, expect, it } from 'vitest';
import { find, listing, notice, project, tender } from './records.ts';

const CODE = '2019-540581-83-01-123456';
const OTHER_CODE = '2019-540581-83-01-654321';

describe('references', () => {
  it('carry parts along: plan, section, notice, result, contract', async () => {
    const { matters, roles } = await find([
      project('p', { investmentCode: CODE }),
      { entity: 'tender_plan', id: 'a', projectId: 'p', name: '别的名称' },
      tender('t', { investmentCode: CODE, selfCode: '540581SG201900001' }),
      { entity: 'section', id: 's', tenderProjectId: 't' },
      { entity: 'tender_notice', id: 'n', tenderProjectId: 't' },
      { entity: 'tender_result', id: 'r', sectionId: 's' },
      { entity: 'tender_contract', id: 'c', sectionId: 's' },
    ]);
    expect(matters).toEqual([['a', 'c', 'n', 'p', 'r', 's', 't']]);
    expect(roles).toEqual({
      p: 'investment',
      a: 'approval',
      t: 'tender',
      s: 'section',
      n: 'notice',
      r: 'result',
      c: 'contract',
    });
  });

  it('join the lots of a sheet that repeats their project in every row, and its tender elsewhere', async () => {
    const repeated = { system: 'nyingchi', role: 'project', selfCode: 'JTZB-2018-55036', name: '某县国道改建工程' };
    const { matters } = await find([
      tender('t', { system: 'transport', selfCode: 'JTZB-2018-55036', name: '某县国道改建工程' }),
      tender('p1', repeated),
      tender('p2', repeated),
      { entity: 'section', id: 's1', tenderProjectId: 'p1' },
      { entity: 'section', id: 's2', tenderProjectId: 'p2' },
    ]);
    expect(matters).toEqual([['p1', 'p2', 's1', 's2', 't']]);
  });

  it('to a record that never came leave the part to its number and name', async () => {
    const { matters } = await find([
      tender('t', { selfCode: '540581SG201900001' }),
      { entity: 'complaint', id: 'c', projectId: 'gone', projectNumber: '540581SG201900001', tradeCategory: 'A01' },
    ]);
    expect(matters).toEqual([['c', 't']]);
  });

  it('do not read the project a tender row mentions as a registration of it', async () => {
    const { roles } = await find([tender('t'), project('m', { system: 'construction', role: 'project' })]);
    expect(Object.keys(roles)).toEqual(['t']);
  });
});

describe('numbers', () => {
  it('join a notice to the tender it names, and to the project whose code it names', async () => {
    const { matters } = await find([
      project('p', { investmentCode: CODE }),
      tender('t', { investmentCode: CODE.replaceAll('-', ''), selfCode: '540581SG201900001' }),
      notice('n1', { projectNumber: '540581sg201900001' }),
      notice('n2', { projectNumber: CODE, ownerName: '山南市教育局' }),
    ]);
    expect(matters).toEqual([['n1', 'n2', 'p', 't']]);
  });

  it('are read from the text of a notice whose column is empty', async () => {
    const { matters, links } = await find([
      tender('t', { selfCode: '540581SG201900001', name: '乱?' }),
      notice('n', { body: '<p>项目编号：540581SG201900001</p>' }),
    ]);
    expect(matters).toEqual([['n', 't']]);
    expect(links[0]).toMatchObject({ rule: 'number', status: 'joined' });
  });

  it('typed wrongly do not join another undertaking: the pair waits for a steward', async () => {
    const { matters, links } = await find([
      tender('t', { selfCode: '540581SG201900001', name: '措那县觉拉乡卫生院改扩建工程' }),
      notice('n', { projectNumber: '540581SG201900001' }),
    ]);
    expect(matters).toEqual([]);
    expect(links).toMatchObject([{ pair: 'n t', rule: 'number', band: 'review', status: 'review' }]);
  });

  it('typed wrongly lose against the number in the text and the name', async () => {
    const { matters } = await find([
      tender('t1', { selfCode: '540581SG201900001' }),
      tender('t2', { selfCode: '540581SG201900002', name: '措那县觉拉乡卫生院改扩建工程' }),
      notice('n', { projectNumber: '540581SG201900002', body: '<p>项目编号：540581SG201900001</p>' }),
    ]);
    expect(matters).toEqual([['n', 't1']]);
  });

  it('too short to be unique join only together with the name', async () => {
    const { matters } = await find([
      tender('t1', { selfCode: '0012' }),
      tender('t2', { selfCode: '0012', name: '措那县觉拉乡卫生院改扩建工程', tendererName: '措那县卫生局' }),
      notice('n', { projectNumber: '0012' }),
    ]);
    expect(matters).toEqual([['n', 't1']]);
  });

  it('join the tenders of one investment, whatever is tendered', async () => {
    const { matters } = await find([
      tender('t1', {
        investmentCode: CODE,
        selfCode: '540581SG201900001',
        name: '措那县曲卓木乡小学教学楼建设项目施工',
      }),
      tender('t2', {
        investmentCode: CODE,
        selfCode: '540581JL201900007',
        name: '措那县曲卓木乡小学教学楼建设项目监理',
      }),
    ]);
    expect(matters).toEqual([['t1', 't2']]);
  });

  it('join an announcement of two parcels to each of them, and not the parcels to each other', async () => {
    const parcel = (id: string, code: string) => ({
      entity: 'land_parcel',
      id,
      system: 'landmining',
      code,
      projectName: '措那县曲卓木片区国有建设用地使用权出让',
      divisionCode: '540581',
    });
    const announced = (id: string, parcelCode: string) => ({
      entity: 'announced_parcel',
      id,
      role: 'parcel',
      parcelCode,
    });
    const { matters, roles } = await find([
      parcel('p1', '山土挂2019-011'),
      parcel('p2', '山土挂2019-012'),
      announced('a1', '山土挂2019-011'),
      announced('a2', '山土挂2019-012号'),
    ]);
    expect(matters).toEqual([
      ['a1', 'p1'],
      ['a2', 'p2'],
    ]);
    expect(roles['a1']).toBe('notice');
  });
});

describe('lots', () => {
  it('belong to the mandate whose number theirs continues', async () => {
    const { matters, roles } = await find([
      listing('1', 'ZCJY2019-003'),
      listing('2', 'ZCJY2019-003-2'),
      listing('3', 'ZCJY2019-003-3'),
      listing('4', 'ZCJY2019-004'),
      notice('n', {
        projectNumber: 'ZCJY2019-003',
        projectName: '旧设备转让',
        ownerName: '西藏某某投资有限公司',
        tradeCategory: 'E01',
      }),
    ]);
    expect(matters).toEqual([['1', '2', '3', 'n']]);
    expect(roles).toMatchObject({ 1: 'listing', 2: 'lot', 3: 'lot', 4: 'listing' });
  });

  it('belong together where the first row of the mandate never came', async () => {
    const { matters } = await find([listing('2', 'ZCJY2019-003-2'), listing('3', 'ZCJY2019-003-3')]);
    expect(matters).toEqual([['2', '3']]);
  });

  it('of another seller wait for a steward', async () => {
    const { matters, links } = await find([
      listing('1', 'ZCJY2019-003'),
      listing('2', 'ZCJY2019-003-2', { sellerName: '措那县教育局' }),
    ]);
    expect(matters).toEqual([]);
    expect(links).toMatchObject([{ rule: 'part_number', status: 'review' }]);
  });
});

describe('names', () => {
  it('join with owner, division and trade beside them', async () => {
    const { matters, links } = await find([
      project('p', { internalNumber: '藏发改〔2016〕021号' }),
      tender('t', { selfCode: '540581SG201900001', investmentCode: CODE }),
      notice('n'),
    ]);
    expect(matters).toEqual([['n', 'p', 't']]);
    expect(links.every(({ rule }) => rule === 'name')).toBe(true);
  });

  it('alone join nothing', async () => {
    const bare = { ownerName: null, divisionCode: null, tradeCategory: null, publishedAt: null };
    const { matters, links } = await find([tender('t', { selfCode: '540581SG201900001' }), notice('n', bare)]);
    expect(matters).toEqual([]);
    expect(links).toMatchObject([{ pair: 'n t', status: 'review' }]);
  });

  it.each([
    ['another place', '措那县觉拉乡小学教学楼建设项目'],
    ['another phase', '措那县曲卓木乡小学教学楼建设项目（二期）'],
    ['another year', '措那县曲卓木乡小学2018年办公设备采购项目'],
  ])('of %s join nothing', async (_, name) => {
    const { matters } = await find([
      tender('t', { selfCode: '540581SG201900001' }),
      notice('n', { projectName: name, title: `${name}公告` }),
    ]);
    expect(matters).toEqual([]);
  });

  it('borne by two undertakings of one owner join nothing', async () => {
    const { matters, links } = await find([
      tender('t1', { selfCode: '540581SG201900001', estimate: '1000000' }),
      tender('t2', { selfCode: '540581SG202000009', estimate: '2000000' }),
      notice('n'),
    ]);
    expect(matters).toEqual([]);
    expect(links.map(({ pair, status }) => `${pair} ${status}`)).toEqual(['n t1 review', 'n t2 review']);
  });

  it('do not join sales of one seller that notices give two numbers', async () => {
    const sale = { projectName: '某某公司车辆转让', title: '某某公司车辆转让公告', tradeCategory: 'E01' };
    const { matters } = await find([
      notice('n1', { ...sale, projectNumber: 'ZCJY2019-003' }),
      notice('n2', { ...sale, projectNumber: 'GQJY2019-008' }),
    ]);
    expect(matters).toEqual([]);
  });

  it('with lost characters are found by the amount', async () => {
    const { matters, links } = await find([
      project('p', { internalNumber: '藏发改〔2016〕021号', name: '措那县曲卓木乡小学教学?建设项目' }),
      tender('t', { selfCode: '540581SG201900001' }),
    ]);
    expect(matters).toEqual([['p', 't']]);
    expect(links).toMatchObject([{ rule: 'amount' }]);
  });

  it('never join two investment codes; the pair is a conflict for a steward', async () => {
    const { matters, links } = await find([
      project('p', { investmentCode: CODE }),
      tender('t', { selfCode: '540581SG201900001', investmentCode: OTHER_CODE }),
    ]);
    expect(matters).toEqual([]);
    expect(links).toMatchObject([{ pair: 'p t', status: 'identifier', conflict: true }]);
  });
});
