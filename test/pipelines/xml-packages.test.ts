/** From packages in a drop folder to the unified database, night after night. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connector } from '../../connectors/connector.ts';
import { openConnector } from '../../connectors/registry.ts';
import { CancelledError } from '../../core/errors.ts';
import { rawByte } from '../../scripts/demo-data/forms/gb18030-encode.ts';
import { gbPackage } from '../fixtures/formats/xml-package.ts';
import { runConnector, useCentre, type Centre, type CentreOptions } from '../setup/centre.ts';
import { changes } from '../setup/last-counts.ts';
import { takeSnapshot } from '../setup/snapshot.ts';

const ONLY = new Set(['CG_XM']);
const HALF = rawByte(0xd5);

let centre: Centre;
let directory: string;
const openCentre = useCentre(changes);

beforeEach(async () => {
  centre = openCentre();
  directory = await mkdtemp(join(tmpdir(), 'ggzy-test-packages-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

const record = (key: string, fields: Readonly<Record<string, string>>): string =>
  Object.entries({ XMID: key, ...fields })
    .map(([name, text]) => `<${name}>${text}</${name}>`)
    .join('');

const deliver = (name: string, ...records: readonly string[]): Promise<void> =>
  writeFile(join(directory, `CG_XM_${name}.xml`), gbPackage(...records));

const openFolder = (): Promise<Connector> =>
  openConnector('xml', { directory }, { system: 'procurement', baseDirectory: '/' });

async function run(options: CentreOptions = {}) {
  return runConnector(centre.database, await openFolder(), changes, { only: ONLY, ...options });
}

const projects = () =>
  centre.rows('purchase_projects', 'source_key as key, name, source_deleted_at is not null as deleted, stale');

describe('a drop folder', () => {
  it('loads what is whole and keeps what is cut', async () => {
    await deliver(
      '20201130_001',
      record('1', { XMMC: '拉萨༄', IS_DEL: 'null' }),
      record('2', { XMMC: `白玛${HALF}` }),
      record('3', { XMMC: '乙' }) + '<XMMC>丙</XMMC>',
      record(`4${HALF}`, { XMMC: '丁' }),
    );
    const { status } = await run();
    expect(status).toBe('green');
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '4', inserted: '1', quarantined: '3' });
    expect(await projects()).toEqual([{ key: '1', name: '拉萨༄', deleted: 'f', stale: 'f' }]);
    expect(await centre.issues()).toEqual([
      'CG_XM 2 XMMC invalid_bytes',
      'CG_XM 3 XMMC record_malformed',
      'CG_XM 4\uFFFD XMID invalid_bytes',
    ]);
    const positions = await centre.database.query('select position from ops.quarantine order by 1');
    expect(positions.map(({ position }) => position)).toEqual(
      [4, 5, 6].map((line) => `CG_XM_20201130_001.xml:${line}`),
    );
  });

  it('takes the last word of a record through all packages, in their order', async () => {
    await deliver('20201130_9', record('1', { XMMC: '九' }), record('2', { XMMC: '乙' }));
    await deliver('20201130_10', record('1', { XMMC: '十' }), record('3', { XMMC: '丙' }));
    await run();
    expect((await projects()).map(({ key, name }) => `${key}${name}`)).toEqual(['1十', '2乙', '3丙']);
    await deliver('20201201_001', record('2', { IS_DEL: '1' }), record('3', { XMMC: `丙${HALF}` }));
    await run();
    expect(await centre.counts('CG_XM')).toEqual({
      status: 'green',
      read: '6',
      unchanged: '1',
      superseded: '3',
      deleted: '1',
      quarantined: '1',
    });
    expect(await projects()).toEqual([
      { key: '1', name: '十', deleted: 'f', stale: 'f' },
      { key: '2', name: '乙', deleted: 't', stale: 'f' },
      { key: '3', name: '丙', deleted: 'f', stale: 't' },
    ]);
    await deliver('20201202_001', record('3', { XMMC: '丙丙' }), record('2', { XMMC: '乙又' }));
    await run();
    expect((await projects()).map(({ key, name, deleted, stale }) => `${key}${name}${deleted}${stale}`)).toEqual([
      '1十ff',
      '2乙又ff',
      '3丙丙ff',
    ]);
    expect(await centre.quarantine()).toEqual(['CG_XM 3 closed loaded']);
  });

  it('gives the same whatever the chunks are, and the same again', async () => {
    const states = Array.from({ length: 40 }, (_, index) =>
      record(
        String(index % 7),
        index % 5 === 4 ? { IS_DEL: '1' } : { XMMC: `第${index}稿`, YSJE: index % 3 ? '1' : '-1' },
      ),
    );
    await deliver('20201130_001', ...states.slice(0, 25));
    await deliver('20201130_002', ...states.slice(25));
    await run();
    const before = await takeSnapshot(centre.database, 'all');
    for (const chunkSize of [1, 3]) await run({ chunkSize });
    expect(await takeSnapshot(centre.database, 'all')).toEqual(before);
  });

  it('is gone on with where a run stopped, in the middle of a package', async () => {
    await deliver('20201130_001', ...Array.from({ length: 9 }, (_, index) => record(String(index), { XMMC: '甲' })));
    await deliver('20201130_002', record('0', { XMMC: '乙' }));
    const stop = new AbortController();
    const folder = await openFolder();
    const stopping: Connector = {
      ...folder,
      check: (streams) => folder.check(streams),
      describe: (stream) => folder.describe(stream),
      close: () => folder.close(),
      async *read(request) {
        for await (const chunk of folder.read(request)) {
          if (chunk.records[0]?.row === 7) stop.abort();
          yield chunk;
        }
      },
    };
    const options = { only: ONLY, chunkSize: 2 };
    const stopped = runConnector(centre.database, stopping, changes, { ...options, signal: stop.signal });
    await expect(stopped).rejects.toBeInstanceOf(CancelledError);
    const again = await run({ chunkSize: 2 });
    expect(again).toMatchObject({ resumed: true, status: 'green' });
    expect(again.events).toContainEqual({ kind: 'resumed', stream: 'CG_XM', rows: 4 });
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '10', inserted: '9', superseded: '1' });
    expect((await projects())[0]).toMatchObject({ key: '0', name: '乙' });
  });

  it('with one package that is not well-formed loads nothing, and says where', async () => {
    await deliver('20201130_001', record('1', { XMMC: '甲' }));
    await deliver('20201130_002', `${record('2', { XMMC: '乙' })}<XMMC>`);
    const { status } = await run();
    expect(status).toBe('failed');
    expect(await projects()).toEqual([]);
    const issues = await centre.database.query('select rule, position, source_key from ops.issues');
    expect(issues).toEqual([
      { rule: 'delivery_unreadable', position: 'CG_XM_20201130_002.xml:3', source_key: 'CG_XM_20201130_002.xml' },
    ]);
  });
});
