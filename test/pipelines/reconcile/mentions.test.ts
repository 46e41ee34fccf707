/** Parties that are only named inside other records: which enterprise they are, run after run. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../database/connection.ts';
import { readCrosswalk } from '../../../database/identity/evaluation.ts';
import { followRedirect } from '../../../database/identity/members.ts';
import { PartyMention } from '../../../schemas/entities/party-mention.ts';
import { PartyNameChange } from '../../../schemas/entities/party-name-change.ts';
import { Party } from '../../../schemas/entities/party.ts';
import { orgCodeCheck } from '../../../schemas/identifiers/org-code.ts';
import { putRows, removeRow, uuidOf, type CanonicalRow } from '../../setup/canonical.ts';
import { useDatabases } from '../../setup/database.ts';
import { adoptDeclared, readEverything, readIds, runReconcile } from '../../setup/reconcile.ts';

const openFresh = useDatabases();
const KIND = { kind: 'enterprise' } as const;
let database: Database;

const code = (first8: string): string => first8 + (orgCodeCheck(first8) ?? '');
const [SNOW, BARLEY, STRANGE] = [code('78350912'), code('78350913'), code('78350914')];

const party = (key: string, name: string, organizationCode: string): CanonicalRow => ({
  system: 'egov',
  key,
  values: { name, organizationCode },
});
const named = (key: string, role: string, values: CanonicalRow['values']): CanonicalRow => ({
  system: 'construction',
  key,
  role,
  values,
});

beforeEach(async () => {
  ({ database } = await openFresh());
  await adoptDeclared(database, 'enterprise');
  await putRows(database, Party, [
    party('A', '西藏雪莲建筑有限公司', SNOW),
    party('B', '西藏青稞商贸有限公司', BARLEY),
  ]);
  await putRows(database, PartyMention, [
    named('T1', 'bidder', { name: '西藏自治区雪莲建筑有限责任公司' }),
    named('T2', 'winner', { name: '西藏雪莲建筑有限公司', organizationCode: SNOW }),
    named('T2', 'owner', { name: '当雄县财政局', organizationCode: STRANGE }),
    named('T3', 'owner', { name: '当雄县财政局' }),
    named('T4', 'bidder', { name: '扎西顿珠' }),
    named('T5', 'bidder', { name: '西藏青棵商贸公司', partyId: uuidOf(Party, { system: 'egov', key: 'B' }) }),
  ]);
});

/** `T1 bidder`, by the entity they are. */
async function crosswalk(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for await (const rows of readCrosswalk(database, 'enterprise')) {
    for (const { entity_id, source_key, role } of rows) {
      found.set(entity_id ?? '', [...(found.get(entity_id ?? '') ?? []), `${source_key} ${role}`.trim()]);
    }
  }
  return found;
}

describe('mentions', () => {
  it('stand in the crosswalk with their role, beside the records that are the entity', async () => {
    const { mentions, entities, merged } = await runReconcile(database, KIND);
    expect(mentions).toEqual({ mentions: 6, linked: 3, own: 2, ownEntities: 1 });
    expect({ entities, merged }).toEqual({ entities: 2, merged: 0 });
    const groups = [...(await crosswalk()).values()].map((places) => places.toSorted().join(', '));
    expect(groups.toSorted()).toEqual(['A, T1 bidder, T2 winner', 'B, T5 bidder', 'T2 owner, T3 owner']);
  });

  it('never change which records are one enterprise', async () => {
    await putRows(database, Party, [party('C', '西藏雪莲建筑有限公司', STRANGE)]);
    await runReconcile(database, KIND);
    const ids = await readIds(database, 'enterprise');
    expect(new Set(Object.values(ids)).size).toBe(3);
    const [alone] = [...(await crosswalk())].filter(([, places]) => places.includes('A'));
    expect(alone?.[1].toSorted()).toEqual(['A', 'T2 winner']);
  });

  it.each(['full', 'incremental'] as const)('are as they were after a %s run without changes', async (mode) => {
    await runReconcile(database, KIND);
    const before = [await readEverything(database), await crosswalk()];
    await runReconcile(database, { ...KIND, mode });
    expect([await readEverything(database), await crosswalk()]).toEqual(before);
  });

  it('end in the same place in an increment and in a full run', async () => {
    await runReconcile(database, KIND);
    const steps = [
      () => putRows(database, PartyMention, [named('T6', 'winner', { name: '西藏青稞商贸有限公司' })]),
      () => putRows(database, Party, [party('B', '西藏酥油商贸有限公司', BARLEY)]),
      () => removeRow(database, Party, uuidOf(Party, { system: 'egov', key: 'A' })),
    ];
    for (const step of steps) {
      await step();
      await runReconcile(database, KIND);
      const after = [await readEverything(database), await crosswalk()];
      await runReconcile(database, { ...KIND, mode: 'full' });
      expect([await readEverything(database), await crosswalk()]).toEqual(after);
    }
  });

  it('that are one body of their own keep its id, and hand it to the record that turns out to be it', async () => {
    await runReconcile(database, KIND);
    const idOf = async (place: string) => [...(await crosswalk())].find(([, places]) => places.includes(place))?.[0];
    const before = await idOf('T3 owner');
    await putRows(database, PartyMention, [
      named('T3', 'owner', { name: '当雄县财政局', contactPhone: '0891-6330000' }),
    ]);
    await runReconcile(database, KIND);
    expect(await idOf('T3 owner')).toBe(before);
    await putRows(database, Party, [party('D', '当雄县财政局', STRANGE)]);
    await runReconcile(database, KIND);
    const after = await idOf('D');
    expect(after).not.toBe(before);
    expect(await idOf('T3 owner')).toBe(after);
    expect(await database.transaction((client) => followRedirect(client, before ?? ''))).toBe(after);
  });

  it('follow names that a register of changes lists, as soon as it lists them', async () => {
    await putRows(database, PartyMention, [named('T7', 'bidder', { name: '拉萨雪域建筑有限公司' })]);
    await runReconcile(database, KIND);
    const of = async () => [...(await crosswalk()).values()].find((places) => places.includes('A'))?.toSorted();
    expect(await of()).not.toContain('T7 bidder');
    const partyId = uuidOf(Party, { system: 'egov', key: 'A' });
    await putRows(database, PartyNameChange, [
      { system: 'egov', key: 'N1', values: { partyId, nameBefore: '拉萨市雪域建筑有限公司' } },
    ]);
    const { changed } = await runReconcile(database, KIND);
    expect(changed).toBe(1);
    expect(await of()).toEqual(['A', 'T1 bidder', 'T2 winner', 'T7 bidder']);
    const after = await readEverything(database);
    expect((await runReconcile(database, KIND)).changed).toBe(0);
    expect(await readEverything(database)).toEqual(after);
  });

  it('retire a body that nobody mentions any more, and bring it back', async () => {
    await runReconcile(database, KIND);
    const rows = [named('T2', 'owner', {}), named('T3', 'owner', {})];
    for (const row of rows) await removeRow(database, PartyMention, uuidOf(PartyMention, row));
    await runReconcile(database, KIND);
    const state = () => database.query('select state from identity.entities where named_only');
    expect(await state()).toEqual([{ state: 'retired' }]);
    await putRows(database, PartyMention, [named('T9', 'owner', { name: '当雄县财政局', organizationCode: STRANGE })]);
    await runReconcile(database, KIND);
    expect(await state()).toEqual([{ state: 'live' }]);
  });
});
