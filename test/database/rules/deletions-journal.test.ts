/** A journal is read again in part: earlier states of a record say nothing against a decision on its deletion. */
import { beforeEach, expect, it } from 'vitest';
import { decideHold } from '../../../database/load/delivery-holds.ts';
import { readHolds } from '../../../database/read/holds.ts';
import { useCentre, type Centre } from '../../setup/centre.ts';
import { changes } from '../../setup/last-counts.ts';
import type { Cells } from '../../setup/memory-connector.ts';

let centre: Centre;
const openCentre = useCentre(changes);
beforeEach(() => {
  centre = openCentre();
});

const KEYS = Array.from({ length: 10 }, (_, index) => String(index + 1));
const rows = (keys: readonly string[], more: Cells = {}): Cells[] =>
  keys.map((XMID) => ({ XMID, XMBH: `P${XMID}`, XMMC: '甲', ...more }));
const countLive = async (): Promise<number> =>
  (await centre.rows('purchase_projects', 'source_key', 'source_deleted_at is null')).length;

it('a refusal holds however often the journal is read again', async () => {
  await centre.run({ CG_XM: rows(KEYS) });
  const again = { CG_XM: [...rows(KEYS.slice(0, 6), { XMMC: '乙' }), ...rows(KEYS.slice(0, 6), { IS_DEL: '1' })] };
  await centre.run(again, { complete: false });
  const [hold] = await readHolds(centre.database, { systems: [], states: ['open'] });
  await decideHold(centre.database, { id: hold?.id ?? '', verdict: 'refused', by: '扎西', reason: '误操作' });
  for (let night = 0; night < 2; night += 1) {
    await centre.run(again, { complete: false });
    expect(await countLive()).toBe(10);
    expect(await readHolds(centre.database, { systems: [], states: ['open'] })).toEqual([]);
  }
});
