/** The command `ggzy`: global options, every command, one way from outcome to exit code. */
import { Command, CommanderError, Option } from 'commander';
import { isLanguage, speak, type Language } from '../core/language.ts';
import { listenForCancellation } from './cancellation.ts';
import { COMMANDS } from './commands/index.ts';
import { makeContext, type CliContext, type Shell } from './context.ts';
import { describeExitCodes, EXIT, type ExitCode } from './exit-codes.ts';
import { describeFailure, formatFailure } from './failure.ts';
import { readVersion } from './version.ts';

/** Help is written in one language: it has to be known before the arguments are parsed. */
function chooseLanguage(args: readonly string[]): Language {
  const at = args.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const option = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  const wanted = option ?? process.env['GGZY_LANG'];
  return isLanguage(wanted) ? wanted : 'zh';
}

interface GlobalOptions {
  readonly config: string;
  readonly json?: true;
}

async function runInContext(program: Command, language: Language, work: (context: CliContext) => Promise<ExitCode>) {
  const say = speak(language);
  const { config, json = false } = program.opts<GlobalOptions>();
  const cancellation = listenForCancellation(() => {
    const text = say(
      '正在取消：等待当前一批提交（再按一次立即退出）…',
      'cancelling after the current chunk (once more: at once) …',
    );
    process.stderr.write(`\n${text}\n`);
  });
  const context = makeContext({ language, say, json, configFile: config, signal: cancellation.signal });
  try {
    return await work(context);
  } catch (thrown) {
    const failure = describeFailure(thrown, cancellation.signal.aborted, say);
    context.printJson({ error: failure });
    context.note(formatFailure(failure, say));
    if (process.env['GGZY_DEBUG'] === '1') console.error(thrown);
    return failure.exitCode;
  } finally {
    cancellation.dispose();
  }
}

function addGlobalOptions(program: Command, language: Language): void {
  const say = speak(language);
  program
    .name('ggzy')
    .description(
      say(
        '将各旧公共资源交易系统迁移到统一数据库',
        'migrates legacy public-resource-trading systems into one database',
      ),
    )
    .version(readVersion(), '--version', say('显示版本', 'show the version'))
    .option('--config <file>', say('设置文件', 'settings file'), 'ggzy.yaml')
    .addOption(new Option('--lang <lang>', say('语言', 'language')).choices(['zh', 'en']).default(language))
    .option('--json', say('机器可读的输出（stdout）', 'machine output on stdout'))
    .helpOption('-h, --help', say('显示帮助', 'show help'))
    .helpCommand(false)
    .showHelpAfterError(say('（加 --help 查看用法）', '(--help shows the usage)'))
    .addHelpText('after', `\n${describeExitCodes(say)}`)
    .exitOverride();
}

export async function main(args: readonly string[]): Promise<ExitCode> {
  const language = chooseLanguage(args);
  const program = new Command();
  let exitCode: ExitCode = EXIT.balanced;
  const shell: Shell = {
    say: speak(language),
    async run(work) {
      exitCode = await runInContext(program, language, work);
    },
  };
  addGlobalOptions(program, language);
  for (const add of COMMANDS) add(program, shell);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return thrown.exitCode === 0 ? EXIT.balanced : EXIT.configuration;
  }
}
