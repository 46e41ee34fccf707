/** `ggzy backup` and `ggzy restore`: the whole target in one file. */
import { rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ConfigurationError } from '../../core/errors.ts';
import { openTarget } from '../../pipelines/workspace.ts';
import { formatBytes } from '../../reports/figures.ts';
import { loadSettings, type CliContext, type Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { runPostgresTool } from '../postgres-tools.ts';

/** Staging is made again; the queue is of the day. */
const LEFT_OUT = ['--exclude-schema=stage', '--exclude-table-data=queue.*'];

async function backup(context: CliContext, out: string): Promise<ExitCode> {
  const { say } = context;
  const file = resolve(out);
  const target = await openTarget(await loadSettings(context), 'untouched');
  try {
    if (!target.migrated) throw new ConfigurationError(say('目标库是空的', 'the target is empty'));
    const { database, connectionString } = target;
    const partial = `${file}.partial`;
    const args = ['--format=custom', `--file=${partial}`, ...LEFT_OUT];
    try {
      await runPostgresTool({ tool: 'pg_dump', args, connectionString, database, say });
      // A file that is there is whole.
      await rename(partial, file);
    } finally {
      await rm(partial, { force: true });
    }
    const { size } = await stat(file);
    context.printJson({ file, bytes: size });
    context.note(say(`已备份到 ${file}（${formatBytes(size)}）`, `backed up to ${file} (${formatBytes(size)})`));
    return EXIT.balanced;
  } finally {
    await target.close();
  }
}

async function restore(context: CliContext, given: string): Promise<ExitCode> {
  const { say } = context;
  const file = resolve(given);
  const target = await openTarget(await loadSettings(context), 'untouched');
  try {
    if (target.migrated) {
      throw new ConfigurationError(say('目标库不是空的，不能恢复', 'the target is not empty'), {
        next: say(
          '恢复到一个新建的空库：把 target.url 指向它。',
          'Restore into a new, empty database: have target.url name it.',
        ),
      });
    }
    const { database, connectionString } = target;
    const [row] = await database.query('select current_database() as name');
    const args = [`--dbname=${row?.['name'] ?? ''}`, '--no-owner', '--exit-on-error', '--single-transaction', file];
    await runPostgresTool({ tool: 'pg_restore', args, connectionString, database, say });
    // Left out of the backup: it holds nothing that cannot be made again.
    await database.query('create schema if not exists stage');
    context.printJson({ restored: file });
    context.note(say(`已从 ${file} 恢复`, `restored from ${file}`));
    return EXIT.balanced;
  } finally {
    await target.close();
  }
}

export function addBackup(program: Command, { say, run }: Shell): void {
  program
    .command('backup')
    .description(say('把目标库整库备份为一个文件', 'the whole target in one file'))
    .requiredOption('--out <file>', say('备份文件', 'backup file'))
    .action(({ out }: { out: string }) => run((context) => backup(context, out)));
  program
    .command('restore')
    .description(say('从备份恢复到空的目标库', 'a backup into an empty target'))
    .argument('<file>', say('备份文件', 'backup file'))
    .action((file: string) => run((context) => restore(context, file)));
}
