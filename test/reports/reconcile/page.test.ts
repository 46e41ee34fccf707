import { describe, expect, it } from 'vitest';
import { gatherBins } from '../../../reports/reconcile/bins.ts';
import { gatherSizes } from '../../../reports/reconcile/charts/sizes.ts';
import { both, html, raw } from '../../../reports/page/html.ts';
import { renderReconcileReport } from '../../../reports/reconcile/page.ts';
import { conflictWording } from '../../../reports/reconcile/wording.ts';
import { CONFLICT_RULES } from '../../../schemas/identity.ts';
import { SAMPLE, sampleKind } from './sample.ts';

const page = renderReconcileReport(SAMPLE);

describe('HTML as text', () => {
  it('escapes what is put into it, and nothing twice', () => {
    const name = `<img src=x onerror="a('b')"> & co`;
    expect(html`<b title="${name}">${html`${name}`}</b>`.html).toBe(
      '<b title="&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt; &amp; co">&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt; &amp; co</b>',
    );
  });

  it('joins lists, leaves out nothing and shows zero', () => {
    expect(html`${[1, null, '二', raw('<i>')]}|${0}|${null}`.html).toBe('1二<i>|0|');
  });

  it('holds both languages', () => {
    expect(both({ zh: '人<', en: 'people' }).html).toBe(
      '<span lang="zh-CN">人&lt;</span><span lang="en">people</span>',
    );
  });
});

describe('weights in bars', () => {
  it('leave no gap and keep the sum', () => {
    const bins = gatherBins([
      { weight: -1, status: 'review', pairs: 4 },
      { weight: 2, status: 'joined', pairs: 5 },
      { weight: 2, status: 'identifier', pairs: 1 },
      { weight: 2, status: 'must_not_link', pairs: 2 },
      { weight: 0, status: 'something_new', pairs: 1 },
    ]);
    expect(bins.map(({ from, joined, waiting, keptApart }) => [from, joined, waiting, keptApart])).toEqual([
      [-1, 0, 4, 0],
      [0, 0, 1, 0],
      [1, 0, 0, 0],
      [2, 5, 0, 3],
    ]);
  });

  it('grow wider where there would be too many', () => {
    const bins = gatherBins([-7, 0, 151].map((weight) => ({ weight, status: 'joined', pairs: 1 })));
    expect(bins.length).toBeLessThanOrEqual(41);
    expect(bins[0]).toMatchObject({ from: -10, width: 5 });
    expect(bins.reduce((sum, { joined }) => sum + joined, 0)).toBe(3);
  });

  it('are none where nothing was kept', () => {
    expect(gatherBins([])).toEqual([]);
  });
});

it('gathers large sizes in steps and stops behind the last', () => {
  const steps = gatherSizes([
    { records: 1, entities: 9 },
    { records: 3, entities: 2 },
    { records: 17, entities: 1 },
  ]);
  expect(steps.map(({ label, entities }) => `${label}: ${entities}`)).toEqual([
    '1: 9',
    '2: 0',
    '3: 2',
    '4: 0',
    '5: 0',
    '6: 0',
    '7: 0',
    '8: 0',
    '9: 0',
    '10–14: 0',
    '15–19: 1',
  ]);
});

describe('the page', () => {
  it('is the same for the same report', () => {
    expect(renderReconcileReport(SAMPLE)).toBe(page);
  });

  it('names nothing outside itself', () => {
    const outside = page.match(/(?:src|href)=["'](?!#|data:)[^"']*|url\([^)]*\)|@import|\/\/[\w.-]+\.\w+/g) ?? [];
    expect(outside.filter((address) => !address.includes('www.w3.org'))).toEqual([]);
  });

  it('shows hostile names as text', () => {
    expect(page).toContain('&lt;b onclick=&quot;x()&quot;&gt;空壳&lt;/b&gt;');
    expect(page).not.toContain('onclick="x()"');
  });

  it('draws every chart for wide and narrow pages in both languages', () => {
    const drawn = [...page.matchAll(/class="chart (wide|narrow)" lang="(zh-CN|en)"/g)].map(([, ...of]) => of.join(' '));
    expect(new Set(drawn).size).toBe(4);
    // Overlap and sizes of three kinds, weights of two.
    expect(drawn).toHaveLength(4 * 8);
    expect(page).not.toContain('zr0-cls');
    expect(page).not.toContain('ecmeta');
  });

  it('says what a bar holds', () => {
    expect(page).toContain('data-tip="权重 18 – 19 · 归并 ');
    expect(page).toContain('data-tip="One-stop approval ∩ Government procurement · 820"');
  });

  it('stays small', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(600_000);
  });

  it.each([
    [true, '个人信息已遮盖'],
    [false, '个人信息未遮盖'],
  ])('says whether personal data are masked: %s', (masked, text) => {
    expect(renderReconcileReport({ ...SAMPLE, masked })).toContain(text);
  });

  it('of a kind in which nothing was found stands all the same', () => {
    const nothing = sampleKind('expert', {
      histogram: [],
      systems: [],
      overlap: [],
      sizes: [],
      largest: [],
      conflicts: [],
      unlinkable: { total: 0, bySystem: [], examples: [] },
    });
    const bare = renderReconcileReport({ ...SAMPLE, kinds: [nothing] });
    expect(bare).toContain('没有未决冲突');
    expect(bare).not.toContain('class="chart');
  });

  it('calls a system without a name by its id', () => {
    expect(renderReconcileReport({ ...SAMPLE, systems: {} })).toContain('>landmining<');
  });

  it('has words for conflicts it knows, and shows those it does not know', () => {
    expect(conflictWording('many_numbers').zh).toBe('同一实体有多个证件号码');
    for (const rule of CONFLICT_RULES) expect(conflictWording(rule).zh).not.toBe(rule);
    expect(conflictWording('brand_new')).toEqual({ zh: 'brand_new', en: 'brand_new' });
  });
});
