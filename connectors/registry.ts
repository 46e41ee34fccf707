/** Every kind of system that can be read, and how one is opened from settings. */
import { z } from 'zod';
import { ConfigurationError } from '../core/errors.ts';
import type { Connector, ConnectorContext, ConnectorKind } from './connector.ts';
import { csv } from './csv.ts';
import { csvDrop } from './csv-drop.ts';
import { excel } from './excel.ts';
import { mssql } from './mssql.ts';
import { mysql } from './mysql.ts';
import { nationalEnvelope } from './national-envelope.ts';
import { offlinePackage } from './offline-package.ts';
import { postgres } from './postgres.ts';
import { rest } from './rest.ts';
import { xml } from './xml.ts';

const KINDS = [
  offlinePackage,
  csv,
  csvDrop,
  excel,
  xml,
  nationalEnvelope,
  rest,
  mysql,
  mssql,
  postgres,
] as readonly ConnectorKind[];

export const CONNECTOR_KINDS: ReadonlyMap<string, ConnectorKind> = new Map(KINDS.map((kind) => [kind.kind, kind]));

export async function openConnector(kind: string, settings: unknown, context: ConnectorContext): Promise<Connector> {
  const known = CONNECTOR_KINDS.get(kind);
  if (known) return openKind(known, settings, context);
  throw new ConfigurationError(`${context.system}：没有名为 ${kind} 的连接方式`, {
    system: context.system,
    next: `可用的连接方式：${[...CONNECTOR_KINDS.keys()].join('、')}。`,
  });
}

/** Opens a kind that need not be registered; refuses settings that do not fit, naming each fault. */
export async function openKind(kind: ConnectorKind, settings: unknown, context: ConnectorContext): Promise<Connector> {
  const parsed = kind.settings.safeParse(settings ?? {});
  if (parsed.success) return kind.open(parsed.data, context);
  const faults = parsed.error.issues.map((issue) => describeIssue(issue, settings)).join('；');
  throw new ConfigurationError(`${context.system}：连接方式 ${kind.kind} 的设置有误：${faults}`, {
    system: context.system,
    next: describeKnown(kind),
  });
}

/** Values never appear: a setting may be a password. */
function describeIssue(issue: z.core.$ZodIssue, settings: unknown): string {
  const name = issue.path.join('.');
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'unrecognized_keys') {
    return `不认识 ${issue.keys.map((key) => [...issue.path, key].join('.')).join('、')}`;
  }
  if (name !== '' && valueAt(settings, issue.path) === undefined) return `缺少 ${name}`;
  if (issue.code === 'invalid_value') return `${name} 只能是 ${issue.values.map(String).join('、')}`;
  return `${name === '' ? '设置' : name} 的形式不对`;
}

function valueAt(settings: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = settings;
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

function describeKnown({ kind, settings }: ConnectorKind): string {
  const names = settings instanceof z.ZodObject ? Object.keys(settings.shape) : [];
  return names.length > 0 ? `${kind} 可用的设置：${names.join('、')}。` : '对照连接方式说明核对设置。';
}
