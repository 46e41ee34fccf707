/** Judgements of stewards, the order of reading, and what a link says of itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPARISONS, LINK_RULES, MATTER_BANDS } from '../../../reconcile/matters/index.ts';
import { explain, find, notice, project, tender, type TestRecord } from './records.ts';

const CODE = '2019-540581-83-01-123456';

describe('judgements', () => {
  const strangers = [
    project('p', { investmentCode: CODE }),
    tender('t', { name: '措那县觉拉乡卫生院改扩建工程', tendererName: '措那县卫生局', selfCode: '540581SG201900001' }),
  ];

  it('same joins what no rule would', async () => {
    const { matters, links } = await find(strangers, [{ left: 'p', right: 't', verdict: 'same' }]);
    expect(matters).toEqual([['p', 't']]);
    expect(links).toMatchObject([{ rule: 'judged', status: 'joined' }]);
  });

  it('same joins what two codes keep apart', async () => {
    const other = tender('t', { investmentCode: CODE.replace('123456', '654321'), selfCode: '540581SG201900001' });
    const judged = [{ left: 't', right: 'p', verdict: 'same' }] as const;
    expect((await find([project('p', { investmentCode: CODE }), other], judged)).matters).toEqual([['p', 't']]);
  });

  it('different keeps apart what a number joins, also through a third record', async () => {
    const records = [
      project('p', { investmentCode: CODE }),
      tender('t', { investmentCode: CODE, selfCode: '540581SG201900001' }),
      notice('n', { projectNumber: '540581SG201900001', body: `<p>项目代码：${CODE}</p>` }),
    ];
    const { matters, links } = await find(records, [{ left: 'p', right: 't', verdict: 'different' }]);
    expect(matters).toHaveLength(1);
    expect(matters[0]).not.toEqual(expect.arrayContaining(['p', 't']));
    expect(links.filter(({ status }) => status === 'must_not_link')).toHaveLength(1);
  });

  it('on records that are gone change nothing', async () => {
    const { matters } = await find(strangers, [{ left: 'p', right: 'gone', verdict: 'same' }]);
    expect(matters).toEqual([]);
  });

  it('that contradict each other: different holds', async () => {
    const judged = [
      { left: 'p', right: 't', verdict: 'same' },
      { left: 't', right: 'n', verdict: 'same' },
      { left: 'n', right: 'p', verdict: 'different' },
    ] as const;
    const { matters, links } = await find(
      [...strangers, notice('n', { projectName: '别的事', title: '别的事' })],
      judged,
    );
    expect(matters).toEqual([['p', 't']]);
    expect(links).toContainEqual(expect.objectContaining({ pair: 'n t', rule: 'judged', status: 'must_not_link' }));
  });
});

describe('the result', () => {
  const world: readonly TestRecord[] = [
    project('p1', { internalNumber: '藏发改〔2016〕021号' }),
    project('p2', { investmentCode: CODE, name: '措那县觉拉乡卫生院改扩建工程' }),
    tender('t1', { selfCode: '540581SG201900001' }),
    tender('t2', { selfCode: '540581SG201900002', investmentCode: CODE, name: '措那县觉拉乡卫生院改扩建工程' }),
    tender('t3', { selfCode: '540581SG201900003', estimate: '999999' }),
    notice('n1', { projectNumber: '540581SG201900001' }),
    notice('n2'),
    notice('n3', { projectNumber: '540581SG201900002' }),
  ];

  it('is the same in any order of reading', async () => {
    const expected = (await find(world)).matters;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...world], { minLength: world.length }), async (shuffled) => {
        expect((await find(shuffled)).matters).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('names a rule of the list for every link, and the band its weight gives', async () => {
    const { links } = await find(world);
    const rules = new Set(LINK_RULES.map(({ id }) => id));
    expect(links.length).toBeGreaterThan(3);
    for (const { rule, weight, band } of links) {
      expect(rules.has(rule)).toBe(true);
      expect(band).toBe(weight >= MATTER_BANDS.merge ? 'merge' : 'review');
    }
  });
});

describe('the explanation of a pair', () => {
  it('has rows that sum to the weight, each with both values', () => {
    const { weight, band, conflict, steps } = explain(
      tender('t', { selfCode: '540581SG201900001', tendererName: '措那县国土资源局' }),
      notice('n', { projectNumber: '540581SG201900001', ownerName: '措那县自然资源局' }),
    );
    expect(steps.map(({ comparison, weight: own }) => [comparison, own])).toEqual([
      ['number', 14],
      ['name', 12],
      ['owner', 2],
      ['division', 1],
      ['trade', 2],
      ['day', 1],
    ]);
    expect(weight).toBe(32);
    expect({ band, conflict }).toEqual({ band: 'merge', conflict: false });
    expect(steps[2]).toMatchObject({
      left: '措那县国土资源局',
      right: '措那县自然资源局',
      level: { zh: '机构改革前后的名称', en: 'names before and after the reform' },
    });
  });

  it('of a reference says nothing else', () => {
    const { steps, weight } = explain(tender('t'), { entity: 'tender_notice', id: 'n', tenderProjectId: 't' });
    expect(steps.map(({ comparison }) => comparison)).toEqual(['reference']);
    expect(weight).toBe(40);
  });

  it('shows a conflict of codes', () => {
    const { conflict, band } = explain(
      project('p', { investmentCode: CODE }),
      tender('t', { investmentCode: CODE.replace('123456', '654321') }),
    );
    expect({ conflict, band }).toEqual({ conflict: true, band: 'review' });
  });
});

describe('the list of comparisons', () => {
  const best = (id: string): number => {
    const levels = Object.values(COMPARISONS.find((comparison) => comparison.id === id)?.levels ?? {});
    return Math.max(0, ...levels.map(({ weight }) => weight));
  };

  it('lets no name join without two facts beside it', () => {
    for (const fact of ['owner', 'division', 'trade', 'amount', 'day']) {
      expect(best('name') + best(fact)).toBeLessThan(MATTER_BANDS.merge);
    }
  });

  it('lets no number join against the name', () => {
    const name = COMPARISONS.find(({ id }) => id === 'name')?.levels['different']?.weight ?? 0;
    const beside = best('owner') + best('division') + best('trade') + best('day');
    expect(best('number') + name + beside).toBeLessThan(MATTER_BANDS.merge);
  });
});
