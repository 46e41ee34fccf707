/** Lines about streams of several systems that are read at once. */
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { MigrationProgress } from '../../cli/migration-progress.ts';

it('says of each stream what belongs to it, however the systems take turns', () => {
  const out = new PassThrough();
  const progress = new MigrationProgress((zh) => zh, out as unknown as NodeJS.WriteStream);
  const one = progress.listenTo('shigatse');
  const other = progress.listenTo('qamdo');
  one({ kind: 'started', stream: 'qyxx', declaredRows: 7 });
  other({ kind: 'started', stream: 'SECTION', declaredRows: 2 });
  one({ kind: 'read', stream: 'qyxx', rows: 7, quarantined: 1 });
  other({ kind: 'read', stream: 'SECTION', rows: 2, quarantined: 0 });
  other({ kind: 'finished', stream: 'SECTION' });
  one({ kind: 'finished', stream: 'qyxx' });
  const lines = String(out.read()).trimEnd().split('\n');
  expect(lines).toEqual([
    expect.stringMatching(/^✓ qamdo SECTION {2}2 \/ 2 条/),
    expect.stringMatching(/^✓ shigatse qyxx {2}7 \/ 7 条.*隔离 1/),
  ]);
});
