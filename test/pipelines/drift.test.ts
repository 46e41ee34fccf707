/** A live source that changes between two runs: what stops, what is approved by name, and what goes on then. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openConnector } from '../../connectors/registry.ts';
import type { Database } from '../../database/connection.ts';
import { recordApproval, withdrawApprovals } from '../../database/load/drift.ts';
import { readApprovals, readSourceColumns } from '../../database/read/drift.ts';
import { driftName, type Drift } from '../../pipelines/drift.ts';
import { knownSource } from '../../pipelines/known-source.ts';
import { transport } from '../../pipelines/systems/transport.ts';
import { useSource } from '../connectors/mysql/source.ts';
import { fillTables } from '../e2e/live/handed-over.ts';
import { runConnector } from '../setup/centre.ts';
import { useDatabases } from '../setup/database.ts';
import { describeOnMariadb } from '../setup/mariadb.ts';

const system = transport.system;
const mapping = transport.mappings.find(({ stream }) => stream.name === 'jt_xypj');
const only = new Set(['jt_xypj']);

describeOnMariadb('a source that changes', () => {
  const source = useSource();
  const openFresh = useDatabases();
  let database: Database;

  beforeAll(async () => {
    ({ database } = await openFresh());
    const tables = transport.mappings.map(({ stream }) => ({ stream, columns: Object.keys(stream.columns), rows: [] }));
    await fillTables(source.query, tables, { quote: (name) => `\`${name}\``, place: () => '?' });
    await source.query(`insert into jt_xypj (PJ_ID, QY_MC, PJ_ND, PJ_DJ) values (1, '甲公司', '2019', 'A')`);
  });

  /** The stream in one run: how it ended, and what was said of it. */
  async function migrate() {
    const connector = await openConnector('mysql', source.settings, { system, baseDirectory: '/' });
    const { events, status } = await runConnector(database, connector, transport, { only });
    await connector.close();
    const failed = events.find((event) => event.kind === 'failed');
    return { status, message: failed?.message ?? '', next: failed?.next ?? '' };
  }

  async function drifts(): Promise<readonly Drift[]> {
    const connector = await openConnector('mysql', source.settings, { system, baseDirectory: '/' });
    const known = await knownSource(connector, { system, database });
    const described = mapping && (await known.describe(mapping.stream));
    await known.close();
    return described?.drifts ?? [];
  }

  async function approve(): Promise<void> {
    for (const drift of await drifts()) await recordApproval(database, { ...drift, by: '扎西', reason: '已核对' });
  }

  it('has none at first, and its columns are remembered', async () => {
    expect(await drifts()).toEqual([]);
    expect(await migrate()).toMatchObject({ status: 'green' });
    const columns = await readSourceColumns(database, system);
    expect(columns).toContainEqual({
      stream: 'jt_xypj',
      name: 'QY_MC',
      type: expect.stringContaining('varchar'),
      encoding: expect.stringMatching(/^utf8mb4 /),
    });
  });

  it('by a new column goes on, and says so until that is approved', async () => {
    await source.query('alter table jt_xypj add column BZ2 varchar(20)');
    expect((await drifts()).map(driftName)).toEqual(['transport.jt_xypj.BZ2']);
    expect(await drifts()).toMatchObject([{ kind: 'new', declared: null, found: 'varchar(20)' }]);
    expect(await migrate()).toMatchObject({ status: 'green' });
    await approve();
    expect(await drifts()).toEqual([]);
    expect(await migrate()).toMatchObject({ status: 'green' });
  });

  it('by the type of a column stops until that type is approved, and stops again for another', async () => {
    await source.query('alter table jt_xypj modify PJ_ND smallint');
    const stopped = await migrate();
    expect(stopped).toMatchObject({ status: 'failed', message: expect.stringContaining('smallint') });
    expect(stopped.next).toContain('ggzy approve transport.jt_xypj.PJ_ND');
    await approve();
    expect(await migrate()).toMatchObject({ status: 'green' });
    await source.query('alter table jt_xypj modify PJ_ND int');
    // MariaDB and older MySQL print how wide a number is shown.
    expect((await drifts()).map(({ kind, declared, found }) => `${kind} ${declared} ${found}`)).toEqual([
      expect.stringMatching(/^type smallint(?:\(6\))? int(?:\(11\))?$/),
    ]);
    expect(await migrate()).toMatchObject({ status: 'failed' });
    await approve();
    expect(await migrate()).toMatchObject({ status: 'green' });
    const approvals = await readApprovals(database, system);
    expect(approvals.filter(({ column }) => column === 'PJ_ND')).toMatchObject([
      { found: expect.stringMatching(/^int/), by: '扎西', reason: '已核对' },
    ]);
  });

  it('by the character set of a column stops until that is approved', async () => {
    await source.query('alter table jt_xypj modify QY_MC varchar(200) character set gbk');
    const [drift, ...more] = await drifts();
    expect(more).toEqual([]);
    expect(drift).toMatchObject({ column: 'QY_MC', kind: 'charset' });
    expect([drift?.declared, drift?.found].map((text) => text?.split(' ')[0])).toEqual(['utf8mb4', 'gbk']);
    expect(await migrate()).toMatchObject({ status: 'failed', message: expect.stringContaining('字符集') });
    await approve();
    expect(await migrate()).toMatchObject({ status: 'green' });
    // From here on it is what it was last.
    expect(await drifts()).toEqual([]);
  });

  it('by a column that is gone stops until that is approved, and is read without it then', async () => {
    await source.query('alter table jt_xypj drop column PJ_DJ');
    const stopped = await migrate();
    expect(stopped).toMatchObject({ status: 'failed', message: expect.stringContaining('PJ_DJ') });
    expect(stopped.next).toContain('ggzy approve transport.jt_xypj.PJ_DJ');
    await approve();
    expect(await migrate()).toMatchObject({ status: 'green' });
    const raw = await database.query(`select "QY_MC", "PJ_DJ" from raw.transport_jt_xypj where _state = 'live'`);
    expect(raw).toEqual([{ QY_MC: '甲公司', PJ_DJ: null }]);
  });

  it('back to what was declared is a change too, until the approval is taken back', async () => {
    await source.query(`alter table jt_xypj add column PJ_DJ varchar(10)`);
    expect(await drifts()).toMatchObject([{ column: 'PJ_DJ', kind: 'new' }]);
    const withdrawal = { system, stream: 'jt_xypj', column: 'PJ_DJ', by: '卓玛' };
    expect(await withdrawApprovals(database, withdrawal)).toBe(1);
    expect(await withdrawApprovals(database, withdrawal)).toBe(0);
    expect((await drifts()).map(({ kind }) => kind)).not.toContain('new');
  });

  it('by its key cannot be approved away', async () => {
    await source.query('alter table jt_xypj change column PJ_ID ID2 bigint');
    await approve();
    expect(await migrate()).toMatchObject({ status: 'failed', message: expect.stringContaining('PJ_ID') });
  });
});

describe('a name of a drift', () => {
  it('is system, stream and column', () => {
    expect(driftName({ system: 'egov', stream: 'xx_gg', column: 'ZBJE' })).toBe('egov.xx_gg.ZBJE');
  });
});
