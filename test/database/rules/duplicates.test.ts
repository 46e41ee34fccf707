import { beforeEach, describe, expect, it } from 'vitest';
import { useCentre, type Centre } from '../../setup/centre.ts';
import type { Cells } from '../../setup/memory-connector.ts';

let centre: Centre;
const openCentre = useCentre();

beforeEach(() => {
  centre = openCentre();
});

const project = (XMMC: string, more: Cells = {}): Cells => ({ XMID: '1', XMBH: 'P1', XMMC, ...more });

interface Case {
  readonly title: string;
  readonly rows: readonly Cells[];
  readonly issues: readonly string[];
  readonly counts: Readonly<Record<string, string>>;
  /** Name of the project that is loaded. */
  readonly loaded: readonly string[];
}

const CASES: readonly Case[] = [
  {
    title: 'with the same content is counted once',
    rows: [project('甲'), project('甲'), project('甲')],
    issues: ['CG_XM 1 duplicate_key_exact', 'CG_XM 1 duplicate_key_exact'],
    counts: { read: '3', inserted: '1', skipped: '2' },
    loaded: ['甲'],
  },
  {
    title: 'with other content waits, the first counts',
    rows: [project('甲'), project('乙')],
    issues: ['CG_XM 1 duplicate_key_conflict'],
    counts: { read: '2', inserted: '1', quarantined: '1' },
    loaded: ['甲'],
  },
  {
    title: 'is good where the first one is quarantined on its own account',
    rows: [project('甲', { YSJE: '-1' }), project('乙')],
    issues: ['CG_XM 1 YSJE money_negative'],
    counts: { read: '2', inserted: '1', quarantined: '1' },
    loaded: ['乙'],
  },
  {
    title: 'that is quarantined on its own account is no conflict',
    rows: [project('甲'), project('乙', { YSJE: '-1' })],
    issues: ['CG_XM 1 YSJE money_negative'],
    counts: { read: '2', inserted: '1', quarantined: '1' },
    loaded: ['甲'],
  },
  {
    title: 'repeats the conflict as well',
    rows: [project('甲'), project('乙'), project('甲'), project('乙')],
    issues: ['CG_XM 1 duplicate_key_conflict', 'CG_XM 1 duplicate_key_exact', 'CG_XM 1 duplicate_key_exact'],
    counts: { read: '4', inserted: '1', skipped: '2', quarantined: '1' },
    loaded: ['甲'],
  },
];

describe('the same key twice in one delivery', () => {
  it.each(CASES)('$title', async ({ rows, issues, counts, loaded }) => {
    for (const chunkSize of [1000, 1]) {
      const { status } = await centre.run({ CG_XM: rows }, { chunkSize });
      expect(status).toBe('green');
      expect(await centre.issues()).toEqual(issues);
      expect(await centre.rows('purchase_projects', 'name')).toEqual(loaded.map((name) => ({ name })));
      const { inserted, ...rest } = counts;
      // The second time what was inserted is unchanged.
      const outcome = chunkSize === 1000 ? counts : { ...rest, unchanged: inserted };
      expect(await centre.counts('CG_XM')).toEqual({ status: 'green', ...outcome });
    }
  });

  it('is not seen across deliveries: the newer version counts', async () => {
    await centre.run({ CG_XM: [project('甲')] });
    await centre.run({ CG_XM: [project('乙')] });
    expect(await centre.issues()).toEqual([]);
    expect(await centre.rows('purchase_projects', 'name')).toEqual([{ name: '乙' }]);
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '1', updated: '1' });
  });

  it('does not mark the record that is live as stale', async () => {
    const rows = { CG_XM: [project('甲'), project('乙')] };
    await centre.run(rows);
    await centre.run(rows);
    expect(await centre.rows('purchase_projects', 'name, stale')).toEqual([{ name: '甲', stale: 'f' }]);
  });

  it('is closed when one of the two is gone', async () => {
    await centre.run({ CG_XM: [project('甲'), project('乙')] });
    await centre.run({ CG_XM: [project('甲')] });
    expect(await centre.issues()).toEqual([]);
    expect(await centre.quarantine()).toEqual(['CG_XM 1 closed loaded']);
  });
});
