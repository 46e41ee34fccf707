/** `--as-of` on a live source: what changed later is left out, and nothing is concluded from its absence. */
import { beforeAll, expect, it } from 'vitest';
import { openConnector } from '../../connectors/registry.ts';
import type { Database } from '../../database/connection.ts';
import { egov } from '../../pipelines/systems/egov.ts';
import { useSource } from '../connectors/mysql/source.ts';
import { fillTables, type HandedOver } from '../e2e/live/handed-over.ts';
import { runConnector } from '../setup/centre.ts';
import { useDatabases } from '../setup/database.ts';
import { describeOnMariadb } from '../setup/mariadb.ts';

const AS_OF = new Date('2020-11-30T18:00:00+08:00');
const BEFORE = '2020-11-30 18:00:00';
const AFTER = '2020-11-30 18:00:01';
const only = new Set(['ztk_qyjbxx', 'ztk_qymc_bg']);

describeOnMariadb('a run that is frozen', () => {
  const source = useSource();
  const openFresh = useDatabases();
  let database: Database;

  beforeAll(async () => {
    ({ database } = await openFresh());
    const tables: HandedOver[] = egov.mappings.map(({ stream }) => {
      return { stream, columns: Object.keys(stream.columns), rows: [] };
    });
    await fillTables(source.query, tables, { quote: (name) => `\`${name}\``, place: () => '?' });
    const parties = [
      ['1', '甲公司', BEFORE],
      ['2', '乙公司', AFTER],
    ];
    for (const row of parties) {
      await source.query(`insert into ztk_qyjbxx (QYID, QYMC, GXSJ, SCBZ, SHZT) values (?, ?, ?, '0', '1')`, row);
    }
    await source.query(
      `insert into ztk_qymc_bg (BGID, QYID, YMC, XMC) values (1, 1, '旧甲', '甲公司'), (2, 2, '旧乙', '乙公司')`,
    );
  });

  async function migrate(frozen?: true) {
    const connector = await openConnector('mysql', source.settings, { system: egov.system, baseDirectory: '/' });
    const options = { only, now: AS_OF, ...(frozen ? { frozen } : {}) };
    const { status, events } = await runConnector(database, connector, egov, options);
    await connector.close();
    const live = await database.query(
      `select source_key as key from canonical.parties
       where stream = 'ztk_qyjbxx' and role = '' and source_deleted_at is null order by 1`,
    );
    return { status, later: events.filter(({ kind }) => kind === 'frozen'), live: live.map(({ key }) => key) };
  }

  it('leaves out what changed later, says how much, and calls nobody an orphan for it', async () => {
    const { status, later, live } = await migrate(true);
    expect(status).toBe('green');
    expect(later).toEqual([{ kind: 'frozen', stream: 'ztk_qyjbxx', later: 1 }]);
    expect(live).toEqual(['1']);
    const issues = await database.query(`select source_key as key, rule from ops.issues where stream = 'ztk_qymc_bg'`);
    expect(issues).toEqual([{ key: '2', rule: 'parent_not_live' }]);
  });

  it('gives the same again, whatever was written meanwhile', async () => {
    await source.query(`insert into ztk_qyjbxx (QYID, QYMC, GXSJ, SCBZ) values (3, '丙公司', '${AFTER}', '0')`);
    const { status, later, live } = await migrate(true);
    expect([status, live]).toEqual(['green', ['1']]);
    expect(later).toMatchObject([{ later: 2 }]);
  });

  it('deletes nothing that is left out', async () => {
    expect((await migrate()).live).toEqual(['1', '2', '3']);
    expect((await migrate(true)).live).toEqual(['1', '2', '3']);
  });
});
