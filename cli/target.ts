/** Opening and closing the target around a piece of work. */
import { ConfigurationError } from '../core/errors.ts';
import type { Database } from '../database/connection.ts';
import type { Settings } from '../pipelines/settings.ts';
import { openTarget, targetExists } from '../pipelines/workspace.ts';
import type { CliContext } from './context.ts';
import { loadSettings } from './context.ts';

/** For commands that look at what was migrated: refuses where nothing was. */
export async function withMigratedTarget<T>(
  context: CliContext,
  work: (database: Database, settings: Settings) => Promise<T>,
): Promise<T> {
  const settings = await loadSettings(context);
  if (!(await targetExists(settings))) throw nothingMigrated(context);
  const target = await openTarget(settings, 'present');
  try {
    if (!target.migrated) throw nothingMigrated(context);
    return await work(target.database, settings);
  } finally {
    await target.close();
  }
}

/** For commands that only look: undefined where there is no target yet, or nothing in it. Nothing is made. */
export async function withTargetAsItIs<T>(
  settings: Settings,
  work: (database: Database | undefined) => Promise<T>,
): Promise<T> {
  if (!(await targetExists(settings))) return work(undefined);
  const { database, migrated, close } = await openTarget(settings, 'untouched');
  try {
    return await work(migrated ? database : undefined);
  } finally {
    await close();
  }
}

function nothingMigrated({ say }: CliContext): ConfigurationError {
  return new ConfigurationError(say('目标库中还没有迁移过的数据', 'nothing has been migrated into the target yet'), {
    next: say('先运行 ggzy migrate。', 'Run ggzy migrate first.'),
  });
}
