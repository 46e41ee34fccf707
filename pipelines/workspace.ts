/** Everything a command works with, opened from the settings and closed again: the target and the systems' connectors. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Connector } from '../connectors/connector.ts';
import { CONNECTOR_KINDS, openConnector } from '../connectors/registry.ts';
import { ConfigurationError, GgzyError } from '../core/errors.ts';
import { openDatabase, toTargetError, type Database } from '../database/connection.ts';
import { prepareServerHome } from '../database/embedded-home.ts';
import { acquireEmbeddedServer } from '../database/embedded.ts';
import { migrateDatabase } from '../database/migrate.ts';
import { readingFingerprint } from './judgement.ts';
import { refusalOf } from './refused-systems.ts';
import { newestDelivery } from './day-deliveries.ts';
import { findSystem } from './registry.ts';
import type { Settings, SystemSettings } from './settings.ts';
import type { SystemDeclaration } from './system.ts';
import { ThrottledSource } from './throttle/throttled-source.ts';

export interface Target {
  readonly database: Database;
  /** Where it is, without the password. */
  readonly label: string;
  /** With the password in it: never shown. */
  readonly connectionString: string;
  /** The structure is there; false only where `openTarget` was asked not to make it. */
  readonly migrated: boolean;
  readonly close: () => Promise<void>;
}

export interface OpenSystem {
  readonly declaration: SystemDeclaration;
  /** Null where it could not be opened: `fault` says why, the other systems go on. */
  readonly connector: Connector | null;
  readonly fault: GgzyError | null;
  /** Fingerprint of what reads it. */
  readonly readBy: string;
  /** Can deliver changed records alone. */
  readonly incremental: boolean;
  /** Readings at once at the most. */
  readonly readers: number;
}

export interface Workspace {
  readonly target: Target;
  readonly systems: readonly OpenSystem[];
  readonly close: () => Promise<void>;
}

/** A connection string that may be shown. */
export function withoutPassword(connectionString: string): string {
  const url = URL.canParse(connectionString) ? new URL(connectionString) : null;
  if (!url) return 'postgresql://…';
  return `${url.protocol}//${url.username ? `${url.username}@` : ''}${url.host}${url.pathname}`;
}

interface Server {
  readonly connectionString: string;
  readonly label: string;
  readonly release: () => Promise<void>;
}

async function reachServer({ target }: Settings): Promise<Server> {
  if (target.url !== '') {
    return { connectionString: target.url, label: withoutPassword(target.url), release: async () => undefined };
  }
  const server = await acquireEmbeddedServer(target.directory);
  return { connectionString: server.connectionString, label: server.directory, release: () => server.release() };
}

async function hasStructure(database: Database): Promise<boolean> {
  try {
    const [row] = await database.query(`select to_regclass('ops.runs') as name`);
    return row?.['name'] !== null;
  } catch (thrown) {
    throw toTargetError(thrown, '无法连接目标库');
  }
}

/**
 * @param structure `newest`: made or brought up to date; `present`: brought up to date where there is one, never made;
 *   `untouched`: nothing is written.
 */
export async function openTarget(settings: Settings, structure: 'newest' | 'present' | 'untouched'): Promise<Target> {
  const server = await reachServer(settings);
  const database = openDatabase(server.connectionString);
  const close = async (): Promise<void> => {
    await database.close();
    await server.release();
  };
  try {
    const migrated = (await hasStructure(database)) || structure === 'newest';
    if (migrated && structure !== 'untouched') await migrateDatabase(server.connectionString);
    return { database, label: server.label, connectionString: server.connectionString, migrated, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** False where the embedded server has no data yet: looking at it would make some. */
export async function targetExists({ target }: Settings): Promise<boolean> {
  if (target.url !== '') return true;
  if (!existsSync(target.directory)) return false;
  const { data } = await prepareServerHome(target.directory);
  return existsSync(join(data, 'PG_VERSION'));
}

/** The systems named, or all that are configured. */
export function chooseSystems(settings: Settings, names: readonly string[]): SystemDeclaration[] {
  const configured = [...settings.systems.keys()];
  const chosen = names.length > 0 ? [...new Set(names)] : configured;
  return chosen.map((name) => {
    const declaration = configured.includes(name) ? findSystem(name) : undefined;
    if (declaration) return declaration;
    const refusal = refusalOf(name);
    if (refusal) throw new ConfigurationError(refusal.zh, { system: name, next: '不要读取；核对数据是谁给的。' });
    const reason = findSystem(name) ? `${settings.file} 中没有配置系统 ${name}` : `没有登记过的系统 ${name}`;
    throw new ConfigurationError(reason, { system: name, next: `可用的系统：${configured.join('、')}。` });
  });
}

/** @param given how it is read, where that is not what the settings say (one day of many). */
export async function openSystem(
  settings: Settings,
  declaration: SystemDeclaration,
  given: SystemSettings | undefined = settings.systems.get(declaration.system),
): Promise<OpenSystem> {
  const { system } = declaration;
  const throttle = given?.throttle;
  const readers = throttle?.readers ?? 1;
  const context = { system, baseDirectory: settings.baseDirectory, readers };
  const incremental = CONNECTOR_KINDS.get(given?.connector ?? '')?.incremental === true;
  const readBy = await readingFingerprint(given ?? { connector: '', settings: {} });
  try {
    const source = await openConnector(given?.connector ?? '', given?.settings, context);
    const connector = throttle ? new ThrottledSource(source, { system, throttle }) : source;
    return { declaration, connector, fault: null, readBy, incremental, readers };
  } catch (thrown) {
    // Wrong settings stop everything before it starts; a system that cannot be reached stops only itself.
    if (!(thrown instanceof GgzyError) || thrown instanceof ConfigurationError) throw thrown;
    return { declaration, connector: null, fault: thrown, readBy, incremental, readers };
  }
}

/** @throws GgzyError where it cannot be opened now. */
export async function reopenSource(settings: Settings, { declaration }: OpenSystem): Promise<Connector> {
  const { connector, fault } = await openSystem(settings, declaration);
  if (connector) return connector;
  throw fault ?? new ConfigurationError(`${declaration.system} 无法打开`, { system: declaration.system });
}

export async function openSystems(settings: Settings, names: readonly string[]): Promise<OpenSystem[]> {
  const systems: OpenSystem[] = [];
  try {
    for (const declaration of chooseSystems(settings, names)) {
      systems.push(await openSystem(settings, declaration, await newestDelivery(settings, declaration.system)));
    }
    return systems;
  } catch (thrown) {
    await closeSystems(systems);
    throw thrown;
  }
}

export async function closeSystems(systems: readonly OpenSystem[]): Promise<void> {
  for (const { connector } of systems) await connector?.close();
}

/** Target with its newest structure, and a connector per system. Settings are judged before the target is touched. */
export async function openWorkspace(settings: Settings, names: readonly string[] = []): Promise<Workspace> {
  const systems = await openSystems(settings, names);
  try {
    const target = await openTarget(settings, 'newest');
    return { target, systems, close: () => closeSystems(systems).then(target.close) };
  } catch (thrown) {
    await closeSystems(systems);
    throw thrown;
  }
}
