import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../database/connection.ts';
import { Expert } from '../../../schemas/entities/expert.ts';
import { PartyNameChange } from '../../../schemas/entities/party-name-change.ts';
import { Party } from '../../../schemas/entities/party.ts';
import { orgCodeCheck } from '../../../schemas/identifiers/org-code.ts';
import { usccCheckCharacter } from '../../../schemas/identifiers/uscc.ts';
import { putRows, uuidOf } from '../../setup/canonical.ts';
import { useDatabases } from '../../setup/database.ts';
import { adoptDeclared, idNumber, personRows, readEverything, runReconcile } from '../../setup/reconcile.ts';

const openFresh = useDatabases();
let database: Database;

function creditCode(first8: string): string {
  const first17 = `91540100${first8}${orgCodeCheck(first8) ?? ''}`;
  return first17 + (usccCheckCharacter(first17) ?? '');
}

const company = (key: string, name: string, code: string, values: Readonly<Record<string, string>> = {}) => ({
  system: 'egov',
  key,
  values: { name, uscc: creditCode(code), ...values },
});

async function relations(): Promise<string[]> {
  const rows = await database.query(
    `select concat_ws(' ', f.source_key, x.relation, coalesce(t.source_key, x.to_name)) as text from identity.relations x
     join lateral (select r.source_key from identity.members m join identity.records r using (record_no)
       where m.entity_id = x.from_entity_id order by r.source_key limit 1) f on true
     left join lateral (select r.source_key from identity.members m join identity.records r using (record_no)
       where m.entity_id = x.to_entity_id order by r.source_key limit 1) t on true order by 1`,
  );
  return rows.map(({ text }) => text ?? '');
}

beforeAll(async () => {
  ({ database } = await openFresh());
  await adoptDeclared(database, 'expert');
  await adoptDeclared(database, 'enterprise');
  await putRows(database, Expert, personRows(1));
  await putRows(database, Party, [
    company('A', '西藏雪莲建筑有限公司', '78350912', { representativeIdNumber: idNumber(1) }),
    company('B', '西藏雪莲建筑有限公司山南分公司', '78350913', { parentName: '西藏雪莲建筑有限公司' }),
    company('C', '四川某某公司拉萨分公司', '78350914', { parentName: '四川某某公司' }),
    company('D', '西藏格桑商贸有限公司', '78350915', { formerName: '拉萨格桑商店' }),
  ]);
  const partyId = uuidOf(Party, { system: 'egov', key: 'D' });
  await putRows(database, PartyNameChange, [
    { system: 'egov', key: '1', values: { partyId, nameBefore: '格桑经营部', changedAt: '2015-06-01 00:00:00' } },
  ]);
  await runReconcile(database, { kind: 'expert' });
  await runReconcile(database, { kind: 'enterprise' });
}, 120_000);

describe('relations of enterprises', { timeout: 60_000 }, () => {
  it('link branches to their legal person, keep old names, and say who stands for whom', async () => {
    expect(await relations()).toEqual([
      'B branch_of A',
      'C branch_of 四川某某公司',
      'D renamed_from 拉萨格桑商店',
      'D renamed_from 格桑经营部',
      'O1 legal_representative_of A',
    ]);
  });

  it('merge nothing', async () => {
    const [row] = await database.query(`select count(*) as n from golden.enterprises`);
    expect(row).toEqual({ n: '4' });
  });

  it('are as they were when nothing has changed', async () => {
    const before = await readEverything(database);
    await runReconcile(database, { kind: 'enterprise', mode: 'full' });
    expect(await readEverything(database)).toEqual(before);
  });

  it('keep former names with the day they were given up', async () => {
    const rows = await database.query(
      `select n.name, n.is_current, n.changed_at from golden.names n join golden.enterprises g using (entity_id)
       where g.name = '西藏格桑商贸有限公司' order by n.name`,
    );
    expect(rows).toEqual([
      { name: '拉萨格桑商店', is_current: 'f', changed_at: null },
      { name: '格桑经营部', is_current: 'f', changed_at: '2015-06-01 00:00:00' },
      { name: '西藏格桑商贸有限公司', is_current: 't', changed_at: null },
    ]);
  });
});
