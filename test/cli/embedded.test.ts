/** Without DATABASE_URL the target is an embedded server, made by the first migrate and stopped after every command. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ASSETS, PROCUREMENT, settingsText, writeAssetFiles, writePackage } from './deliveries.ts';
import { runCli, workDirectory } from './harness.ts';

it('is made by migrate, not by looking', { timeout: 120_000 }, async () => {
  const base = await workDirectory();
  const cwd = await workDirectory();
  await writePackage(join(base, 'package'), PROCUREMENT);
  await writeAssetFiles(join(base, 'assets'), ASSETS);
  await writeFile(join(base, 'ggzy.yaml'), settingsText());
  // From any directory: paths are those of the settings file.
  const ggzy = (...args: string[]) => runCli([...args, '--config', join(base, 'ggzy.yaml')], { cwd });
  expect((await ggzy('check')).stdout).toContain('首次迁移时建立');
  expect((await ggzy('plan')).code).toBe(0);
  expect((await ggzy('status')).code).toBe(2);
  expect(existsSync(join(base, '.ggzy'))).toBe(false);
  expect((await ggzy('migrate')).code).toBe(0);
  expect((await ggzy('status')).code).toBe(0);
  expect(existsSync(join(base, '.ggzy/postgres/data/PG_VERSION'))).toBe(true);
  expect(existsSync(join(base, '.ggzy/postgres/data/postmaster.pid'))).toBe(false);
});
