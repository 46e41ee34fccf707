/** References by a code instead of the key, and records whose kind their parent decides. */
import { beforeEach, describe, expect, it } from 'vitest';
import { readAmountBalances } from '../../../database/read/balances.ts';
import { qamdo } from '../../../pipelines/systems/qamdo.ts';
import { useCentre, type Centre } from '../../setup/centre.ts';
import type { Cells } from '../../setup/memory-connector.ts';

let centre: Centre;
const openCentre = useCentre(qamdo);

beforeEach(() => {
  centre = openCentre();
});

const TENDER = 'E540300000110930401A';
const PURCHASE = 'E540300000110930401D';
const project = (key: string, code: string, type: string, more: Cells = {}): Cells => {
  return { DATA_KEY: key, DATA_TYPE: '1', TENDER_PROJECT_CODE: code, TENDER_PROJECT_TYPE: type, ...more };
};
const lot = (key: string, code: string, more: Cells = {}): Cells => {
  const price = { CONTRACT_RECKON_PRICE: '100', PRICE_UNIT: '1' };
  return {
    DATA_KEY: key,
    DATA_TYPE: '1',
    TENDER_PROJECT_CODE: code,
    BID_SECTION_CODE: `${code}001`,
    ...price,
    ...more,
  };
};
const PROJECTS = [project('p1', TENDER, 'A01'), project('p2', PURCHASE, 'D01')];
const parentsOf = (table: string, field: string, parent: string) =>
  centre.database.query(
    `select s.source_key as lot, p.source_key as project from canonical.${table} s
     left join canonical.${parent} p on p.id = s.${field} order by 1`,
  );

describe('a reference by a code', () => {
  it('finds the record that holds it', async () => {
    await centre.run({ TENDER_PROJECT: PROJECTS, SECTION: [lot('s1', TENDER)] });
    expect(await parentsOf('sections', 'tender_project_id', 'tender_projects')).toEqual([{ lot: 's1', project: 'p1' }]);
    expect(await centre.issues()).toEqual([]);
  });

  it('is an orphan where the code was never delivered, and loads once it is', async () => {
    await centre.run({ TENDER_PROJECT: [], SECTION: [lot('s1', TENDER)] });
    expect(await centre.issues()).toEqual(['SECTION s1 TENDER_PROJECT_CODE orphan']);
    await centre.run({ TENDER_PROJECT: PROJECTS, SECTION: [lot('s1', TENDER)] });
    expect(await centre.issues()).toEqual([]);
  });

  it('points to a project that waits in quarantine, and says so', async () => {
    await centre.run({
      TENDER_PROJECT: [project('p1', TENDER, 'A01'), project('p1', TENDER, 'A02')].map((cells, index) => {
        return { ...cells, DATA_KEY: index === 0 ? 'p1' : '' };
      }),
      SECTION: [lot('s1', TENDER)],
    });
    expect(await parentsOf('sections', 'tender_project_id', 'tender_projects')).toEqual([{ lot: 's1', project: 'p1' }]);
  });

  it('prefers a record that is live to one that was deleted', async () => {
    await centre.run({
      TENDER_PROJECT: [project('p1', TENDER, 'A01', { DATA_TYPE: '3' }), project('p3', TENDER, 'A01')],
    });
    await centre.run({ SECTION: [lot('s1', TENDER)] });
    expect(await parentsOf('sections', 'tender_project_id', 'tender_projects')).toEqual([{ lot: 's1', project: 'p3' }]);
  });

  it('goes with its parent', async () => {
    await centre.run({ TENDER_PROJECT: PROJECTS });
    await centre.run({ TENDER_PROJECT: [{ DATA_KEY: 'p1', DATA_TYPE: '3' }] }, { complete: false });
    await centre.run({ SECTION: [lot('s1', TENDER)] });
    expect(await centre.rows('sections', 'parent_deleted')).toEqual([{ parent_deleted: 't' }]);
  });
});

describe('a record whose kind its parent decides', () => {
  it('is a section of a tender and a package of a purchase', async () => {
    await centre.run({ TENDER_PROJECT: PROJECTS, SECTION: [lot('s1', TENDER), lot('s2', PURCHASE)] });
    expect(await parentsOf('sections', 'tender_project_id', 'tender_projects')).toEqual([{ lot: 's1', project: 'p1' }]);
    expect(await parentsOf('purchase_packages', 'project_id', 'purchase_projects')).toEqual([
      { lot: 's2', project: 'p2' },
    ]);
  });

  it('counts its money once', async () => {
    await centre.run({ TENDER_PROJECT: PROJECTS, SECTION: [lot('s1', TENDER), lot('s2', PURCHASE)] });
    const amounts = await readAmountBalances(centre.database, { systems: ['qamdo'] });
    const lots = amounts.filter(({ stream }) => stream === 'SECTION');
    expect(
      lots.map(({ entity, source, target, balances }) => [entity, Number(source), Number(target), balances]),
    ).toEqual([
      ['purchase_package', 1_000_000, 1_000_000, true],
      ['section', 1_000_000, 1_000_000, true],
    ]);
  });

  it('becomes the other kind where its project does, once it is delivered again', async () => {
    await centre.run({ TENDER_PROJECT: PROJECTS, SECTION: [lot('s1', TENDER)] });
    await centre.run(
      { TENDER_PROJECT: [project('p1', TENDER, 'D02')], SECTION: [lot('s1', TENDER)] },
      { complete: false },
    );
    expect(await centre.rows('sections', 'source_key')).toEqual([]);
    expect(await centre.rows('purchase_packages', 'source_key')).toEqual([{ source_key: 's1' }]);
  });

  it('keeps what it was where a deletion carries the key alone', async () => {
    await centre.run({ TENDER_PROJECT: PROJECTS, SECTION: [lot('s2', PURCHASE)] });
    await centre.run({ SECTION: [{ DATA_KEY: 's2', DATA_TYPE: '3' }] }, { complete: false });
    expect(await centre.rows('purchase_packages', 'budget, source_deleted_at is not null as deleted')).toEqual([
      { budget: '1000000.000000', deleted: 't' },
    ]);
    expect(await centre.rows('sections', 'source_key')).toEqual([]);
  });
});
