/** `ggzy.yaml`: where the target is and how each system is read. Secrets come from the environment and are never shown. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse, YAMLError } from 'yaml';
import { z } from 'zod';
import { ConfigurationError, describeCause } from '../core/errors.ts';
import type { Say } from '../core/language.ts';
import { NIGHT_EXPECTED, nightSchema, type NightSettings } from './night/night-settings.ts';
import { refusalOf } from './refused-systems.ts';
import { SYSTEMS } from './registry.ts';
import { substituteEnvironment, type Environment } from './settings-environment.ts';
import { throttle, type Throttle } from './throttle/throttle.ts';

export interface SystemSettings {
  readonly connector: string;
  /** Judged by the connector kind. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** How much of the source may be used; all of it, by one reader, when absent. */
  readonly throttle?: Throttle;
}

export interface Settings {
  readonly file: string;
  /** Relative paths are relative to the directory of the file. */
  readonly baseDirectory: string;
  /** An empty `url` means the embedded server in `directory`. */
  readonly target: { readonly url: string; readonly directory: string };
  readonly chunkSize: number;
  readonly systems: ReadonlyMap<string, SystemSettings>;
  readonly night: NightSettings;
}

export interface SettingsSource {
  readonly file: string;
  readonly environment: Environment;
  readonly say: Say;
}

const DIRECTORY = './.ggzy/postgres';

const target = z.strictObject({
  url: z
    .string()
    .regex(/^(?:$|postgres(?:ql)?:\/\/)/)
    .default(''),
  directory: z.string().min(1).default(DIRECTORY),
});

const schema = z.strictObject({
  target: target.nullish(),
  // Text where it comes from the environment.
  chunkSize: z.coerce.number().int().min(1).max(1_000_000).default(2_500),
  systems: z.record(z.string(), z.looseObject({ connector: z.string().min(1), throttle: throttle.optional() })),
  night: nightSchema.prefault({}),
});

const EXPECTED: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  '': ['可用的键：target、chunkSize、systems、night', 'keys: target, chunkSize, systems, night'],
  night: NIGHT_EXPECTED,
  target: ['可用的键：url、directory', 'keys: url, directory'],
  'target.url': ['应为 postgresql:// 开头的连接串，或留空', 'a postgresql:// address, or empty'],
  'target.directory': ['应为目录路径', 'a directory'],
  chunkSize: ['应为 1 至 1000000 的整数', 'a whole number from 1 to 1000000'],
  throttle: [
    '可用的键：rowsPerSecond、readers（1 至 16）、windows（如 "22:00-06:00"）、backOff（不小于 1.5）',
    'keys: rowsPerSecond, readers (1 to 16), windows (like "22:00-06:00"), backOff (1.5 or more)',
  ],
  systems: ['应为“系统名: {connector: …}”', '“name: {connector: …}” per system'],
};

function describeIssue({ path, code, ...issue }: z.core.$ZodIssue, say: Say): string {
  const key = path.join('.');
  const place = path[0] === 'night' ? 'night' : path[2] === 'throttle' ? 'throttle' : key;
  const [zh, en] = EXPECTED[place] ?? ['应有 connector: 连接方式', 'needs connector: kind'];
  if (code === 'unrecognized_keys' && 'keys' in issue) {
    const names = issue.keys.map((name) => [...path, name].join('.'));
    return say(`不认识的键 ${names.join('、')}（${zh}）`, `unknown key ${names.join(', ')} (${en})`);
  }
  return say(`${key || '文件内容'} 有误（${zh}）`, `${key || 'the file'} is wrong (${en})`);
}

async function readYaml({ file, say }: SettingsSource): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((thrown: unknown) => {
    const gone = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    const [zh, en] = gone
      ? [`没有设置文件 ${file}`, `there is no settings file ${file}`]
      : [`无法读取设置文件 ${file}：${describeCause(thrown)}`, `cannot read ${file}: ${describeCause(thrown)}`];
    const next = say(
      '运行 ggzy init 生成一份，或用 --config 指明路径。',
      'Run ggzy init to make one, or name it with --config.',
    );
    throw new ConfigurationError(say(zh, en), { next, cause: thrown });
  });
  try {
    // Without source excerpts in messages: a line may hold a password.
    return parse(text, { prettyErrors: false }) as unknown;
  } catch (thrown) {
    const offset = thrown instanceof YAMLError ? thrown.pos[0] : 0;
    const line = text.slice(0, offset).split('\n').length;
    throw new ConfigurationError(
      say(`${file} 不是有效的 YAML（第 ${line} 行）`, `${file} is not valid YAML (line ${line})`),
      {
        position: `${file}:${line}`,
        next: say('更正该行的缩进、冒号或引号。', 'Mend indentation, colon or quotes of that line.'),
      },
    );
  }
}

/** A body without a system is refused by name, and whoever borrows the name of another by where it is read from. */
function refuseBodies(systems: Readonly<Record<string, object>>, { file, say }: SettingsSource): void {
  for (const [name, given] of Object.entries(systems)) {
    const places = Object.entries(given).flatMap(([key, value]) =>
      typeof value === 'string' && (key === 'directory' || key === 'url') ? [value] : [],
    );
    const why = [name, ...places].map(refusalOf).find((refusal) => refusal !== null);
    if (!why) continue;
    throw new ConfigurationError(`${file}: systems.${name}${say('：', ': ')}${say(why.zh, why.en)}`, {
      system: name,
      next: say('删去该项；其项目由统一平台产生。', 'Remove it: its projects come from the unified platform.'),
    });
  }
}

function checkSystemNames(names: readonly string[], { file, say }: SettingsSource): void {
  const known = SYSTEMS.map(({ system }) => system);
  const unknown = names.filter((name) => !known.includes(name));
  if (names.length > 0 && unknown.length === 0) return;
  const message =
    unknown.length > 0
      ? say(`${file}：没有登记过的系统 ${unknown.join('、')}`, `${file}: no such system: ${unknown.join(', ')}`)
      : say(`${file}：systems 为空`, `${file}: systems is empty`);
  throw new ConfigurationError(message, {
    next: say(`可用的系统：${known.join('、')}。`, `Systems: ${known.join(', ')}.`),
  });
}

export async function readSettings(source: SettingsSource): Promise<Settings> {
  const { environment, say } = source;
  const file = resolve(source.file);
  const { value, missing } = substituteEnvironment(await readYaml({ ...source, file }), environment);
  if (missing.length > 0) {
    const names = missing.map(({ name, path }) => `${path}: \${${name}}`).join(say('、', ', '));
    throw new ConfigurationError(
      say(`${file}：环境变量没有值：${names}`, `${file}: not in the environment: ${names}`),
      {
        next: say('设置该环境变量，或写成 ${名称:-默认值}。', 'Set it, or write ${NAME:-default}.'),
      },
    );
  }
  const parsed = schema.safeParse(value ?? {});
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => describeIssue(issue, say)).join(say('；', '; '));
    const next = say('对照 ggzy init 生成的样例改正。', 'Compare with what ggzy init writes.');
    throw new ConfigurationError(`${file}${say('：', ': ')}${faults}`, { next });
  }
  const { systems, chunkSize, ...given } = parsed.data;
  refuseBodies(systems, { ...source, file });
  checkSystemNames(Object.keys(systems), { ...source, file });
  const baseDirectory = dirname(file);
  const { url, directory } = given.target ?? { url: environment['DATABASE_URL'] ?? '', directory: DIRECTORY };
  return {
    file,
    baseDirectory,
    target: { url, directory: resolve(baseDirectory, directory) },
    chunkSize,
    systems: new Map(
      Object.entries(systems).map(([name, { connector, throttle: restraint, ...settings }]) => [
        name,
        { connector, settings, ...(restraint ? { throttle: restraint } : {}) },
      ]),
    ),
    night: given.night,
  };
}
