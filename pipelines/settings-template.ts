/** The settings file `ggzy init` writes: every registered system as suggested, every connector kind with its settings. */
import { stringify } from 'yaml';
import { z } from 'zod';
import type { ConnectorKind } from '../connectors/connector.ts';
import { CONNECTOR_KINDS } from '../connectors/registry.ts';
import type { Language, Say } from '../core/language.ts';
import { SYSTEMS } from './registry.ts';

interface SettingShape {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly default?: string | number | boolean;
}

function describeSetting(name: string, shape: SettingShape, required: boolean, say: Say): string {
  const notes = [
    required ? say('必填', 'required') : say('可省', 'optional'),
    ...(shape.default === undefined ? [] : [say(`默认 ${String(shape.default)}`, `default ${String(shape.default)}`)]),
    ...(shape.enum ? [shape.enum.join(' | ')] : []),
  ];
  return `#     ${name}  (${notes.join(say('，', ', '))})`;
}

function describeKind({ kind, label, settings }: ConnectorKind, language: Language, say: Say): string[] {
  const shape = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' });
  const properties = Object.entries((shape.properties ?? {}) as Readonly<Record<string, SettingShape>>);
  const required = new Set(shape.required);
  return [
    `#   ${kind}  ${label[language]}`,
    ...properties.map(([name, setting]) => describeSetting(name, setting, required.has(name), say)),
  ];
}

function describeSystems(language: Language): string[] {
  return SYSTEMS.flatMap(({ system, label, suggested }) => {
    const body = stringify({ [system]: { connector: suggested.connector, ...suggested.settings } });
    return [`# ${label[language]}`, ...body.trimEnd().split('\n')].map((line) => `  ${line}`);
  });
}

export function settingsTemplate(language: Language, say: Say): string {
  return [
    say(
      '# ggzy 设置。相对路径以本文件所在目录为准。',
      '# ggzy settings. Relative paths start at the directory of this file.',
    ),
    say(
      '# 字符串中可写 ${环境变量} 或 ${环境变量:-默认值}；密码请放在环境变量中。',
      '# Strings may hold ${ENVIRONMENT} or ${ENVIRONMENT:-default}; passwords belong there.',
    ),
    '',
    'target:',
    say(
      '  # 统一数据库：postgresql://用户:密码@主机:5432/库名。为空时使用内嵌 PostgreSQL。',
      '  # The unified database: postgresql://user:password@host:5432/name. Empty: embedded PostgreSQL.',
    ),
    '  url: ${DATABASE_URL:-}',
    say('  # 内嵌 PostgreSQL 的数据目录。', '  # Data directory of the embedded PostgreSQL.'),
    '  directory: ./.ggzy/postgres',
    '',
    say('# 每个事务提交的记录数。', '# Records committed in one transaction.'),
    'chunkSize: 2500',
    '',
    say('# 要迁移的系统；暂不迁移的删去即可。', '# Systems to migrate; delete those that wait.'),
    'systems:',
    ...describeSystems(language),
    '',
    say(
      '# 每个系统都可限制读取（throttle），例如：',
      '# Any system may be read with restraint (throttle), for example:',
    ),
    '#   throttle:',
    say(
      '#     rowsPerSecond: 20000       # 每秒最多行数',
      '#     rowsPerSecond: 20000       # rows a second at the most',
    ),
    say('#     readers: 2                 # 同时读取的连接数', '#     readers: 2                 # readings at once'),
    say(
      '#     windows: ["22:00-06:00"]   # 允许读取的时段（北京时间）',
      '#     windows: ["22:00-06:00"]   # when it may be read, Beijing time',
    ),
    say(
      '#     backOff: 4                 # 比平时慢多少倍时让路',
      '#     backOff: 4                 # give it rest when it is so many times slower than usual',
    ),
    '',
    say('# 夜间同步（ggzy serve），均可省略：', '# The night (ggzy serve); all of it may be left out:'),
    '# night:',
    say('#   cron: "0 2 * * *"          # 北京时间', '#   cron: "0 2 * * *"          # Beijing time'),
    say('#   report: "30 6 * * *"       # 早报', '#   report: "30 6 * * *"       # morning report'),
    '#   http: { host: 127.0.0.1, port: 9464 }',
    '#   webhook: { url: "${GGZY_WEBHOOK}", shape: wecom }',
    '#   email: { server: "${GGZY_SMTP}", from: ggzy@example.com, to: [duty@example.com] }',
    '',
    say('# 连接方式及其设置：', '# Connector kinds and their settings:'),
    ...[...CONNECTOR_KINDS.values()].flatMap((kind) => describeKind(kind, language, say)),
    '',
  ].join('\n');
}
