/** A journal of changes, read by its numbers: they grow over all tables, and have gaps. */
import { beforeEach, expect, it } from 'vitest';
import { migrateChanges } from '../../pipelines/changes.ts';
import { lhasa } from '../../pipelines/systems/lhasa.ts';
import { shannan } from '../../pipelines/systems/shannan.ts';
import { Centre, NOW, useCentre } from '../setup/centre.ts';
import { MemoryConnector, type Cells, type Tables } from '../setup/memory-connector.ts';

let centre: Centre;
const openCentre = useCentre(lhasa);

beforeEach(() => {
  centre = openCentre();
});

const row = (OP_SEQ: number, OP_TYPE: string, XMBM: string, more: Cells = {}): Cells => {
  return { OP_SEQ: String(OP_SEQ), OP_TYPE, OP_TIME: '2020-12-01 02:00:00', XMBM, ...more };
};
const named = (XMMC: string): Cells => ({ XMMC, JYLB: 'A01' });

async function readChanges(tables: Tables, { database, declaration } = centre): Promise<void> {
  const shared = { chunkSize: 1000, operator: 'tester', now: NOW, day: '', progress: () => undefined };
  const signal = new AbortController().signal;
  const only = new Set(Object.keys(tables));
  await migrateChanges({ ...shared, signal, only, database, declaration, connector: new MemoryConnector(tables) });
}

const FIRST = [row(2_000_501, 'I', '1', named('甲')), row(2_000_505, 'I', '2', named('乙'))];

it('takes the last change of a key, and keeps what a deletion does not say', async () => {
  const later = [
    row(3_000_510, 'I', '3', named('丙')),
    row(3_000_511, 'U', '3', named('丙改')),
    row(3_000_513, 'D', '2'),
  ];
  await centre.run({ qzk_xm: FIRST });
  await readChanges({ qzk_xm: [...FIRST, ...later] });
  const rows = await centre.rows('tender_projects', 'source_key, name, source_deleted_at is not null as gone');
  expect(rows.map((each) => Object.values(each).join(' '))).toEqual(['1 甲 f', '2 乙 t', '3 丙改 f']);
  const counts = { status: 'green', read: '5', inserted: '1', unchanged: '1', superseded: '2', deleted: '1' };
  expect(await centre.counts('qzk_xm')).toEqual(counts);
});

it('reads some numbers again: a transaction that ended late fills a gap', async () => {
  await centre.run({ qzk_xm: FIRST });
  await readChanges({ qzk_xm: [FIRST[0] ?? {}, row(2_000_503, 'I', '9', named('晚到')), FIRST[1] ?? {}] });
  expect(await centre.counts('qzk_xm')).toEqual({ status: 'green', read: '3', inserted: '1', unchanged: '2' });
});

it('leaves alone what lies far behind the newest number', async () => {
  await centre.run({ qzk_xm: [...FIRST, row(3_000_500, 'I', '3', named('丙'))] });
  await readChanges({ qzk_xm: [...FIRST, row(3_000_500, 'I', '3', named('丙'))] });
  expect(await centre.counts('qzk_xm')).toEqual({ status: 'green', read: '1', unchanged: '1' });
});

it('brings a record back that is changed after it was deleted', async () => {
  await centre.run({ qzk_xm: [...FIRST, row(2_000_506, 'D', '1')] });
  await readChanges({ qzk_xm: [...FIRST, row(2_000_506, 'D', '1'), row(2_000_509, 'U', '1', named('甲又'))] });
  const [first] = await centre.rows('tender_projects', 'name, source_deleted_at is not null as gone');
  expect(first).toEqual({ name: '甲又', gone: 'f' });
});

it('a clock that jumped back loses nothing where the window is wide', async () => {
  const other = new Centre(centre.database, shannan);
  const project = (id: string, name: string, updated_at: string): Cells => {
    return { id, name, category: 'A01', deleted: 'f', updated_at };
  };
  const before = project('1', '甲', '2020-11-29 01:30:11');
  await other.run({ project: [before] });
  await readChanges({ project: [before, project('2', '钟倒拨', '2020-11-28 23:40:07')] }, other);
  expect(await other.rows('tender_projects', 'name')).toEqual([{ name: '甲' }, { name: '钟倒拨' }]);
});
