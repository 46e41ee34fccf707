/** Whoever starts the command starts it as the benchmark does: the memory that is promised is measured so. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { NODE_FLAGS } from '../../scripts/node-flags.ts';

const ROOT = join(import.meta.dirname, '..', '..');

it.each(['package.json', 'cli/ggzy.ts', 'scripts/deploy/ggzy.service'])(
  '%s starts Node with the flags',
  async (file) => {
    expect(await readFile(join(ROOT, file), 'utf8')).toContain(`node ${NODE_FLAGS.join(' ')}`);
  },
);

it('the container file starts Node with the flags', async () => {
  const text = await readFile(join(ROOT, 'scripts', 'deploy', 'Containerfile'), 'utf8');
  expect(text).toContain(['node', ...NODE_FLAGS].map((word) => JSON.stringify(word)).join(', '));
});

it('this version of Node knows them', () => {
  const { status, stderr } = spawnSync(process.execPath, [...NODE_FLAGS, '-e', ''], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
