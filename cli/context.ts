/** What every command gets: language, settings file, where to print, how to notice Ctrl-C. */
import { userInfo } from 'node:os';
import type { Language, Say } from '../core/language.ts';
import { readSettings, type Settings } from '../pipelines/settings.ts';
import type { ExitCode } from './exit-codes.ts';

export interface CliContext {
  readonly language: Language;
  readonly say: Say;
  /** Machine output on stdout; everything meant for people goes to stderr. */
  readonly json: boolean;
  readonly configFile: string;
  readonly signal: AbortSignal;
  /** Who runs the command, for the run ledger and the access log. */
  readonly operator: string;
  /** The result: stdout. */
  print(text: string): void;
  /** Progress and remarks: stderr. */
  note(text: string): void;
  /** The result for machines: stdout, only with `--json`. */
  printJson(value: unknown): void;
}

/** How a command file registers its work: the shell makes the context and turns outcome and errors into an exit code. */
export interface Shell {
  readonly say: Say;
  readonly run: (work: (context: CliContext) => Promise<ExitCode>) => Promise<void>;
}

export function loadSettings({ configFile, say }: CliContext): Promise<Settings> {
  return readSettings({ file: configFile, environment: process.env, say });
}

export function findOperator(): string {
  const given = process.env['GGZY_OPERATOR'];
  if (given) return given;
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

export interface ContextOptions {
  readonly language: Language;
  readonly say: Say;
  readonly json: boolean;
  readonly configFile: string;
  readonly signal: AbortSignal;
}

export function makeContext(options: ContextOptions): CliContext {
  return {
    ...options,
    operator: findOperator(),
    print: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
    printJson: (value) => void (options.json && process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)),
  };
}
