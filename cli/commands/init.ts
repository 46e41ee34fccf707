/** `ggzy init`: writes an annotated settings file. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ConfigurationError, describeCause } from '../../core/errors.ts';
import { settingsTemplate } from '../../pipelines/settings-template.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

async function init(context: CliContext, force: boolean): Promise<ExitCode> {
  const { language, say } = context;
  const file = resolve(context.configFile);
  try {
    await writeFile(file, settingsTemplate(language, say), { flag: force ? 'w' : 'wx' });
  } catch (thrown) {
    const exists = thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST';
    const message = exists ? say(`${file} 已存在`, `${file} exists`) : `${file}: ${describeCause(thrown)}`;
    const next = exists ? { next: say('加 --force 覆盖它。', 'Overwrite it with --force.') } : {};
    throw new ConfigurationError(message, { ...next, cause: thrown });
  }
  context.printJson({ file });
  context.note(say(`已写入 ${file}`, `wrote ${file}`));
  context.note(
    say('下一步：改好数据目录，然后运行 ggzy check。', 'next: set the data directories, then run ggzy check.'),
  );
  return EXIT.balanced;
}

export function addInit(program: Command, { say, run }: Shell): void {
  program
    .command('init')
    .description(say('生成带注释的设置文件 ggzy.yaml', 'write an annotated ggzy.yaml'))
    .option('--force', say('覆盖已有的文件', 'overwrite an existing file'))
    .action(({ force = false }: { force?: boolean }) => run((context) => init(context, force)));
}
