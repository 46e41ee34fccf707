/** The days of a drop folder of packages: the day stands in the file name. */
import { join } from 'node:path';
import type { DayDelivery } from './connector.ts';
import { DAY, inDayOrder, readDay, stampOf } from './day-folders.ts';
import { daysOfPackages, type PackageFolder } from './xml-files.ts';

/**
 * A package folder is one delivery for `migrate`, which reads every package in order, and a delivery per day for a sync.
 * @returns null where no day stands in the file names.
 */
export async function listPackageDays(
  settings: Readonly<Record<string, unknown>>,
  folder: PackageFolder,
): Promise<DayDelivery[] | null> {
  if (!folder.pattern.includes(DAY)) return null;
  const deliveries: DayDelivery[] = [];
  for (const [text, names] of await daysOfPackages(folder)) {
    const day = readDay(text);
    if (day === null) continue;
    const stamp = await stampOf(names.map((name) => join(folder.directory, name)));
    deliveries.push({ day, settings: { ...settings, pattern: folder.pattern.replaceAll(DAY, text) }, stamp });
  }
  return withOptionalStreams(inDayOrder(deliveries));
}

/** Behind the first state a day holds what was changed: most streams send nothing. @param deliveries oldest first. */
export function withOptionalStreams([first, ...later]: readonly DayDelivery[]): DayDelivery[] {
  if (!first) return [];
  const mayLack = later.map((delivery) => ({ ...delivery, settings: { ...delivery.settings, optionalStreams: true } }));
  return [first, ...mayLack];
}
