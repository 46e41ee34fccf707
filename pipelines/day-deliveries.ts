/** Systems whose deliveries lie beside each other, one for each day. */
import type { DayDelivery } from '../connectors/connector.ts';
import { DAY } from '../connectors/day-folders.ts';
import { CONNECTOR_KINDS } from '../connectors/registry.ts';
import { SourceError } from '../core/errors.ts';
import type { SystemDeclaration } from './system.ts';
import type { Settings, SystemSettings } from './settings.ts';

/**
 * @returns oldest first; null for a system that is read as it stands.
 * @throws FormatError where the drop folder cannot be read.
 */
export async function listDays(settings: Settings, system: string): Promise<readonly DayDelivery[] | null> {
  const given = settings.systems.get(system);
  const kind = CONNECTOR_KINDS.get(given?.connector ?? '');
  if (!given || !kind?.listDays) return null;
  const parsed = kind.settings.safeParse(given.settings);
  // Opening the connector says what is wrong with them.
  if (!parsed.success) return null;
  return kind.listDays(parsed.data, { system, baseDirectory: settings.baseDirectory });
}

/**
 * A system that hands over its changes day by day is taken a day at a time: one of them is not the whole of it.
 * @throws SourceError where the settings name a folder per day of such a system.
 */
export function refuseWholeOfDays(settings: Settings, { system, laterDeliveries }: SystemDeclaration): void {
  const directory = settings.systems.get(system)?.settings['directory'];
  if (laterDeliveries !== 'changes' || typeof directory !== 'string' || !directory.includes(DAY)) return;
  throw new SourceError(`${system}：逐日移交变更，没有可一次读完的数据`, {
    system,
    next: '用 ggzy sync 按日载入；加 --dry-run 先看有哪些日。',
  });
}

/**
 * How a system is looked at by who names no day: where its settings name a folder for each (`{day}`), as it was delivered
 * last.
 */
export async function newestDelivery(settings: Settings, system: string): Promise<SystemSettings | undefined> {
  const given = settings.systems.get(system);
  const directory = given?.settings?.['directory'];
  if (!given || typeof directory !== 'string' || !directory.includes(DAY)) return given;
  const newest = (await listDays(settings, system).catch(() => null))?.at(-1);
  return newest ? { ...given, settings: newest.settings } : given;
}
