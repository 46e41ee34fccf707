/** What is below a deleted record, in runs that hold changes alone. */
import { beforeEach, expect, it } from 'vitest';
import { qamdo } from '../../../pipelines/systems/qamdo.ts';
import { useCentre, type Centre } from '../../setup/centre.ts';
import type { Cells } from '../../setup/memory-connector.ts';

let centre: Centre;
const openCentre = useCentre(qamdo);

const CODE = 'E5403000001109304001';
const project = (DATA_TYPE: string, more: Cells = {}): Cells => ({ DATA_KEY: 'p1', DATA_TYPE, ...more });
const PROJECT = project('1', { TENDER_PROJECT_CODE: CODE, TENDER_PROJECT_TYPE: 'A01' });
const LOT = { DATA_KEY: 's1', DATA_TYPE: '1', TENDER_PROJECT_CODE: CODE, BID_SECTION_CODE: `${CODE}001` };
const RESULT = { DATA_KEY: 'r1', DATA_TYPE: '1', BID_SECTION_CODE: `${CODE}001`, WIN_BIDDER_NAME: '某公司' };
const ALL = { TENDER_PROJECT: [PROJECT], SECTION: [LOT], WIN_RESULT_ANNO: [RESULT] };
const changes = (...rows: readonly Cells[]) =>
  centre.run({ TENDER_PROJECT: rows }, { complete: false, handedOver: true, day: '2020-12-01' });

async function marks(): Promise<string[]> {
  const tables = ['sections', 'tender_results', 'party_mentions'];
  const rows = await Promise.all(
    tables.map((table) => centre.rows(table, `'${table}' as name, parent_deleted as gone`, `source_key <> 'p1'`)),
  );
  return rows.flat().map(({ name, gone }) => `${name} ${gone}`);
}

beforeEach(async () => {
  centre = openCentre();
  await centre.run(ALL);
});

it('is marked with it, down to the last', async () => {
  await changes(project('3'));
  expect(await marks()).toEqual(['sections t', 'tender_results t', 'party_mentions t']);
});

it('comes back with it', async () => {
  await changes(project('3'));
  await changes(PROJECT);
  expect(await marks()).toEqual(['sections f', 'tender_results f', 'party_mentions f']);
});

it('is what a complete delivery would have made of it, and is written once', async () => {
  await changes(project('3'));
  const hashes = () => centre.rows('sections', 'row_hash, run_id');
  const marked = await hashes();
  await changes();
  expect(await hashes()).toEqual(marked);
  await centre.run({ SECTION: [LOT] });
  expect((await hashes()).map(({ row_hash: hash }) => hash)).toEqual(marked.map(({ row_hash: hash }) => hash));
  expect(await centre.counts('SECTION')).toMatchObject({ unchanged: '1' });
});
